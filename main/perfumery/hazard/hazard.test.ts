import { describe, expect, it } from 'vitest';
import type { MaterialId } from '#foundation/ids.ts';
import { classifyMixture, type Ingredient } from './classify-mixture.ts';
import { flashPoint, lowerLimit } from './flash-point.ts';
import { hazardText, parseHazard, readHazard } from './hazard-code.ts';
import { hazardStatements } from './hazard-statements.ts';

const of = (id: string, percent: number, ...hazards: string[]): Ingredient => ({
  materialId: id as MaterialId,
  percent,
  hazards,
});
const sum = (rule: string, ingredients: Ingredient[]) =>
  classifyMixture(ingredients).sums.find((one) => one.rule === rule);

describe('hazard codes', () => {
  it.each([
    ['H317', 'H317'],
    ['h317 1A', 'H317 1A'],
    ['H317 (1A)', undefined],
    ['H410 M=10', 'H410 M=10'],
    ['H410 (M=100)', 'H410 M=100'],
    ['H360FD', 'H360FD'],
    ['EUH066', 'EUH066'],
    ['H31', undefined],
    ['P280', undefined],
    ['H302 ATE=500', 'H302 ATE=500'],
    ['h302 (ATE 1100 mg/kg)', 'H302 ATE=1100'],
    ['H317 Category 1B', 'H317 1B'],
    ['h360fd', undefined],
    ['H350I', 'H350i'],
  ])('%s is read as %s', (text, plain) => {
    const code = parseHazard(text);
    expect(code && hazardText(code)).toBe(plain);
  });
});

describe('what is no hazard code', () => {
  it.each([
    ['P280', 'form'],
    ['H999', 'unknown'],
    ['EUH999', 'unknown'],
    ['H317 2', 'category'],
    ['H225 1', 'category'],
    ['H317 M=10', 'factor'],
    ['H410 M=5', 'factor'],
    ['H317 ATE=500', 'ate'],
    ['H302 ATE=0', 'ate'],
  ])('%s: %s', (text, why) => expect(readHazard(text)).toBe(why));

  it('every known statement has a sentence in both languages, and is read as itself with each of its categories', () => {
    for (const [statement, { en, ko, categories }] of Object.entries(hazardStatements)) {
      expect(en, statement).toMatch(/^[A-Z][a-z]/);
      expect(ko, statement).toMatch(/[가-힣]/);
      for (const text of [statement, ...categories.map((category) => `${statement} ${category}`)])
        expect(hazardText(parseHazard(text) as never)).toBe(text);
    }
  });
});

