import { expect, test } from 'vitest';
import type { MaterialId } from '#foundation/ids.ts';
import type { LibraryMaterial } from '#perfumery/material/shelf.ts';
import { type Draft, draftOf } from './draft.ts';
import { readDraft } from './read-draft.ts';

const linalool: LibraryMaterial = {
  material: {
    id: 'linalool' as MaterialId,
    name: { en: 'Linalool', ko: '리날룰' },
    aliases: { en: ['Linalol'], ko: [] },
    inci: 'Linalool',
    cas: ['78-70-6'],
    kind: 'synthetic',
    family: 'floral',
    role: 'top',
    descriptors: ['floral'],
    molecularFormula: { value: 'C10H18O', method: 'stated', source: 'sillage-identity' },
    molecularWeight: { value: 154.253, method: 'computed', source: 'iupac-2021' },
    smiles: { value: 'CC(C)=CCCC(C)(O)C=C', method: 'stated', source: 'pubchem' },
    density: { value: 0.861, method: 'stated', source: 'supplier-typical' },
    vapourPressure: { value: 2e-7, method: 'measured', source: 'pubchem', note: 'a small one' },
    constituents: [{ cas: '78-70-6', name: 'Linalool', typical: 97, method: 'stated', source: 'supplier-typical' }],
    flags: ['standard_alias'],
  },
  origin: 'shipped',
  ownFields: [],
  shelf: { supplier: '', sku: '', location: '', note: '', dilutions: [] },
  archived: false,
  revision: 0,
};
const draft = draftOf(linalool);
const typing = (part: Partial<Draft>) => readDraft({ ...draft, ...part }, linalool);
const figure = (field: keyof Draft['facts'], value: string) =>
  typing({ facts: { ...draft.facts, [field]: { value, method: 'supplier', source: 'sheet 7' } } });

test('what nobody touched is what it was, with its provenance', () => {
  const { facts, shelf, problems } = readDraft(draft, linalool);
  const { id: _, ...was } = linalool.material;
  expect(problems.size).toBe(0);
  expect(facts).toEqual(was);
  expect(shelf).toEqual(linalool.shelf);
});

test('a changed figure becomes what the perfumer says it is', () => {
  expect(figure('density', '0,87').facts.density).toEqual({ value: 0.87, method: 'supplier', source: 'sheet 7' });
  expect(figure('density', '').facts.density).toBeUndefined();
});

test('the weight follows from the formula', () => {
  expect(figure('molecularFormula', 'C10H20O').facts.molecularWeight).toEqual({
    value: 156.269,
    method: 'computed',
    source: 'iupac-2021',
  });
  expect(figure('molecularFormula', 'H18C10O').problems.get('molecularFormula')?.why).toBe('formula');
});

test.each([
  ['density', '0', 'not-above'],
  ['density', '26', 'too-high'],
  ['density', 'light', 'not-a-number'],
  ['vapourPressure', '-1', 'too-low'],
  ['vapourPressure', '1,250', 'ambiguous'],
  ['typicalUse', '101', 'too-high'],
] as const)('%s cannot be %s', (field, value, why) => {
  const { problems } = figure(field, value);
  expect([...problems].map(([at, problem]) => [at, problem.why])).toEqual([[field, why]]);
});

test('CAS numbers are taken in any list, and a mistyped digit is named', () => {
  expect(typing({ cas: '78-70-6; 115-95-7\n126-91-0' }).facts.cas).toEqual(['78-70-6', '115-95-7', '126-91-0']);
  expect(typing({ cas: '78-70-6 115-95-7' }).facts.cas).toEqual(['78-70-6', '115-95-7']);
  expect(typing({ cas: '78-70-6, 78-70-7' }).problems.get('cas')).toEqual({ why: 'check-digit', text: '78-70-7' });
  expect(typing({ cas: 'linalool' }).problems.get('cas')?.why).toBe('form');
});

test('a name in one language is enough, none is not', () => {
  expect(typing({ nameEn: '' }).problems.size).toBe(0);
  expect(typing({ nameEn: ' ', nameKo: '' }).problems.get('nameKo')?.why).toBe('name-empty');
});

test('constituents may not be more than the whole, and a changed row is the perfumer’s', () => {
  const row = { row: 1, cas: '106-24-1', name: 'Geraniol', typical: '3.5', min: '', max: '' };
  expect(typing({ constituents: [...draft.constituents, row] }).problems.get('constituents')).toEqual({
    why: 'sum',
    text: '100.5',
  });
  const changed = typing({ constituents: [...draft.constituents, { ...row, typical: '2' }] });
  expect(changed.problems.size).toBe(0);
  expect(changed.facts.constituents?.map(({ cas, typical, method }) => [cas, typical, method])).toEqual([
    ['78-70-6', 97, 'stated'],
    ['106-24-1', 2, 'perfumer'],
  ]);
  expect(typing({ constituents: [{ ...row, min: '4' }] }).problems.get('constituents 1 typical')?.why).toBe('range');
});

