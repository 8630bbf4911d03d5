import { afterAll, beforeAll, expect, it } from 'vitest';
import { createLexicon } from '#intelligence/language/lexicon.ts';
import { readQuery } from '#intelligence/language/read-query.ts';
import type { OpenStudio } from '#tests/library/open-studio.ts';
import { openStudio, refusalOf } from '#tests/library/open-studio.ts';
import { context, lexicon } from './reading-context.ts';
import { sayReading } from './say-reading.ts';

let studio: OpenStudio;
beforeAll(() => {
  studio = openStudio({ locale: 'ko' });
});
afterAll(() => studio[Symbol.dispose]());

const attic = {
  id: 'attic',
  text: '우리 집 다락',
  means: [
    { concept: 'old-books', weight: 1 },
    { concept: 'woody', weight: 0.5 },
  ],
};
const chips = async (text: string) => (await studio.client.search.find({ text })).chips.map(({ label }) => label.ko);

it('a word with several meanings is a concept of its own, one with a single meaning another word for it', () => {
  const learned = createLexicon({ concepts: lexicon.concepts, ambiguous: lexicon.ambiguous }, [
    attic,
    { id: 'zing', text: 'Zingzang', means: [{ concept: 'zesty', weight: 1 }] },
    { id: 'gone', text: '없는 뜻', means: [{ concept: 'nothing-there', weight: 1 }] },
  ]);
  expect(sayReading(readQuery('우리집다락에 어울리는 zingzang 향', learned, context))).toBe('+own-attic +zesty');
  expect(learned.find('own-attic')?.implies).toEqual({ 'old-books': 1, woody: 0.5 });
  expect(learned.find('own-gone')).toBeUndefined();
  expect(sayReading(readQuery('우리 집 다락', lexicon, context))).not.toContain('own-attic');
});

it('is kept, understood at once, listed, removed and kept again', async () => {
  const { client } = studio;
  expect((await client.lexicon.concepts()).find(({ id }) => id === 'petrichor')?.label.en).toBe('petrichor');
  expect(await client.lexicon.words()).toEqual([]);
  expect(await client.lexicon.keep({ ...attic, text: '  우리 집  다락 ' })).toEqual(attic);
  expect(await chips('우리집 다락')).toEqual(['우리 집 다락']);
  expect(await client.lexicon.words()).toEqual([attic]);
  expect((await client.lexicon.concepts()).some(({ id }) => id.startsWith('own-'))).toBe(false);
  expect(await client.lexicon.remove({ id: 'attic' })).toEqual(attic);
  expect(await chips('우리집 다락')).not.toContain('우리 집 다락');
  await client.lexicon.keep(attic);
  expect(await client.lexicon.words()).toEqual([attic]);
});

it('is refused where it says nothing, means nothing, or is there already', async () => {
  const { client } = studio;
  const refused = async (word: Partial<typeof attic>) =>
    ((await refusalOf(client.lexicon.keep({ ...attic, ...word }))) as { facts: unknown }).facts;
  expect(await refused({ text: ' - ' })).toMatchObject({ reason: 'no-text' });
  expect(await refused({ text: 'a'.repeat(61) })).toMatchObject({ reason: 'too-long' });
  expect(await refused({ means: [] })).toMatchObject({ reason: 'no-meaning' });
  expect(await refused({ means: [{ concept: 'nothing-there', weight: 1 }] })).toMatchObject({
    reason: 'unknown-meaning',
  });
  const twice = { concept: 'rose', weight: 1 };
  expect(await refused({ means: [twice, twice] })).toMatchObject({ reason: 'meanings' });
  expect(await refused({ id: 'other', text: '우리집다락' })).toMatchObject({ text: '우리 집 다락', id: 'attic' });
  expect(await refusalOf(client.lexicon.remove({ id: 'nobody' }))).toMatchObject({ code: 'word.not-found' });
});