describe('the draft classification of a mixture', () => {
  it('sensitises from 1 % of one sensitiser, and names it from a tenth of that', () => {
    expect(classifyMixture([of('a', 1, 'H317')]).statements).toEqual(['H317', 'EUH208']);
    expect(classifyMixture([of('a', 0.1, 'H317')]).statements).toEqual(['EUH208']);
    expect(classifyMixture([of('a', 0.1, 'H317 1A')]).statements).toContain('H317');
    expect(classifyMixture([of('a', 0.6, 'H317'), of('b', 0.6, 'H317')]).statements).toEqual(['EUH208']);
  });

  it('adds irritants, and lets corrosives weigh ten times', () => {
    expect(sum('skin-irritation', [of('a', 6, 'H315'), of('b', 4, 'H315')])).toMatchObject({
      sum: 10,
      isReached: true,
    });
    expect(classifyMixture([of('a', 1, 'H314')]).statements).toEqual(['H315', 'H319']);
    expect(classifyMixture([of('a', 5, 'H314')]).statements).toEqual(['H314']);
    expect(classifyMixture([of('a', 3, 'H318')]).statements).toEqual(['H318']);
  });

  it('weighs what is toxic to water by its factor, the strongest class only', () => {
    expect(classifyMixture([of('a', 2.5, 'H410 M=10')]).statements).toEqual(['H410']);
    expect(classifyMixture([of('a', 2.5, 'H410')]).statements).toEqual(['H411']);
    expect(classifyMixture([of('a', 2.5, 'H411')]).statements).toEqual(['H412']);
    expect(sum('aquatic-chronic-3', [of('a', 1, 'H411'), of('b', 15, 'H412')])).toMatchObject({ sum: 25 });
  });

  it('is toxic by the harmonic mean of what is in it, with an estimate or the point of its category', () => {
    expect(classifyMixture([of('a', 100, 'H302 ATE=1000')])).toMatchObject({
      acute: [{ route: 'swallowed', ate: 1000, statement: 'H302', from: ['a'] }],
      statements: ['H302'],
    });
    expect(classifyMixture([of('a', 20, 'H302'), of('b', 80)]).acute).toMatchObject([{ ate: 2500 }]);
    expect(classifyMixture([of('a', 20, 'H302'), of('b', 80)]).statements).toEqual([]);
    expect(classifyMixture([of('a', 50, 'H301'), of('b', 50, 'H311')]).acute).toMatchObject([
      { route: 'swallowed', ate: 200, statement: 'H301' },
      { route: 'skin', ate: 600, statement: 'H311' },
    ]);
  });

  it('reckons with what is known where more than a tenth is not', () => {
    const unknown = (percent: number) => ({ materialId: 'x' as MaterialId, percent });
    expect(classifyMixture([of('a', 20, 'H302'), of('b', 70), unknown(10)]).acute).toMatchObject([{ ate: 2500 }]);
    expect(classifyMixture([of('a', 20, 'H302'), unknown(80)]).acute).toMatchObject([{ ate: 500, statement: 'H302' }]);
  });

  it('warns of cancer, genes and reproduction by the generic limits, the stronger statement alone', () => {
    expect(classifyMixture([of('a', 0.1, 'H350 1B')]).statements).toEqual(['H350']);
    expect(classifyMixture([of('a', 0.9, 'H351'), of('b', 0.9, 'H351')]).statements).toEqual([]);
    expect(classifyMixture([of('a', 1, 'H351')]).statements).toEqual(['H351']);
    expect(classifyMixture([of('a', 1, 'H351'), of('b', 1, 'H350')]).statements).toEqual(['H350']);
    expect(classifyMixture([of('a', 0.3, 'H360Fd')]).statements).toEqual(['H360']);
    expect(classifyMixture([of('a', 1, 'H372')]).statements).toEqual(['H373']);
    expect(classifyMixture([of('a', 12, 'H336'), of('b', 8, 'H336')]).statements).toEqual(['H336']);
  });

  it('says which codes no rule takes into account', () => {
    const { unsummed } = classifyMixture([of('a', 1, 'H332', 'H317', 'EUH066', 'H225')]);
    expect(unsummed).toEqual([
      { materialId: 'a', text: 'H332' },
      { materialId: 'a', text: 'EUH066' },
    ]);
  });

  it('is flammable by its flash point', () => {
    expect(classifyMixture([], { flashPoint: 16 }).statements).toEqual(['H225']);
    expect(classifyMixture([], { flashPoint: 30 }).statements).toEqual(['H226']);
    expect(classifyMixture([], { flashPoint: 75 }).statements).toEqual([]);
  });

  it('says what nobody has entered, which is not none', () => {
    const unknown = { materialId: 'b' as MaterialId, percent: 30 };
    expect(classifyMixture([of('a', 70), unknown])).toMatchObject({ notAssessed: 30, notAssessedIds: ['b'] });
    expect(classifyMixture([of('a', 1, 'Xn')]).unread).toEqual([{ materialId: 'a', text: 'Xn' }]);
  });
});

const ethanol = { cas: ['64-17-5'], molecularWeight: 46.07, vapourPressure: 7870, molecularFormula: 'C2H6O' };
const water = { cas: ['7732-18-5'], molecularWeight: 18.015, vapourPressure: 3169, molecularFormula: 'H2O' };

describe('the estimated flash point', () => {
  it('of ethanol is the measured 13 °C', () => {
    const celsius = flashPoint([{ ...ethanol, mass: 1 }]);
    expect(celsius).toBeGreaterThan(12.9);
    expect(celsius).toBeLessThan(13.1);
  });

  it('rises with water, and water alone has none', () => {
    const half = flashPoint([
      { ...ethanol, mass: 1 },
      { ...water, mass: 1 },
    ]);
    expect(half).toBeGreaterThan(20);
    expect(flashPoint([{ ...water, mass: 1 }])).toBeUndefined();
  });

  it('of an eau de parfum lies in the range known for it', () => {
    const heavy = { cas: [], molecularWeight: 220, vapourPressure: 0.5, molecularFormula: 'C14H20O2', mass: 15 };
    const celsius = flashPoint([{ ...ethanol, mass: 80 }, { ...water, mass: 5 }, heavy]);
    expect(celsius).toBeGreaterThan(12);
    expect(celsius).toBeLessThan(21);
  });

  it('rests on limits close to measured ones', () => {
    expect(lowerLimit('C10H16')).toBeGreaterThan(0.006);
    expect(lowerLimit('C10H16')).toBeLessThan(0.009);
    expect(lowerLimit('C7H8')).toBeCloseTo(0.0125, 3);
  });
});
