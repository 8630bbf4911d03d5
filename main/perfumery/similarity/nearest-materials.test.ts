import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { families, type Material, roles } from '#perfumery/material/material.ts';
import { nearestMaterials } from './nearest-materials.ts';
import { odourProfile, profileLikeness } from './odour-profile.ts';

const parents: Readonly<Record<string, string>> = {
  lemon: 'citrus',
  bergamot: 'citrus',
  rose: 'floral',
  citrus: 'fresh',
};
const parentOf = (word: string) => parents[word];
const words = ['lemon', 'bergamot', 'citrus', 'fresh', 'rose', 'floral', 'wood'];
const fact = (value: number) => ({ value, method: 'measured', source: 'made up' }) as const;

function material(id: string, more: Partial<Material> = {}): Material {
  return {
    id: id as Material['id'],
    name: { en: id, ko: '' },
    aliases: { en: [], ko: [] },
    cas: [],
    kind: 'synthetic',
    family: 'citrus',
    role: 'top',
    descriptors: ['lemon'],
    flags: [],
    ...more,
  };
}

const anyMaterial = fc
  .record({
    id: fc.uuid(),
    family: fc.constantFrom(...families),
    role: fc.constantFrom(...roles),
    descriptors: fc.uniqueArray(fc.constantFrom(...words), { maxLength: 5 }),
    pressure: fc.option(fc.double({ min: 1e-6, max: 1e4, noNaN: true }), { nil: undefined }),
    use: fc.option(fc.double({ min: 0.001, max: 50, noNaN: true }), { nil: undefined }),
  })
  .map(({ id, pressure, use, ...more }) =>
    material(id, {
      ...more,
      ...(pressure && { vapourPressure: fact(pressure) }),
      ...(use && { typicalUse: fact(use) }),
    }),
  );

describe('odour profiles', () => {
  it('are alike both ways, wholly only with the same, never beyond 1', () => {
    fc.assert(
      fc.property(anyMaterial, anyMaterial, (a, b) => {
        const [one, other] = [odourProfile(a, parentOf), odourProfile(b, parentOf)];
        const likeness = profileLikeness(one, other);
        expect(likeness).toBeCloseTo(profileLikeness(other, one), 12);
        expect(likeness).toBeGreaterThanOrEqual(0);
        expect(likeness).toBeLessThanOrEqual(1);
        if (a.descriptors.length > 0) expect(profileLikeness(one, one)).toBeCloseTo(1, 12);
      }),
    );
  });

  it('find lemon nearer to bergamot, which shares a parent, than to rose', () => {
    const of = (word: string) => odourProfile({ descriptors: [word] }, parentOf);
    expect(profileLikeness(of('lemon'), of('bergamot'))).toBeGreaterThan(0.2);
    expect(profileLikeness(of('lemon'), of('rose'))).toBe(0);
  });

  it('end where the words of a vocabulary go round in a circle', () => {
    expect(odourProfile({ descriptors: ['a'] }, () => 'a').size).toBe(1);
  });
});

describe('the nearest materials', () => {
  it('never name the material itself, are sorted, and stay between 0 and 1', () => {
    fc.assert(
      fc.property(anyMaterial, fc.array(anyMaterial, { maxLength: 12 }), (one, others) => {
        const found = nearestMaterials(one, [one, ...others], { parentOf, limit: 5 });
        expect(found.length).toBeLessThanOrEqual(5);
        expect(found.map(({ materialId }) => materialId)).not.toContain(one.id);
        expect(found.map(({ likeness }) => likeness)).toEqual(
          found.map(({ likeness }) => likeness).toSorted((a, b) => b - a),
        );
        for (const { likeness } of found) expect(likeness > 0 && likeness <= 1).toBe(true);
      }),
    );
  });

  it('put a twin first, with every reason it has', () => {
    const one = material('one', { vapourPressure: fact(10), typicalUse: fact(2) });
    const twin = material('twin', { vapourPressure: fact(12), typicalUse: fact(2) });
    const heavier = material('heavier', { vapourPressure: fact(0.01), role: 'base' });
    const found = nearestMaterials(one, [heavier, twin], { parentOf });
    expect(found.map(({ materialId }) => materialId)).toEqual(['twin', 'heavier']);
    expect(found[0]?.reasons).toEqual([
      { why: 'odour', shared: ['lemon'] },
      { why: 'family' },
      { why: 'role' },
      { why: 'volatility', ratio: 1.2 },
      { why: 'use', ratio: 1 },
    ]);
  });

  it('hold to what the catalogue names, and leave solvents among themselves', () => {
    const rose = material('rose', { descriptors: ['rose'], family: 'floral', role: 'heart' });
    const solvent = material('solvent', { kind: 'solvent' });
    const reason = { en: 'used before', ko: '쓰던 것' };
    const one = material('one', { substitutes: [{ materialId: rose.id, reason }] });
    const [first, ...rest] = nearestMaterials(one, [rose, solvent, material('other', { descriptors: ['fresh'] })], {
      parentOf,
    });
    expect(first).toMatchObject({ materialId: 'rose', reasons: [{ why: 'named', note: reason }] });
    expect(rest.map(({ materialId }) => materialId)).toEqual(['other']);
  });
});