test('unknown composition and an empty one are two things', () => {
  expect(typing({ isComposed: false }).facts.constituents).toBeUndefined();
  expect(typing({ constituents: [] }).facts.constituents).toEqual([]);
});

test('a price has a currency and a day that exists; a dilution has a solvent', () => {
  const priced = typing({ price: '1 250,5', currency: 'eur', date: '2026-02-28' });
  expect(priced.shelf.price).toEqual({ perKilogram: '1250.5', currency: 'EUR', date: '2026-02-28' });
  const { problems } = typing({ price: '12', currency: 'E', date: '2026-02-31' });
  expect([...problems.keys()]).toEqual(['currency', 'date']);
  const dilutions = [{ row: 0, percent: '10', solventId: '' as const }];
  expect(typing({ dilutions }).problems.get('dilutions 0 solvent')?.why).toBe('solvent');
});

test('a day without a price is told, not dropped; the day of the price there was is no such day', () => {
  expect(typing({ date: '2026-02-28' }).problems.get('price')?.why).toBe('price-missing');
  const price = { perKilogram: '12' as never, currency: 'EUR', date: '2026-02-28' };
  const priced = { ...linalool, shelf: { ...linalool.shelf, price } };
  const cleared = readDraft({ ...draftOf(priced), price: '' }, priced);
  expect(cleared.problems.size).toBe(0);
  expect(cleared.shelf.price).toBeUndefined();
});

test('a structure has to be one, and that of the formula', () => {
  expect(figure('smiles', 'CC(C)=CCCC(C)(O)C=C)').problems.get('smiles')?.why).toBe('smiles');
  expect(figure('smiles', 'CCO').problems.get('smiles')).toEqual({
    why: 'smiles-differs',
    text: 'C2H6O',
    bound: 'C10H18O',
  });
  const own = figure('smiles', 'OC(C)(C=C)CCC=C(C)C');
  expect(own.problems.size).toBe(0);
  expect(own.facts.smiles).toEqual({ value: 'OC(C)(C=C)CCC=C(C)C', method: 'supplier', source: 'sheet 7' });
});

test('an odour threshold of one’s own stands over the shipped one', () => {
  expect(figure('odourThreshold', '0.0000004').facts.odourThreshold).toMatchObject({ value: 4e-7, method: 'supplier' });
  expect(figure('odourThreshold', '0').problems.get('odourThreshold')?.why).toBe('not-above');
});

test('hazard codes are read one to a line; none entered and none there are two things', () => {
  expect(typing({}).facts.hazards).toBeUndefined();
  expect(typing({ hasNoHazards: true, hazardSource: 'Supplier, 2026' }).facts).toMatchObject({
    hazards: [],
    hazardSource: 'Supplier, 2026',
  });
  const { facts, problems } = typing({ hazards: 'h317 1b\n\nH410 (M=10); H302 ATE 500' });
  expect(problems.size).toBe(0);
  expect(facts.hazards).toEqual(['H317 1B', 'H410 M=10', 'H302 ATE=500']);
  expect(typing({ hazards: 'H317\nH999' }).problems.get('hazards')).toEqual({ why: 'hazard-unknown', text: 'H999' });
  const kept = { ...linalool, material: { ...linalool.material, hazards: ['Xi'] } };
  expect(readDraft(draftOf(kept), kept)).toMatchObject({ facts: { hazards: ['Xi'] }, problems: new Map() });
});

test('neighbours of one’s own stand over the shipped ones, and none at all is said as such', () => {
  const nerol = { materialId: 'nerol' as MaterialId, en: 'sweeter', ko: ' 더 달콤 ' };
  const { facts } = typing({ substitutes: [nerol], pairings: ['geraniol' as MaterialId] });
  expect(facts.substitutes).toEqual([{ materialId: 'nerol', reason: { en: 'sweeter', ko: '더 달콤' } }]);
  expect(facts.pairings).toEqual(['geraniol']);
  expect(typing({}).facts).not.toHaveProperty('pairings');
  const paired = { ...linalool, material: { ...linalool.material, pairings: ['nerol' as MaterialId] } };
  expect(readDraft({ ...draftOf(paired), pairings: [] }, paired).facts.pairings).toEqual([]);
});
