import { expect, test } from 'vitest';
import type { MaterialId } from '#foundation/ids.ts';
import { createMaterialFinder } from '#perfumery/material/find-material.ts';
import type { Material } from '#perfumery/material/material.ts';
import type { LibraryMaterial, Shelf } from '#perfumery/material/shelf.ts';
import { type Choice, chooseMaterials, everything, isNarrowed } from './choose-materials.ts';

const bare: Shelf = { supplier: '', sku: '', location: '', note: '', dilutions: [] };

function entry(id: string, facts: Partial<Material>, rest: Partial<LibraryMaterial> = {}): LibraryMaterial {
  const material: Material = {
    id: id as MaterialId,
    name: { en: id, ko: '' },
    aliases: { en: [], ko: [] },
    cas: [],
    kind: 'synthetic',
    family: 'floral',
    role: 'heart',
    descriptors: [],
    flags: [],
    ...facts,
  };
  return { material, origin: 'shipped', ownFields: [], shelf: bare, archived: false, revision: 0, ...rest };
}
const priced = (perKilogram: string, currency: string, stock?: string): Shelf => ({
  ...bare,
  price: { perKilogram: perKilogram as never, currency, date: '2026-01-01' },
  ...(stock && { stock: stock as never }),
});

const linalool = entry('linalool', { name: { en: 'Linalool', ko: '리날룰' } }, { shelf: priced('30', 'EUR', '0') });
const lemon = entry(
  'lemon',
  { name: { en: 'Lemon oil', ko: '레몬 오일' }, kind: 'natural', family: 'citrus', role: 'top' },
  { shelf: priced('40', 'USD', '120') },
);
const musk = entry('musk', { name: { en: 'Musk', ko: '머스크' }, family: 'musk', role: 'base' }, { origin: 'own' });
const old = entry('old', { name: { en: 'Lemon, old', ko: '' } }, { archived: true });
const all = [linalool, lemon, musk, old];

const labels = new Map([
  [musk.material.id, { tags: ['clean', 'winter'], isFavourite: true }],
  [lemon.material.id, { tags: ['clean'], isFavourite: false }],
]);

function choose(part: Partial<Choice>, rates: Record<string, string> = {}): string[] {
  const finder = createMaterialFinder(all);
  const find = (typed: string) => finder.find(typed).map(({ material }) => material.material.id);
  const needs = { labels, find, language: 'en', exchange: { currency: 'EUR', rates } } as const;
  return chooseMaterials(all, { ...everything, ...part }, needs).map(({ material }) => material.id);
}

test('everything is in order of its name, without what is archived', () => {
  expect(choose({})).toEqual(['lemon', 'linalool', 'musk']);
  expect(isNarrowed(everything)).toBe(false);
  expect(isNarrowed({ ...everything, sort: 'price' })).toBe(false);
  expect(isNarrowed({ ...everything, role: 'top' })).toBe(true);
});

test('filters narrow by kind, family, role, origin, archive and stock', () => {
  expect(choose({ kind: 'natural' })).toEqual(['lemon']);
  expect(choose({ family: 'floral' })).toEqual(['linalool']);
  expect(choose({ role: 'base' })).toEqual(['musk']);
  expect(choose({ origin: 'own' })).toEqual(['musk']);
  expect(choose({ archived: 'only' })).toEqual(['old']);
  expect(choose({ archived: 'with' })).toHaveLength(4);
  expect(choose({ inStock: true })).toEqual(['lemon']);
});

test('filters narrow by the perfumer’s own marks', () => {
  expect(choose({ favourite: true })).toEqual(['musk']);
  expect(choose({ tag: 'clean' })).toEqual(['lemon', 'musk']);
  expect(choose({ tag: 'clean', favourite: true, role: 'top' })).toEqual([]);
  expect(isNarrowed({ ...everything, tag: 'clean' })).toBe(true);
});

test('prices in another currency are compared by the rate, and come last without one', () => {
  expect(choose({ sort: 'price' })).toEqual(['linalool', 'lemon', 'musk']);
  expect(choose({ sort: 'price' }, { USD: '0.5' })).toEqual(['lemon', 'linalool', 'musk']);
});

test('the fullest shelf comes first, and what nobody counted last', () => {
  expect(choose({ sort: 'stock' })).toEqual(['lemon', 'linalool', 'musk']);
});

test('a search keeps the order of the finder as long as the best match is asked for', () => {
  expect(choose({ text: 'ㄹㅁ', sort: 'relevance' })).toEqual(['lemon']);
  expect(choose({ text: 'l', sort: 'name' })).toEqual(['lemon', 'linalool']);
});
