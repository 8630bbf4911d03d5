import { expect, it } from 'vitest';
import type { BriefWishes } from '#perfumery/brief/brief.ts';
import { wishesOf, wishList } from './wish.ts';

it('takes what is kept of a brief apart and puts it together again', () => {
  const wishes: BriefWishes = {
    families: ['floral', 'citrus'],
    notesWanted: [{ concept: 'rose' }, { material: 'hedione' }],
    notesUnwanted: [{ concept: 'sweet' }],
    moods: ['calm'],
    scenes: [],
    seasons: ['spring'],
    genders: [],
    intensity: 'subtle',
    longevity: { hours: 8 },
    product: 'candle',
  };
  expect(wishesOf(wishList(wishes))).toEqual(wishes);
  expect(wishesOf(wishList({ ...wishes, longevity: 'fleeting' }))?.longevity).toBe('fleeting');
  expect(wishesOf([])).toBeUndefined();
  expect(wishList(undefined)).toEqual([]);
});

it('keeps the last of what can only be one', () => {
  const said = wishesOf([
    { field: 'intensity', id: 'subtle' },
    { field: 'intensity', id: 'intense' },
    { field: 'families', id: 'woody' },
    { field: 'families', id: 'woody' },
  ]);
  expect(said?.intensity).toBe('intense');
  expect(said?.families).toEqual(['woody']);
});
