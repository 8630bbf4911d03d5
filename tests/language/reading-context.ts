/** @file The shipped lexicon, catalogue and regulation as a sentence is read against them. */
import path from 'node:path';
import { createLexicon } from '#intelligence/language/lexicon.ts';
import { loadCatalogue } from '#library/catalogue/load-catalogue.ts';
import { loadLexicon } from '#library/catalogue/load-lexicon.ts';
import { loadRegulation } from '#library/catalogue/load-regulation.ts';
import type { ReadContext } from '#perfumery/search/sentence-reading.ts';

const assets = path.resolve(import.meta.dirname, '../../assets');
const { materials } = loadCatalogue(assets);
const { ifra, allergenLists } = loadRegulation(path.join(assets, 'regulation'));

export const lexicon = createLexicon(loadLexicon(assets));

export const context: ReadContext = {
  today: '2026-11-21',
  exchange: { currency: 'KRW', rates: { EUR: '1500', USD: '1400' } },
  materials: materials.map(({ id, family, name, aliases, cas, inci }) => ({
    id,
    family,
    names: [name.ko, name.en, ...aliases.ko, ...aliases.en],
    codes: [
      ...cas.map((text) => ({ kind: 'cas' as const, text })),
      ...(inci ? [{ kind: 'inci' as const, text: inci }] : []),
    ],
  })),
  allergens: (allergenLists[0]?.allergens ?? []).map(({ inci, name }) => ({ id: inci, names: [name.en, name.ko] })),
  standards: ifra.standards.map(({ key, title, drivers, kinds }) => ({
    id: key,
    names: [
      title.en,
      title.ko,
      ...(drivers.includes('phototoxicity') ? ['광독성', 'phototoxic', 'phototoxicity'] : []),
    ],
    isProhibition: kinds.includes('prohibition'),
  })),
};
