/** @file The shipped synthetics and carriers: identity that adds up, and every number with where it came from. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseCas } from '#perfumery/material/cas.ts';
import { type Fact, families, grades, type Material, materialKinds, roles } from '#perfumery/material/material.ts';
import { molecularWeight } from '#perfumery/material/molecular-weight.ts';
import { readCatalogueFile, readDescriptors, readMaterials, readRows, sharedPath } from './read-assets.ts';

const synthetics = readCatalogueFile('synthetics.json');
const solvents = readCatalogueFile('solvents.json');
const materials = [...synthetics.materials, ...solvents.materials];
const byId = new Map(materials.map((material) => [material.id as string, material]));
const vocabulary = new Set(readDescriptors().map(({ id }) => id));

const factFields = [
  'molecularFormula',
  'molecularWeight',
  'smiles',
  'density',
  'vapourPressure',
  'odourThreshold',
  'boilingPoint',
  'blotterLife',
  'typicalUse',
  'maximumUse',
  'defaultDilution',
] as const;

const factsOf = (material: Material): readonly (Fact<number | string> & { readonly field: string })[] =>
  factFields.flatMap((field) => {
    const fact: Fact<number | string> | undefined = material[field];
    return fact ? [{ ...fact, field: `${material.id} ${field}` }] : [];
  });

/** How many of each heavy atom a SMILES or a formula names; hydrogen aside, for SMILES leaves it to be inferred. */
function heavyAtoms(text: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const [, symbol = '', times] of text.matchAll(/(Cl|Br|[BCFINOPS]|[bcnops])(\d*)/g)) {
    const element = symbol.charAt(0).toUpperCase() + symbol.slice(1);
    counts[element] = (counts[element] ?? 0) + Number(times || 1);
  }
  return counts;
}
/** Without stereochemistry, ring numbers, bonds and charges: the atoms, one letter each. */
const atomsOnly = (smiles: string) => smiles.replace(/[^A-GI-Za-z]/g, '');
const flat = (smiles: string) => smiles.replace(/\[C@@?H?\]/g, 'C').replace(/[/\\]/g, '');

function ranks(values: readonly number[]): number[] {
  return values.map((value) => {
    const below = values.filter((other) => other < value).length;
    return below + (values.filter((other) => other === value).length - 1) / 2;
  });
}

/** Spearman's rank correlation, ties sharing their mean rank. */
function spearman(a: readonly number[], b: readonly number[]): number {
  const [x, y] = [ranks(a), ranks(b)];
  const middle = (a.length - 1) / 2;
  const sum = (left: readonly number[], right: readonly number[]) =>
    left.reduce((total, value, index) => total + (value - middle) * ((right[index] ?? middle) - middle), 0);
  return sum(x, y) / Math.sqrt(sum(x, x) * sum(y, y));
}

const pressureOf = (material: Material) => material.vapourPressure?.value ?? Number.NaN;

