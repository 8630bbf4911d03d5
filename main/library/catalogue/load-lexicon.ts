/** @file The lexicon as it ships: concepts of perfumery in Korean and English, read once when the studio starts. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { invariant } from '#foundation/errors.ts';
import { materialKinds } from '#perfumery/material/material.ts';
import { type Concepts, conceptCategories, genders, predicateClasses, seasons } from '#perfumery/search/concept.ts';
import { searchKinds } from '#perfumery/search/search-item.ts';

const files = ['families', 'descriptors', 'notes', 'moods', 'times', 'places', 'feel', 'people', 'kinds'];

const word = z.string().min(1);
const koreanForm = z.union([word, z.strictObject({ stem: word, class: z.enum(predicateClasses) })]);
const facets = z.strictObject({
  families: z.array(word).readonly().exactOptional(),
  descriptors: z.array(word).readonly().exactOptional(),
  seasons: z.array(z.enum(seasons)).readonly().exactOptional(),
  genders: z.array(z.enum(genders)).readonly().exactOptional(),
  moods: z.array(word).readonly().exactOptional(),
  roles: z
    .array(z.enum(['top', 'heart', 'base']))
    .readonly()
    .exactOptional(),
  origins: z.array(z.enum(materialKinds)).readonly().exactOptional(),
  materials: z.array(word).readonly().exactOptional(),
  kinds: z.array(z.enum(searchKinds)).readonly().exactOptional(),
  products: z.array(word).readonly().exactOptional(),
  tenacity: z.strictObject({ min: z.number().exactOptional(), max: z.number().exactOptional() }).exactOptional(),
  price: z.enum(['low', 'high']).exactOptional(),
});
const concept = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  category: z.enum(conceptCategories),
  forms: z.strictObject({
    ko: z.array(koreanForm).readonly().default([]),
    en: z.array(word).min(1).readonly(),
    loan: z.array(koreanForm).readonly().default([]),
  }),
  implies: z.record(word, z.number().gt(0).lte(1)).default({}),
  opposites: z.array(word).readonly().default([]),
  facets: facets.default({}),
});
const conceptFile = z.strictObject({ concepts: z.array(concept) });
const ambiguousFile = z.strictObject({ forms: z.record(word, z.array(word).min(2)) });

/** Reads the lexicon under `assetsFolder`, its shape checked. */
export function loadLexicon(assetsFolder: string): Concepts {
  const read = (name: string): unknown =>
    JSON.parse(readFileSync(path.join(assetsFolder, 'lexicon', `${name}.json`), 'utf8'));
  const concepts = files.flatMap((name) => conceptFile.parse(read(name)).concepts);
  invariant(new Set(concepts.map(({ id }) => id)).size === concepts.length, 'every concept has an id of its own');
  return { concepts, ambiguous: ambiguousFile.parse(read('ambiguous')).forms };
}
