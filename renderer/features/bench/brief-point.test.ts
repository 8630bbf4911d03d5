import { expect, it } from 'vitest';
import { piecesOf, pointsIn, takenAtFirst, takenFrom } from './brief-point.ts';

const text = 'A light rose. No vanilla.';
const nothing = { families: [], notesWanted: [], notesUnwanted: [], moods: [], scenes: [], seasons: [], genders: [] };
const span = (words: string) => ({ from: text.indexOf(words), to: text.indexOf(words) + words.length });
const told = <T>(value: T, words: string) => ({ value, span: span(words) });
const readings = [
  {
    what: 'reading' as const,
    by: 'lexicon' as const,
    names: {},
    leftOut: [],
    isWhole: true,
    reading: {
      text,
      ...nothing,
      notesWanted: [told({ concept: 'rose' }, 'rose')],
      notesUnwanted: [told({ concept: 'vanilla' }, 'vanilla')],
      intensity: told('moderate' as const, 'light'),
      references: [],
    },
  },
  {
    what: 'reading' as const,
    by: 'model' as const,
    names: {},
    leftOut: [],
    isWhole: true,
    reading: {
      text,
      ...nothing,
      notesUnwanted: [told({ concept: 'vanilla' }, 'No vanilla')],
      intensity: told('subtle' as const, 'light'),
      references: [],
    },
  },
];
const points = pointsIn(readings);

it('puts together what both readers found, with the words of each', () => {
  expect(points.map(({ key, seen }) => [key, seen.map(({ by }) => by)])).toEqual([
    ['notesWanted rose', ['lexicon']],
    ['notesUnwanted vanilla', ['lexicon', 'model']],
    ['intensity moderate', ['lexicon']],
    ['intensity subtle', ['model']],
  ]);
});

it('takes everything at first, but of what can be one only what the better reader says', () => {
  expect([...takenAtFirst(points, true)]).toEqual(['notesWanted rose', 'notesUnwanted vanilla', 'intensity subtle']);
  expect([...takenAtFirst(points, false)]).toEqual(['notesWanted rose', 'notesUnwanted vanilla', 'intensity moderate']);
  const taken = points.filter(({ key }) => takenAtFirst(points, true).has(key));
  expect(takenFrom(taken)).toEqual({
    wishes: [
      { field: 'notesWanted', id: 'rose' },
      { field: 'notesUnwanted', id: 'vanilla' },
      { field: 'intensity', id: 'subtle' },
    ],
    references: [],
  });
});

it('cuts the brief where points begin and end, and loses no letter', () => {
  const pieces = piecesOf(text, points);
  expect(pieces.map((piece) => piece.text).join('')).toBe(text);
  expect(pieces.filter(({ keys }) => keys.includes('notesUnwanted vanilla')).map((piece) => piece.text)).toEqual([
    'No ',
    'vanilla',
  ]);
});
