/** @file Which material of a library a file means: by id, CAS or name, and never by a guess that two would fit. */
import type { MaterialId } from '#foundation/ids.ts';
import { parseCas } from '#perfumery/material/cas.ts';
import { createMaterialFinder, type MaterialFinder } from '#perfumery/material/find-material.ts';
import { foldedText } from '#perfumery/material/fold-text.ts';
import type { LibraryMaterial } from '#perfumery/material/shelf.ts';
import type { MatchedBy, RowFault } from './understood.ts';

export interface Named {
  readonly id?: string;
  readonly name?: string;
  readonly cas?: string;
}

export type MaterialMatch =
  | { readonly materialId: MaterialId; readonly by: MatchedBy }
  | { readonly why: Extract<RowFault, 'unknown-material' | 'bad-cas' | 'ambiguous'>; readonly detail: string };

export interface MaterialMatcher {
  readonly match: (named: Named) => MaterialMatch;
  /** The same among solvents, where trade abbreviations are understood. */
  readonly matchSolvent: (text: string) => MaterialMatch;
}

/** What perfumers write for a solvent, by CAS number. */
const solventWords: Readonly<Record<string, string>> = {
  alc: '64-17-5',
  alcohol: '64-17-5',
  etoh: '64-17-5',
  알코올: '64-17-5',
  알콜: '64-17-5',
  주정: '64-17-5',
  dpg: '25265-71-8',
  디피지: '25265-71-8',
  ipm: '110-27-0',
  tec: '77-93-0',
  dep: '84-66-2',
  bb: '120-51-4',
};

/** Builds the index once for a whole file. */
export function createMaterialMatcher(materials: readonly LibraryMaterial[]): MaterialMatcher {
  const byId = new Map(materials.map((material) => [material.material.id as string, material]));
  const byCas = new Map<string, Set<LibraryMaterial>>();
  const byName = new Map<string, Set<LibraryMaterial>>();
  const byAlias = new Map<string, Set<LibraryMaterial>>();
  const bySku = new Map<string, Set<LibraryMaterial>>();
  for (const one of materials) {
    const { name, aliases, inci, cas } = one.material;
    for (const number of cas) put(byCas, number, one);
    for (const text of [name.en, name.ko]) put(byName, foldedText(text), one);
    for (const text of [...aliases.en, ...aliases.ko, inci ?? '']) put(byAlias, foldedText(text), one);
    for (const text of [name.en, name.ko]) put(byAlias, foldedText(text.replace(/\s*\([^)]*\)/g, '')), one);
    put(bySku, foldedText(one.shelf.sku), one);
  }
  let finder: MaterialFinder | undefined; // costs more than all the rest, and most files name what they mean

  const named = (name: string): Candidates => {
    const key = foldedText(name);
    if (key === '') return { by: 'name', found: [] };
    const exact: [MatchedBy, Map<string, Set<LibraryMaterial>>][] = [
      ['name', byName],
      ['alias', byAlias],
      ['sku', bySku],
    ];
    for (const [by, index] of exact) {
      const found = offered(index.get(key));
      if (found.length > 0) return { by, found };
    }
    return { by: 'near', found: key.length < 4 ? [] : nearest(name) };
  };

  const nearest = (name: string): readonly LibraryMaterial[] => {
    finder ??= createMaterialFinder(materials);
    const found = finder.find(name, 10).filter(({ otherLayout, kind }) => !otherLayout && nearKinds.has(kind));
    const best = found.filter(({ kind }) => kind === found[0]?.kind);
    const names = best.filter(({ field }) => field === 'name');
    return (names.length > 0 ? names : best).map(({ material }) => material);
  };

  const match = ({ id, name = '', cas = '' }: Named): MaterialMatch => {
    const known = id === undefined ? undefined : byId.get(id);
    if (known) return { materialId: known.material.id, by: 'id' };
    const byWords = named(name);
    if (cas === '') return decided(byWords, name);
    const number = parseCas(cas);
    if (!number.ok) return { why: 'bad-cas', detail: cas };
    const substances = offered(byCas.get(number.cas));
    const sure = byWords.by === 'near' ? [] : byWords.found;
    if (substances.length === 0) return sure.length > 0 ? decided(byWords, name) : unknown(name || cas);
    const both = substances.filter((one) => byWords.found.includes(one));
    if (both.length === 1) return decided({ by: 'cas', found: both }, cas);
    if (sure.length > 0 && both.length === 0)
      return { why: 'ambiguous', detail: [...substances, ...sure].map(shown).join(', ') };
    return decided({ by: 'cas', found: both.length > 0 ? both : substances }, cas);
  };

  return {
    match,
    matchSolvent: (text) => {
      const cas = solventWords[foldKey(text)];
      const found = match(cas ? { cas } : { name: text });
      if ('materialId' in found && byId.get(found.materialId)?.material.kind !== 'solvent') {
        return { why: 'unknown-material', detail: text };
      }
      return found;
    },
  };
}

interface Candidates {
  readonly by: MatchedBy;
  readonly found: readonly LibraryMaterial[];
}

const nearKinds: ReadonlySet<string> = new Set(['exact', 'prefix', 'words', 'slip']);

function decided({ by, found }: Candidates, written: string): MaterialMatch {
  const [only, ...others] = found;
  if (!only) return unknown(written);
  if (others.length > 0) return { why: 'ambiguous', detail: found.slice(0, 5).map(shown).join(', ') };
  return { materialId: only.material.id, by };
}

function unknown(detail: string): MaterialMatch {
  return { why: 'unknown-material', detail };
}

function shown({ material: { name } }: LibraryMaterial): string {
  return name.en || name.ko;
}

/** Archived materials only where nothing else fits: an old file may well mean one. */
function offered(found: ReadonlySet<LibraryMaterial> | undefined): readonly LibraryMaterial[] {
  const all = [...(found ?? [])];
  const current = all.filter(({ archived }) => !archived);
  return current.length > 0 ? current : all;
}

function foldKey(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function put(index: Map<string, Set<LibraryMaterial>>, key: string, material: LibraryMaterial): void {
  if (key === '') return;
  const found = index.get(key);
  if (found) found.add(material);
  else index.set(key, new Set([material]));
}
