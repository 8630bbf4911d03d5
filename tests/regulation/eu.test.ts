import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadRegulation } from '#library/catalogue/load-regulation.ts';
import { readMaterials } from '#tests/catalogue/read-assets.ts';
import { isCas, shared } from './cas.ts';

const { euLaw, ifra } = loadRegulation(resolve('assets/regulation'));
const byKey = new Map(euLaw.prohibited.map((substance) => [substance.key, substance]));

describe('what the EU prohibits', () => {
  it('is a list of at least 25 substances with names in both languages', () => {
    expect(euLaw.prohibited.length).toBeGreaterThanOrEqual(25);
    for (const { key, name, entry, regulation } of euLaw.prohibited) {
      expect(name.en.trim(), key).not.toBe('');
      expect(name.ko, key).toMatch(/[가-힣]/);
      expect(entry, key).toMatch(/^Annex II(, entry \d+)?$/);
      expect(regulation, key).toMatch(/^Regulation \((EC|EU)\) /);
    }
  });

  it('writes each CAS once, and only those whose check digit holds', () => {
    expect(euLaw.prohibited.flatMap(({ cas }) => cas).filter((cas) => !isCas(cas))).toEqual([]);
    expect(shared(euLaw.prohibited)).toEqual({});
  });

  it('gives no entry number to two substances', () => {
    const numbers = euLaw.prohibited.map(({ entry }) => entry).filter((entry) => entry !== 'Annex II');
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('has the three substances of 2017 and Lilial, with the dates they apply from', () => {
    for (const key of ['hicc', 'atranol', 'chloroatranol'])
      expect(byKey.get(key)).toMatchObject({ regulation: 'Regulation (EU) 2017/1410', since: '2019-08-23' });
    expect(byKey.get('butylphenyl-methylpropional')).toMatchObject({
      cas: ['80-54-6'],
      entry: 'Annex II, entry 1666',
      regulation: 'Regulation (EU) 2021/1902',
      since: '2022-03-01',
    });
  });

  it('tolerates natural safrole up to 100 ppm, and 50 ppm in the mouth', () => {
    expect(byKey.get('safrole')?.traceCeiling).toEqual({ leaveOn: '0.01', rinseOff: '0.01', oral: '0.005' });
  });

  it('prohibits crude Peru balsam and verbena oil, not the extracts of the same CAS', () => {
    for (const key of ['peru-balsam-crude', 'verbena-oil']) {
      expect(byKey.get(key)?.grades, key).toContain('unspecified');
      expect(byKey.get(key)?.grades, key).not.toContain('extract_or_distillate');
    }
  });

  it('restricts more than IFRA: Lilial and HICC are both prohibited here and limited there', () => {
    for (const [law, standard] of [
      ['butylphenyl-methylpropional', 'p-bmhca'],
      ['hicc', 'hmpcc'],
    ] as const) {
      const limit = ifra.standards.find(({ key }) => key === standard)?.limits?.['4'];
      expect(byKey.has(law)).toBe(true);
      expect(limit?.state).toBe('limit');
    }
  });

  it('leaves out what the EU only restricts', () => {
    const prohibited = new Set(euLaw.prohibited.flatMap(({ cas }) => cas));
    for (const cas of ['92-48-8', '93-15-2', '81-15-2', '81-14-1', '17369-59-4', '119-36-8'])
      expect(prohibited.has(cas), cas).toBe(false);
  });

  it('prohibits no material of the catalogue that is not flagged for it', () => {
    const prohibited = new Map(
      euLaw.prohibited.flatMap((substance) => substance.cas.map((cas) => [cas, substance] as const)),
    );
    const caught = readMaterials().filter(({ cas, grade = 'unspecified' }) =>
      cas.some((number) => {
        const substance = prohibited.get(number);
        return substance !== undefined && (substance.grades?.includes(grade) ?? true);
      }),
    );
    expect(caught.filter(({ flags }) => !flags.includes('eu_prohibited')).map(({ id }) => id)).toEqual([]);
  });
});
