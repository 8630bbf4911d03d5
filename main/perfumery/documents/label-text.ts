/**
 * @file The list of ingredients for a label.
 *
 * Fragrance materials stand together as `Parfum` (향료), whatever they are (Regulation (EC) 1223/2009, article 19; the Korean
 * labelling notice does the same); the allergens above their threshold follow by name. Carriers stand for themselves.
 */
import type { InTwoLanguages, Material } from '#perfumery/material/material.ts';
import { isRinseOff } from '#perfumery/safety/rinse-off.ts';
import { type Decimal, decimal } from '#perfumery/units/decimal.ts';
import { labelName } from './allergen-declaration.ts';
import {
  column,
  type DocumentLanguage,
  type DocumentSection,
  type DocumentSubject,
  type StudioDocument,
} from './document.ts';
import { factsOf, figure, inLanguage, lotsOf, notesOf, unknownsOf } from './document-parts.ts';
import { filled, words } from './document-words.ts';
import { productShares } from './product-shares.ts';

interface Entry {
  readonly name: string;
  readonly percent: Decimal;
}

/** Labels for the EU, in INCI names, and for Korea, in Korean. */
export function labelText(subject: DocumentSubject, language: DocumentLanguage): StudioDocument {
  const unknowns = unknownsOf(subject, language);
  const shares = productShares(subject.formula, subject.product, subject.accords);
  const nameless = shares.carriers.flatMap(({ materialId }) => {
    const material = subject.materialOf(materialId);
    return material?.inci ? [] : [material ? inLanguage(material.name, language) : materialId];
  });
  const missing = nameless.length > 0 ? [filled(words.noInci[language], { names: nameless.join(', ') })] : [];
  return {
    kind: 'label',
    language,
    title: words.label[language],
    facts: factsOf(subject, language),
    warnings: [...missing, ...unknowns.warnings],
    sections: [
      section(subject, { market: 'eu', title: words.euLabel[language], language }),
      section(subject, { market: 'kr', title: words.krLabel[language], language }),
      ...lotsOf(subject, language),
      ...unknowns.sections,
    ],
    notes: [words.order[language], words.onlyPerfume[language], ...notesOf(subject, language)],
  };
}

interface Market {
  readonly market: 'eu' | 'kr';
  readonly title: string;
  readonly language: DocumentLanguage;
}

function section(subject: DocumentSubject, { market, title, language }: Market): DocumentSection {
  const entries = ingredients(subject, market);
  const columns = [column(words.ingredient[language], 3), column(words.share[language], 1, 'right')];
  if (entries.length === 0) return { title, columns, rows: [], note: words.emptyLabel[language] };
  return {
    title,
    text: entries.map(({ name }) => name).join(', '),
    columns,
    rows: entries.map(({ name, percent }) => [name, figure(percent)]),
  };
}

/** Ingredients in the order of a label: by weight; below 1 % any order is allowed, and weight is one. */
export function ingredients(subject: DocumentSubject, market: 'eu' | 'kr'): readonly Entry[] {
  const { formula, product, accords, answer, regulation, materialOf } = subject;
  const { carriers, dosage } = productShares(formula, product, accords);
  const nameOf = (material: Material | undefined, id: string) =>
    market === 'eu' ? material?.inci || material?.name.en || id : plainKorean(material?.name) || material?.inci || id;
  const entries: Entry[] = carriers.map(({ materialId, percent }) => ({
    name: nameOf(materialOf(materialId), materialId),
    percent,
  }));
  if (dosage > 0n) entries.push({ name: market === 'eu' ? 'Parfum' : '향료', percent: dosage });
  const isRinsed = isRinseOff(product.category);
  const seen = new Set(entries.map(({ name }) => name.toLowerCase()));
  for (const list of regulation.allergenLists.filter(({ key }) => key.startsWith(market))) {
    for (const finding of answer.allergens.find((each) => each.list === list.key)?.findings ?? []) {
      if (!(isRinsed ? finding.declareRinseOff : finding.declareLeaveOn)) continue;
      const allergen = list.allergens.find(({ key }) => key === finding.key);
      const name = allergen ? labelName(list.key, allergen) : finding.key;
      if (seen.has(name.toLowerCase())) continue;
      seen.add(name.toLowerCase());
      entries.push({ name, percent: decimal(finding.percent) });
    }
  }
  return entries.filter(({ percent }) => percent > 0n).sort(byWeight);
}

/** `에탄올(변성)` stands on a label without what explains it. */
function plainKorean(name: InTwoLanguages | undefined): string {
  return (name?.ko ?? '').replace(/\s*\([^()]*\)\s*$/, '').trim();
}

function byWeight(a: Entry, b: Entry): number {
  if (a.percent < b.percent) return 1;
  return a.percent > b.percent ? -1 : 0;
}
