import { describe, expect, it } from 'vitest';
import type { KnownModel } from '#intelligence/models/known-models.ts';
import { licenceOf } from './licence-of.ts';

const exaone = {
  licence: {
    id: 'EXAONE 1.1 - NC',
    commercialUse: 'not-allowed',
    url: 'https://example.org',
    note: { en: 'Ask.', ko: '문의' },
  },
} as KnownModel;

describe('the licence of a model', () => {
  it('is what the file says, where that is plain', () => {
    expect(licenceOf({ licence: 'apache-2.0' }, undefined)).toMatchObject({
      name: 'apache-2.0',
      commercial: 'allowed',
    });
    expect(licenceOf({ licence: 'cc-by-nc-4.0' }, undefined).commercial).toBe('forbidden');
    expect(licenceOf({ licence: 'llama3.1' }, undefined).commercial).toBe('conditional');
  });

  it('is what is known of the published model, where the file says nothing plain', () => {
    expect(licenceOf({}, exaone)).toMatchObject({ commercial: 'forbidden', note: { ko: '문의' } });
    expect(licenceOf({ licence: 'other' }, exaone).commercial).toBe('forbidden');
  });

  it('is never taken for allowed where nothing is known', () => {
    for (const licence of [undefined, '', 'other', 'proprietary-thing'])
      expect(licenceOf(licence === undefined ? {} : { licence }, undefined).commercial).toBe('unknown');
    expect(licenceOf(undefined, undefined)).toEqual({ name: null, commercial: 'unknown', note: null });
  });
});
