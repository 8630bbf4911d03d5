/** @file The family of a description, on descriptions nobody trained with: per family, with what is taken for what. */
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Confusion, confusionOf } from '#intelligence/evaluation/confusion.ts';
import { openShippedEncoder } from '#intelligence/language/encoder/shipped-encoder.ts';
import { openFamilyClassifier } from '#intelligence/language/families/classify-family.ts';
import { OrtClient } from '#intelligence/models/ort-client.ts';
import type { Family } from '#perfumery/material/material.ts';
import { judgedDescriptions } from './judge.ts';

const families = [...new Set(judgedDescriptions.map(({ family }) => family))];
const nativeModels = path.resolve(import.meta.dirname, '../../../native-models');

const ort = new OrtClient();
let told: Confusion<Family>;
beforeAll(async () => {
  const encoder = await openShippedEncoder(path.join(nativeModels, 'encoder'), ort);
  const classify = await openFamilyClassifier(path.join(nativeModels, 'families'), ort, encoder);
  const answers = await classify(
    judgedDescriptions.map(({ text }) => text),
    { among: families },
  );
  told = confusionOf(
    families,
    judgedDescriptions.flatMap(({ family }, at) => {
      const answer = answers[at]?.[0]?.family;
      return answer ? [{ truth: family, answer }] : [];
    }),
  );
  print();
});
afterAll(() => ort.stop());

function print() {
  const two = (value: number) => value.toFixed(2).padStart(6);
  const rows = families.map((family, at) => {
    const { precision, recall, f1 } = told.figures[family];
    const taken = told.counts[at]?.map((count) => String(count || '.').padStart(3)).join('');
    return `${family.padEnd(10)}${two(precision)}${two(recall)}${two(f1)} ${taken}`;
  });
  console.log(`${' '.repeat(14)}P     R    F1  answered, in the same order\n${rows.join('\n')}`);
  console.log(`accuracy ${told.accuracy.toFixed(3)}, mean F1 ${told.macroF1.toFixed(3)}`);
}

it('tells twelve families apart', () => {
  expect(families).toHaveLength(12);
  expect(told.macroF1).toBeGreaterThanOrEqual(0.9);
  for (const family of families) {
    expect(told.figures[family].support, family).toBe(10);
    expect(told.figures[family].f1, family).toBeGreaterThanOrEqual(0.8);
  }
});
