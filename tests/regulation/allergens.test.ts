import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadRegulation } from '#library/catalogue/load-regulation.ts';
import { readRows, sharedPath } from '#tests/catalogue/read-assets.ts';
import { isCas, shared } from './cas.ts';

const { allergenLists } = loadRegulation(resolve('assets/regulation'));
const eu = allergenLists.find(({ key }) => key === 'eu-2023-1545')?.allergens ?? [];
const kr = allergenLists.find(({ key }) => key === 'kr-25')?.allergens ?? [];
const inci = (list: typeof eu) => list.map((allergen) => allergen.inci);
const reference = sharedPath('data/ifra51/DB_EU_Allergens.csv');

describe('the lists of allergens', () => {
  it('have 80 entries in the EU and 25 in Korea', () => {
    expect(eu).toHaveLength(80);
    expect(kr).toHaveLength(25);
  });

  it('declare above 0.001 % left on and 0.01 % rinsed off, in both', () => {
    for (const { thresholds } of allergenLists) expect(thresholds).toEqual({ leaveOn: '0.001', rinseOff: '0.01' });
  });

  it('name every entry in both languages and say where it stands', () => {
    for (const list of allergenLists)
      for (const { inci: label, name, source } of list.allergens) {
        expect(label.trim()).not.toBe('');
        expect(name.ko, label).toMatch(/[가-힣]/);
        expect(source, label).toMatch(/entry \d+|item \d+/);
      }
    for (const list of [eu, kr]) expect(new Set(inci(list)).size).toBe(list.length);
    for (const list of [eu, kr]) expect(new Set(list.map(({ source }) => source)).size).toBe(list.length);
  });

  it('write only CAS numbers whose check digit holds, none of them an EC number', () => {
    for (const list of [eu, kr]) expect(list.flatMap(({ cas }) => cas).filter((cas) => !isCas(cas))).toEqual([]);
  });

  it('have each CAS in one entry, but for the two the law gives to orange flower and orange peel', () => {
    expect(shared(kr)).toEqual({});
    const pair = ['citrus-aurantium-flower-oil', 'citrus-aurantium-peel-oil'];
    expect(shared(eu)).toEqual({ '72968-50-4': pair, '8028-48-6': pair });
  });

  it('have the three classic allergens that the regulation of 2023 left untouched', () => {
    for (const list of [eu, kr])
      for (const label of ['Eugenol', 'Cinnamal', 'Coumarin']) expect(inci(list)).toContain(label);
  });

  it('group isomers under the name on the label', () => {
    const group = (label: string) => eu.find((allergen) => allergen.inci === label)?.cas;
    expect(group('Citral')).toEqual(expect.arrayContaining(['5392-40-5', '141-27-5', '106-26-3']));
    expect(group('Rose Ketones')).toEqual(
      expect.arrayContaining(['43052-87-5', '23726-91-2', '23696-85-7', '57378-68-4']),
    );
    expect(group('Pinene')).toEqual(expect.arrayContaining(['80-56-8', '127-91-3']));
    expect(group('Evernia Prunastri Extract')).toEqual(
      expect.arrayContaining(['90028-68-5', '9000-50-4', '68917-10-2']),
    );
    expect(group('Evernia Furfuracea Extract')).toEqual(expect.arrayContaining(['90028-67-4', '68648-41-9']));
  });

  it('declare Lilial in Korea only and HICC nowhere: the EU prohibits both', () => {
    expect(inci(kr)).toContain('Butylphenyl Methylpropional');
    expect(inci(eu)).not.toContain('Butylphenyl Methylpropional');
    for (const list of [eu, kr]) expect(list.flatMap(({ cas }) => cas)).not.toContain('31906-04-4');
  });

  it('say the same of a substance in both lists', () => {
    for (const allergen of kr) {
      const same = eu.find(({ key }) => key === allergen.key);
      if (same)
        expect({ inci: same.inci, cas: same.cas, ko: same.name.ko }).toEqual({
          inci: allergen.inci,
          cas: allergen.cas,
          ko: allergen.name.ko,
        });
    }
    expect(kr.filter(({ key }) => eu.some((other) => other.key === key))).toHaveLength(24);
  });

  it.skipIf(!existsSync(reference))(
    'cover every CAS of the reference list but the banned two and 6-methylcoumarin',
    () => {
      const ours = new Set(eu.flatMap(({ cas }) => cas));
      const theirs = readRows(reference).flatMap((row) => (row.get('CAS') ?? '').split('|').filter(isCas));
      expect(theirs.length).toBeGreaterThan(100);
      expect(theirs.filter((cas) => !ours.has(cas)).sort()).toEqual(['31906-04-4', '51414-25-6', '80-54-6', '92-48-8']);
    },
  );
});