describe('the shipped synthetics and carriers', () => {
  it('are each of its kind, and each there once', () => {
    expect(synthetics.materials.filter(({ kind }) => kind !== 'synthetic')).toEqual([]);
    expect(solvents.materials.filter(({ kind }) => kind !== 'solvent')).toEqual([]);
    expect(byId.size).toBe(materials.length);
  });

  it('have CAS numbers that pass the check digit and belong to one material only', () => {
    const numbers = materials.flatMap(({ cas }) => cas);
    const inside = materials.flatMap(({ constituents = [] }) => constituents.map(({ cas }) => cas));
    expect(materials.filter(({ cas }) => cas.length === 0)).toEqual([]);
    expect([...numbers, ...inside].filter((cas) => !parseCas(cas).ok)).toEqual([]);
    expect(numbers.filter((cas, index) => numbers.indexOf(cas) !== index)).toEqual([]);
  });

  it('have primary CAS numbers that no other material of the catalogue has', () => {
    const own = new Set(materials.flatMap(({ cas }) => cas));
    const others = readMaterials().filter(({ id }) => !byId.has(id));
    expect(others.filter(({ cas }) => cas.some((number) => own.has(number))).map(({ id }) => id)).toEqual([]);
  });

  it.each(['en', 'ko'] as const)(
    'have names and aliases that mean one material of the whole catalogue: %s',
    (language) => {
      const owners = new Map<string, Set<string>>();
      for (const { id, name, aliases } of readMaterials()) {
        for (const said of [name[language], ...aliases[language]]) {
          expect(said, id).toBe(said.trim().normalize('NFC'));
          const folded = said.toLowerCase().replace(/\s/g, '');
          owners.set(folded, (owners.get(folded) ?? new Set()).add(id));
        }
        expect(new Set([name[language], ...aliases[language]]).size, id).toBe(aliases[language].length + 1);
      }
      expect([...owners].filter(([, ids]) => ids.size > 1)).toEqual([]);
    },
  );

  it('have names without brackets, and at least one more name to be found by', () => {
    expect(materials.filter(({ name }) => /[()]/.test(name.en + name.ko)).map(({ name }) => name)).toEqual([]);
    const lonely = materials.filter(({ aliases }) => aliases.ko.length === 0 && aliases.en.length === 0);
    expect(lonely.map(({ id }) => id)).toEqual([]);
  });

  it('use the closed words for kind, family, role and grade, and the odour vocabulary', () => {
    for (const material of materials) {
      expect(materialKinds).toContain(material.kind);
      expect(families).toContain(material.family);
      expect(roles).toContain(material.role);
      if (material.grade) expect(grades).toContain(material.grade);
      expect(material.descriptors.length, material.id).toBeGreaterThan(0);
      expect(material.descriptors.filter((id) => !vocabulary.has(id))).toEqual([]);
    }
    expect(solvents.materials.filter(({ role, family }) => role !== 'none' || family !== 'solvent')).toEqual([]);
  });

  it('weigh what their formula says', () => {
    for (const { id, molecularFormula, molecularWeight: stated } of materials) {
      if (!molecularFormula) continue;
      const computed = molecularWeight(molecularFormula.value);
      expect(computed, `${id} ${molecularFormula.value}`).toBeDefined();
      expect(Math.abs((stated?.value ?? 0) - (computed ?? 0)), id).toBeLessThan(0.05);
    }
    expect(materials.filter((material) => !material.molecularFormula).map(({ id }) => id)).toEqual(['clearwood']);
  });

  it('have structures made of the atoms in their formula, and formulas of the right parity', () => {
    for (const { id, molecularFormula, smiles } of materials) {
      if (smiles) expect(heavyAtoms(atomsOnly(smiles.value)), id).toEqual(heavyAtoms(molecularFormula?.value ?? ''));
      const hydrogen = Number(/H(\d+)/.exec(molecularFormula?.value ?? 'H2')?.[1]);
      const { N = 0, Cl = 0 } = heavyAtoms(molecularFormula?.value ?? '');
      expect((hydrogen + N + Cl) % 2, id).toBe(0);
    }
  });

  it.each([
    ['synthetics.json', synthetics],
    ['solvents.json', solvents],
  ] as const)('carry a described source with every fact, and describe none that is not used: %s', (_, file) => {
    const facts = file.materials.flatMap(factsOf);
    const constituents = file.materials.flatMap((material) => material.constituents ?? []);
    expect([...new Set([...facts, ...constituents].map(({ source }) => source))].sort()).toEqual(
      Object.keys(file.sources).sort(),
    );
  });

  it('call an estimate ours only where the method is ours, and say what was quoted where it is not', () => {
    const facts = materials.flatMap(factsOf);
    const unfounded = facts.filter(({ method, source }) => method === 'own-estimate' && !source.startsWith('sillage-'));
    expect(unfounded).toEqual([]);
    const pressures = materials.flatMap(({ vapourPressure }) => vapourPressure ?? []);
    const unquoted = pressures.filter(({ source, note }) => source === 'pubchem' && !/CID \d+: ".+"/.test(note ?? ''));
    expect(unquoted).toEqual([]);
    const overprecise = pressures.filter(
      ({ method, value }) => method === 'own-estimate' && value !== Number(value.toPrecision(2)),
    );
    expect(overprecise).toEqual([]);
  });

  it('have numbers in a sensible order of size', () => {
    for (const material of materials) {
      for (const { field, value } of factsOf(material)) {
        if (typeof value === 'number') expect(value, field).toBeGreaterThan(0);
      }
      expect(material.density?.value ?? 1, material.id).toBeGreaterThan(0.75);
      expect(material.density?.value ?? 1, material.id).toBeLessThan(1.3);
      expect(material.typicalUse?.value ?? 0, material.id).toBeLessThanOrEqual(material.maximumUse?.value ?? 0);
      expect(material.maximumUse?.value ?? 0, material.id).toBeLessThanOrEqual(100);
      expect(material.defaultDilution?.value, material.id).toBeLessThanOrEqual(100);
    }
  });

  it('all have a vapour pressure, and the careful reading of it', () => {
    expect(materials.filter((material) => !(pressureOf(material) > 0)).map(({ id }) => id)).toEqual([]);
    const read = (id: string) => byId.get(id)?.vapourPressure?.value;
    expect(read('linalool')).toBeCloseTo(21.2, 1);
    expect(read('nerol')).toBe(4);
    expect(read('vanillin')).toBeCloseTo(0.0157, 4);
    expect(read('coumarin')).toBeCloseTo(0.131, 3);
    expect(read('indole')).toBeCloseTo(1.63, 2);
    expect(read('ethanol')).toBeGreaterThan(7000);
    expect(read('musk-ketone')).toBeLessThan(0.001);
  });

  it('evaporate in the order of their place in the pyramid, by and large', () => {
    const volatility = { top: 2, heart: 1, base: 0, none: Number.NaN };
    const places = synthetics.materials.map(({ role }) => volatility[role]);
    expect(spearman(synthetics.materials.map(pressureOf), places)).toBeGreaterThan(0.8);
  });

  it('leave what the EU prohibits without a customary use', () => {
    const prohibited = materials.filter(({ flags }) => flags.includes('eu_prohibited'));
    expect(prohibited.map(({ id }) => id).sort()).toEqual(['lilial-bmhca', 'lyral-hicc']);
    expect(prohibited.filter(({ typicalUse, maximumUse }) => typicalUse || maximumUse)).toEqual([]);
  });

  it('know what aldehyde a Schiff base gives back', () => {
    const weight = (id: string) => byId.get(id)?.molecularWeight?.value ?? Number.NaN;
    const [aldehyde, ...rest] = byId.get('aurantiol-schiff-base')?.constituents ?? [];
    expect(rest).toEqual([]);
    expect(aldehyde?.cas).toBe('107-75-5');
    const share = (100 * weight('hydroxycitronellal')) / weight('aurantiol-schiff-base');
    expect(aldehyde?.typical).toBeCloseTo(share, 1);
  });

  it('sum their constituents to at most a hundred, with min ≤ typical ≤ max', () => {
    for (const { id, constituents = [] } of materials) {
      expect(
        constituents.reduce((sum, { typical }) => sum + typical, 0),
        id,
      ).toBeLessThanOrEqual(100);
      for (const { cas, typical, min = typical, max = typical } of constituents) {
        expect([min, typical, max], `${id} ${cas}`).toEqual([min, typical, max].sort((a, b) => a - b));
      }
    }
  });

  const listPath = sharedPath('catalogue/materials.tsv');
  it.skipIf(!existsSync(listPath))('keep to the list they began with: its family, role, words and flags', () => {
    const [header = '', ...lines] = readFileSync(listPath, 'utf8').trimEnd().split('\n');
    const column = new Map(header.split('\t').map((name, index) => [name, index]));
    const rows = lines.map((line) => {
      const cells = line.split('\t');
      return (name: string) => cells[column.get(name) ?? -1] ?? '';
    });
    const listed = rows.filter((cell) => cell('kind') !== 'natural');
    expect(listed).toHaveLength(152);
    for (const cell of listed) {
      const material = byId.get(cell('id'));
      expect([
        material?.cas[0],
        material?.kind,
        material?.family,
        material?.role,
        material?.descriptors.join(';'),
        material?.flags.join(';'),
      ]).toEqual(['cas', 'kind', 'family', 'role', 'descriptors', 'flags'].map(cell));
    }
  });

  const identityPath = sharedPath('data/identity/identity.csv');
  it.skipIf(!existsSync(identityPath))('weigh what the glossary says of their primary CAS', () => {
    const rows = new Map(readRows(identityPath).map((row) => [row.get('cas'), row]));
    let compared = 0;
    for (const { id, cas, molecularWeight: weight } of materials) {
      const theirs = Number(rows.get(cas[0])?.get('mw') || Number.NaN);
      if (Number.isNaN(theirs)) continue;
      compared += 1;
      expect(Math.abs((weight?.value ?? 0) - theirs), id).toBeLessThan(0.05);
    }
    expect(compared).toBeGreaterThan(145);
  });

  const moleculesPath = sharedPath('data/molecules/molecules.csv');
  it.skipIf(!existsSync(moleculesPath))('have the structure and the weight of the compound they name', () => {
    const rows = new Map(readRows(moleculesPath).map((row) => [row.get('cid'), row]));
    let compared = 0;
    for (const { id, smiles, molecularWeight: weight } of materials) {
      const row = rows.get(/CID (\d+)/.exec(smiles?.note ?? '')?.[1] ?? '');
      if (!row || !smiles) continue;
      compared += 1;
      expect(flat(smiles.value), id).toBe(flat(row.get('isomeric_smiles') ?? ''));
      const theirs = row.get('mw_g_mol') ?? '';
      const rounding = 0.5 * 10 ** -(theirs.split('.')[1]?.length ?? 0);
      expect(Math.abs((weight?.value ?? 0) - Number(theirs)), id).toBeLessThan(0.05 + rounding);
    }
    expect(compared).toBeGreaterThan(140);
  });

  const pressuresPath = sharedPath('data/molecules/pubchem_vapor_pressure.json');
  it.skipIf(!existsSync(pressuresPath))('quote vapour pressures as they stand', () => {
    const strings = JSON.parse(readFileSync(pressuresPath, 'utf8')) as Record<string, string[]>;
    let compared = 0;
    for (const { id, vapourPressure } of materials) {
      const [, cid = '', quoted = ''] = /CID (\d+): "([^"]+)"/.exec(vapourPressure?.note ?? '') ?? [];
      if (!cid) continue;
      compared += 1;
      expect(strings[cid], id).toContain(quoted);
      const plain = /^(\d+\.?\d*)(?:X10-(\d+))? mm Hg (?:at|@) 25 °C/.exec(quoted);
      if (!plain) continue;
      const pascals = Number(plain[1]) * 10 ** -Number(plain[2] ?? 0) * 133.322;
      expect(Math.abs(pressureOf(byId.get(id) as Material) / pascals - 1), id).toBeLessThan(0.01);
    }
    expect(compared).toBeGreaterThan(50);
  });
});
