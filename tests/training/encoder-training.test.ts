import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { SeededRandom } from '#foundation/seeded-random.ts';
import { dimensions } from '#intelligence/language/encoder/encoder-network.ts';
import { exportEncoder } from '#intelligence/language/encoder/export-encoder.ts';
import { runEncoder } from '#intelligence/language/encoder/run-encoder.ts';
import { ask } from '#intelligence/language/encoder/saying/sentences.ts';
import {
  evaluateEncoder,
  questionKinds,
  unseenKinds,
} from '#intelligence/language/encoder/training/evaluate-encoder.ts';
import { makeBatch } from '#intelligence/language/encoder/training/make-batch.ts';
import { trainEncoder } from '#intelligence/language/encoder/training/train-encoder.ts';
import { relevance } from '#intelligence/language/encoder/world/wanted.ts';
import { World } from '#intelligence/language/encoder/world/world.ts';
import { FamilyExamples } from '#intelligence/language/families/family-examples.ts';
import { OrtSession } from '#intelligence/models/ort-session.ts';
import type { Weights } from '#intelligence/training/graph/weights.ts';
import { LocalControl } from '#intelligence/training/run/training-control.ts';
import { families } from '#perfumery/material/material.ts';
import { encoderSource, smallSource } from './encoder-source.ts';

const shape = { questions: 12, documents: 18, words: 320 };

const hashOf = (weights: Weights) => {
  const hash = createHash('sha256');
  for (const { data } of weights.values()) hash.update(new Uint8Array(data.buffer));
  return hash.digest('hex');
};

describe('the world of the encoder', () => {
  const world = new World(encoderSource());
  const at = (id: string) => world.indexOf(id)!;
  const evidence = (...ids: string[]) => world.evidenceFrom(new Map(ids.map((id) => [at(id), 1])));
  const wish = (id: string, isDenied = false) => ({ concept: at(id), isDenied });

  it('takes roses and peonies for romantic, and green for no galbanum', () => {
    expect(evidence('rose', 'peony')[at('romantic')]).toBeGreaterThan(0.45);
    expect(evidence('green')[at('galbanum')]).toBeLessThan(0.45);
    expect(evidence('galbanum')[at('green')]).toBeGreaterThan(0.5);
  });

  it('finds what is wished for relevant, half of it less, and with something denied hardly', () => {
    const [whole, half] = [
      { evidence: evidence('vanilla', 'rose'), materials: [] },
      { evidence: evidence('vanilla'), materials: [] },
    ];
    const wanted = [wish('vanilla'), wish('rose')];
    expect(relevance(world, wanted, whole)).toBeCloseTo(1, 5);
    expect(relevance(world, wanted, half)).toBeLessThan(0.7);
    expect(relevance(world, [wish('vanilla'), wish('rose', true)], whole)).toBeLessThan(0.1);
    expect(relevance(world, [wish('vanilla'), wish('rose', true)], half)).toBeGreaterThan(0.9);
  });

  it('knows a material by its own name better than by one that smells alike', () => {
    const [lemon, lime] = ['lemon-oil-cold-pressed', 'lime-oil-distilled'].map((id) =>
      world.materials.findIndex((one) => one.id === id),
    ) as [number, number];
    const answer = (material: number) => ({ evidence: world.evidence[material]!, materials: [material] });
    const wanted = [{ material: lemon, isDenied: false }];
    expect(relevance(world, wanted, answer(lemon))).toBe(1);
    expect(relevance(world, wanted, answer(lime))).toBeGreaterThan(0.1);
    expect(relevance(world, wanted, answer(lime))).toBeLessThan(0.75);
  });

  it('makes batches in which every question has its answer, the same from the same seed', () => {
    const batch = makeBatch(world, { questions: 24, documents: 40 }, 'all', new SeededRandom(3));
    expect(makeBatch(world, { questions: 24, documents: 40 }, 'all', new SeededRandom(3))).toEqual(batch);
    const own = batch.questions.map((_, row) => batch.relevance[row * 40 + row]!);
    expect(Math.min(...own)).toBeGreaterThan(0.25);
    expect(own.reduce((sum, one) => sum + one) / 24).toBeGreaterThan(0.55);
    const others = [...batch.relevance].reduce((sum, one) => sum + one) / batch.relevance.length;
    expect(others).toBeLessThan(0.3);
    const text = batch.questions.map((one) => one.text).join(' ');
    expect(text).toMatch(/[가-힣]/);
    expect(text).toMatch(/[a-z]/);
  });

  it('keeps the last word of a concept for questions about unseen words', () => {
    const said = (forms: 'seen' | 'unseen') =>
      Array.from({ length: 60 }, (_, seed) =>
        ask(world, [wish('lemon')], { language: 'en', part: 'test', forms }, new SeededRandom(seed)),
      );
    const last = world.concepts[at('lemon')]!.forms.en.at(-1)!;
    expect(unseenKinds.every(({ forms }) => forms === 'unseen')).toBe(true);
    expect(said('unseen').every((text) => text.includes(last))).toBe(true);
    expect(said('seen').some((text) => text.includes(last))).toBe(false);
  });

  it('draws descriptions whose families add up to 1, every family as often', () => {
    const own = families.filter((family) => family !== 'solvent');
    const examples = new FamilyExamples(world, own);
    const random = new SeededRandom(4);
    const drawn = Array.from({ length: 300 }, () => examples.draw(random, 'train'));
    expect(drawn.every(({ shares }) => Math.abs(shares.reduce((sum, one) => sum + one) - 1) < 1e-6)).toBe(true);
    const leading = drawn.map(({ shares }) => shares.indexOf(Math.max(...shares)));
    expect(new Set(leading).size).toBe(own.length);
    expect(drawn.every(({ text }) => text.trim().length > 0)).toBe(true);
  });

  it('says the same thing in Korean, in English and in both', () => {
    const wanted = [wish('rose'), wish('musk', true)];
    const said = (language: 'ko' | 'en' | 'mixed') =>
      Array.from({ length: 30 }, (_, seed) =>
        ask(world, wanted, { language, part: 'test', forms: 'all' }, new SeededRandom(seed)),
      );
    expect(said('ko').every((text) => /[가-힣]/.test(text))).toBe(true);
    expect(said('en').every((text) => !/[가-힣]/.test(text))).toBe(true);
    expect(said('mixed').some((text) => /[가-힣].*[a-z]|[a-z].*[가-힣]/.test(text))).toBe(true);
    expect(new Set(said('ko')).size).toBeGreaterThan(20);
  });
});

describe('a training of the encoder', () => {
  const source = smallSource();
  const train = (steps: number) => trainEncoder({ source, seed: 1, steps, ...shape }, new LocalControl());

  async function firstAnswers(weights: Weights): Promise<number> {
    const session = await OrtSession.open(exportEncoder(weights).small, 'encoder');
    const figures = await evaluateEncoder({
      world: new World(source),
      encode: (texts) => runEncoder(texts, (inputs, expected) => session.run(inputs, expected)),
      dimensions,
      kinds: questionKinds.slice(0, 1),
      seed: 2,
      documents: 120,
      questions: 30,
    });
    return figures.Korean!.first;
  }

  it('improves the first answer within seconds', async () => {
    const [before, after] = [
      await firstAnswers((await train(0)).weights),
      await firstAnswers((await train(90)).weights),
    ];
    expect(after).toBeGreaterThan(before + 0.2);
  });

  it('gives the same weights each time', async () => {
    const [a, b] = [await train(6), await train(6)];
    expect(hashOf(a.weights)).toBe(hashOf(b.weights));
    expect(a.losses).toEqual(b.losses);
  });
});
