import path from 'node:path';
import { expect, it } from 'vitest';
import { loadCatalogue } from './load-catalogue.ts';

const assets = path.resolve(import.meta.dirname, '../../../assets');

it('the catalogue is whole: every word and every source a material names is in it', () => {
  const { materials, descriptors, sources } = loadCatalogue(assets);
  expect(materials.length).toBeGreaterThanOrEqual(400);
  expect(new Set(materials.map(({ kind }) => kind))).toEqual(new Set(['synthetic', 'natural', 'base', 'solvent']));
  const words = new Set(descriptors.map(({ id }) => id));
  expect(materials.flatMap((material) => material.descriptors.filter((word) => !words.has(word)))).toEqual([]);
  const cited = materials.flatMap(({ kind, constituents = [] }) =>
    constituents.map(({ source }) => ({ kind, source })),
  );
  const isKnown = ({ kind, source }: (typeof cited)[number]) =>
    sources.some(({ key, kinds }) => key === source && kinds.includes(kind));
  expect(cited.filter((each) => !isKnown(each))).toEqual([]);
});
