import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findProductType } from '#perfumery/formula/product-types.ts';
import { families } from '#perfumery/material/material.ts';
import { type Concept, wordKey } from '#perfumery/search/concept.ts';
import { loadCatalogue } from './load-catalogue.ts';
import { loadLexicon } from './load-lexicon.ts';

const assets = path.resolve(import.meta.dirname, '../../../assets');
const { concepts, ambiguous } = loadLexicon(assets);
const { materials, descriptors } = loadCatalogue(assets);
const byId = new Map(concepts.map((concept) => [concept.id, concept]));
const formsOf = ({ forms }: Concept) => [...forms.ko, ...forms.loan, ...forms.en];

describe('the shipped lexicon', () => {
  it('holds at least 450 concepts, each with words in both languages', () => {
    expect(concepts.length).toBeGreaterThanOrEqual(450);
    expect(concepts.filter(({ forms }) => forms.ko.length + forms.loan.length === 0 || forms.en.length === 0)).toEqual(
      [],
    );
  });

  it('implies and opposes only what it holds, and opposes both ways', () => {
    const lost = concepts.flatMap(({ id, implies, opposites }) =>
      [...Object.keys(implies), ...opposites]
        .filter((other) => other === id || !byId.has(other))
        .map((other) => [id, other]),
    );
    expect(lost).toEqual([]);
    const oneWay = concepts.flatMap(({ id, opposites }) =>
      opposites.filter((other) => !byId.get(other)?.opposites.includes(id)).map((other) => [id, other]),
    );
    expect(oneWay).toEqual([]);
  });

  it('tells every family and every descriptor of the catalogue by one concept', () => {
    for (const family of families) {
      expect(concepts.filter(({ facets }) => facets.families?.includes(family)).map(({ id }) => id)).toHaveLength(1);
    }
    const told = concepts.flatMap(({ facets }) => facets.descriptors ?? []);
    expect(told.toSorted()).toEqual(descriptors.map(({ id }) => id).toSorted());
  });

  it('names only materials and products there are', () => {
    const known = new Set<string>(materials.map(({ id }) => id));
    expect(concepts.flatMap(({ facets }) => (facets.materials ?? []).filter((id) => !known.has(id)))).toEqual([]);
    expect(concepts.flatMap(({ facets }) => (facets.products ?? []).filter((key) => !findProductType(key)))).toEqual(
      [],
    );
  });

  it('lets no two concepts claim one word unless that is said to be ambiguous', () => {
    const claims = new Map<string, Set<string>>();
    for (const concept of concepts) {
      for (const form of formsOf(concept)) {
        const key = wordKey(form);
        claims.set(key, (claims.get(key) ?? new Set()).add(concept.id));
      }
    }
    const shared = [...claims].filter(([, ids]) => ids.size > 1);
    expect(shared.filter(([key, ids]) => !ambiguous[key] || ids.difference(new Set(ambiguous[key])).size > 0)).toEqual(
      [],
    );
    expect(Object.entries(ambiguous).filter(([key, ids]) => ids.some((id) => !claims.get(key)?.has(id)))).toEqual([]);
  });
});
