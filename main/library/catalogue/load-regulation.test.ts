import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadRegulation } from './load-regulation.ts';

const shipped = resolve('assets/regulation');
let folder: string;

/** Changes the first `from` in one table of the copy to `to`. */
function spoil(name: string, from: string, to: string) {
  const path = join(folder, name);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
}

describe('loading the regulation', () => {
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'regulation-'));
    cpSync(shipped, folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('reads all four tables that ship', () => {
    const { ifra, euLaw, allergenLists } = loadRegulation(shipped);
    expect(ifra.amendment).toBe(51);
    expect(ifra.standards.find(({ key }) => key === 'eugenol')?.limits?.['4']).toEqual({
      state: 'limit',
      percent: '2.5',
    });
    expect(euLaw.prohibited.map(({ key }) => key)).toContain('butylphenyl-methylpropional');
    expect(allergenLists.map(({ key }) => key)).toEqual(['eu-2023-1545', 'kr-25']);
  });

  it('refuses a missing column', () => {
    spoil('ifra-51.json', '"10B": {"state": "limit", "percent": "4.4"}, ', '');
    expect(() => loadRegulation(folder)).toThrow('one limit for each category');
  });

  it('refuses a state it does not know', () => {
    spoil('ifra-51.json', '"state": "no-restriction"', '"state": "blank"');
    expect(() => loadRegulation(folder)).toThrow('says what holds in category 12');
  });

  it.each(['2,5', '1.5e-4', '-1', '', '250'])('refuses %j as a percentage', (percent) => {
    spoil('ifra-51.json', '"percent": "0.00016"', `"percent": "${percent}"`);
    expect(() => loadRegulation(folder)).toThrow('plain decimals');
  });

  it('refuses a group that refers to no standard', () => {
    spoil('ifra-51.json', '"limitsOf": "oakmoss-extracts"', '"limitsOf": "oakmoss"');
    expect(() => loadRegulation(folder)).toThrow('not oakmoss');
  });

  it('refuses two entries of one key', () => {
    spoil('eu-law.json', '"key": "atranol"', '"key": "chloroatranol"');
    expect(() => loadRegulation(folder)).toThrow('a key of its own');
  });

  it('refuses an allergen that is about nobody', () => {
    spoil('kr-allergens.json', '"cas": ["122-40-7"]', '"cas": []');
    expect(() => loadRegulation(folder)).toThrow('says whom it is about');
  });
});
