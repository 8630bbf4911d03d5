import { describe, expect, it } from 'vitest';
import { SeededRandom } from '#foundation/seeded-random.ts';
import type { Conversation } from '#intelligence/training/language-model/corpus/conversation.ts';
import { conversationsFrom } from '#intelligence/training/language-model/corpus/draw-conversation.ts';
import { shippedSources } from './shipped-sources.ts';

const sources = shippedSources();
const { learned, heldOut } = conversationsFrom(sources);
const drawn = (draw: (random: SeededRandom) => Conversation, count: number, seed: number) => {
  const random = new SeededRandom(seed);
  return Array.from({ length: count }, () => draw(random));
};
const questionOf = ({ turns }: Conversation) => turns.find(({ speaker }) => speaker === 'user')!.text;
const answerOf = ({ turns }: Conversation) => turns.at(-1)!.text;

describe('conversations made of the catalogue', () => {
  const some = drawn(learned, 3000, 1);

  it('are the same for the same seed, and in both languages', () => {
    expect(drawn(learned, 50, 1)).toEqual(some.slice(0, 50));
    const korean = some.filter(({ language }) => language === 'ko').length;
    expect(korean).toBeGreaterThan(1300);
    expect(korean).toBeLessThan(1700);
    expect(some.filter(({ language }) => language === 'en').every((each) => !/[가-힣]/.test(questionOf(each)))).toBe(
      true,
    );
  });

  it('never hold what is kept for measuring', () => {
    const asked = new Set(drawn(learned, 5000, 2).map((each) => `${each.task} ${questionOf(each)}`));
    const kept = drawn(heldOut, 120, 3).filter(({ task }) => task !== 'brief');
    expect(kept.length).toBeGreaterThan(70);
    const alike = kept.filter((each) => asked.has(`${each.task} ${questionOf(each)}`));
    // two materials may share an alias, and then a question
    expect(alike.length / kept.length).toBeLessThan(0.03);
  });

  it('say of a material what the catalogue says', () => {
    const amounts = drawn(learned, 5000, 4).filter(({ task, language }) => task === 'amount' && language === 'en');
    // asked by name or alias: the longest that stands in the question, unless two materials share it
    const names = sources.materials.flatMap((about) =>
      [about.name.en, ...about.aliases.en].map((name) => ({ about, name })),
    );
    const told = amounts.flatMap((each) => {
      const found = names.filter(({ name }) => questionOf(each).includes(name));
      const longest = Math.max(...found.map(({ name }) => name.length));
      const [only, ...others] = new Set(found.filter(({ name }) => name.length === longest).map(({ about }) => about));
      return only?.typicalUse && only.maximumUse && others.length === 0
        ? [{ about: only, answer: answerOf(each) }]
        : [];
    });
    expect(told.length).toBeGreaterThan(20);
    for (const { about, answer } of told)
      expect(answer).toContain(
        `Usually ${about.typicalUse!.value} % of the concentrate, rarely above ${about.maximumUse!.value} %`,
      );
  });

  it('draft formulas of materials that are there, in parts above nothing', () => {
    const ids = new Set<string>(sources.materials.map(({ id }) => id));
    const lines = some
      .filter(({ task }) => task === 'draft' || task === 'example')
      .flatMap((each) =>
        answerOf(each)
          .split('\n')
          .map((line) => JSON.parse(line) as { material: string; parts: number }),
      );
    expect(lines.length).toBeGreaterThan(500);
    expect(lines.filter(({ material, parts }) => !ids.has(material) || !(parts > 0))).toEqual([]);
  });

  it('read briefs into JSON that names only ideas of the lexicon, none wanted and unwanted at once', () => {
    const ids = new Set(sources.concepts.map(({ id }) => id));
    const readings = some
      .filter(({ task }) => task === 'brief')
      .map((each) => JSON.parse(answerOf(each)) as Record<string, string[]>);
    expect(readings.length).toBeGreaterThan(300);
    expect(readings.flatMap((reading) => Object.values(reading).flat()).filter((id) => !ids.has(id))).toEqual([]);
    expect(readings.filter(({ notes = [], unwanted = [] }) => unwanted.some((id) => notes.includes(id)))).toEqual([]);
  });
});
