import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openShippedEncoder } from '#intelligence/language/encoder/shipped-encoder.ts';
import { type ClassifyFamily, openFamilyClassifier } from '#intelligence/language/families/classify-family.ts';
import type { SentenceEncoder } from '#intelligence/language/sentence-encoder.ts';
import { OrtClient } from '#intelligence/models/ort-client.ts';
import { encoderFolder, projectFolder } from './encoder-source.ts';

const folder = path.join(projectFolder, 'native-models/families');
const ort = new OrtClient();
let encoder: SentenceEncoder;
let classify: ClassifyFamily;
beforeAll(async () => {
  encoder = await openShippedEncoder(encoderFolder, ort);
  classify = await openFamilyClassifier(folder, ort, encoder);
});
afterAll(() => ort.stop());

const plain = [
  ['레몬과 자몽 껍질을 짠 듯한 산뜻함', 'citrus'],
  ['a bouquet of roses, peonies and lily of the valley', 'floral'],
  ['바닐라 크림과 초콜릿, 갓 구운 과자', 'gourmand'],
  ['dry cedar, sandalwood and vetiver', 'woody'],
  ['짠 바닷바람과 해초', 'aquatic'],
  ['smoky leather jacket and birch tar', 'leather'],
  ['잘 익은 복숭아와 라즈베리 과즙', 'fruity'],
  ['cinnamon, clove and black pepper', 'spicy'],
  ['갓 베어낸 풀과 잎사귀', 'green'],
  ['soft white musk on clean skin', 'musk'],
  ['라벤더와 로즈마리 허브', 'aromatic'],
  ['labdanum, benzoin and warm amber', 'amber'],
] as const;

describe('the family of a description', () => {
  it('is told for plain ones in both languages', async () => {
    const told = await classify(plain.map(([text]) => text));
    const wrong = plain.flatMap(([text, family], at) =>
      told[at]![0]!.family === family ? [] : [`${text}: ${told[at]![0]!.family}`],
    );
    expect(wrong.length, wrong.join('; ')).toBeLessThanOrEqual(1);
  });

  it('comes with shares that add up to 1, the likeliest first, also among a few families', async () => {
    const [all] = await classify(['a smoky wood']);
    expect(all!.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 6);
    expect(all!.map(({ share }) => share)).toEqual(all!.map(({ share }) => share).toSorted((a, b) => b - a));
    const [few] = await classify(['a smoky wood'], { among: ['citrus', 'woody'] });
    expect(few!.map(({ family }) => family)).toEqual(['woody', 'citrus']);
    expect(few![0]!.share + few![1]!.share).toBeCloseTo(1, 6);
    expect(await classify([])).toEqual([]);
  });

  it('is not told from the vectors of another encoder', async () => {
    await expect(openFamilyClassifier(folder, ort, { ...encoder, id: 'another@1' })).rejects.toMatchObject({
      code: 'model.load-failed',
    });
  });
});
