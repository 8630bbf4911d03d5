import { describe, expect, it } from 'vitest';
import type { MaterialId } from '#foundation/ids.ts';
import type { Formula, Product } from '#perfumery/formula/formula.ts';
import { assessStability } from '#perfumery/stability/assess-stability.ts';
import type { StabilityRule } from '#perfumery/stability/finding.ts';
import { formulaOf, libraryMaterial, line, product } from '#tests/fixtures/bench.ts';
import { accords, materials, recipes } from './examples.ts';

const water = libraryMaterial('water', {
  kind: 'solvent',
  cas: ['7732-18-5'],
  smiles: { value: 'O', method: 'stated', source: 'test' },
  molecularWeight: { value: 18.015, method: 'computed', source: 'test' },
}).material;
const methylMethyl = libraryMaterial('mnma', {
  en: 'Methyl N-methylanthranilate',
  cas: ['85-91-6'],
  smiles: { value: 'CNC1=CC=CC=C1C(=O)OC', method: 'stated', source: 'test' },
}).material;
const shelf = (id: MaterialId) => [water, methylMethyl].find((one) => one.id === id) ?? materials(id);

const assess = (formula: Formula, of: Product = product({ dosage: '20', batch: '50' })) =>
  assessStability(formula, { product: of, accords, materials: shelf });
const find = (formula: Formula, rule: StabilityRule, of?: Product) =>
  assess(formula, of).findings.filter((finding) => finding.rule === rule);
const amountOf = (finding: ReturnType<typeof find>[number] | undefined, what: RegExp) =>
  finding?.amounts.find((amount) => what.test(amount.what.en))?.value;

describe('Schiff bases', () => {
  const aurantiol = formulaOf(
    line('methyl-anthranilate', '10'),
    line('hydroxycitronellal', '10'),
    line('hedione-methyl-dihydrojasmonate', '80'),
  );

  it('tell how much could form, by hand: 2 % of each makes 3.55 % of aurantiol at most', () => {
    const [finding] = find(aurantiol, 'schiff-base');
    // 2 % ÷ 172.27 g/mol of hydroxycitronellal, the scarcer, times 172.27 + 151.17 - 18.02 g/mol.
    expect(amountOf(finding, /together/)).toBeCloseTo((2 / 172.268) * (172.268 + 151.165 - 18.015), 3);
    expect(amountOf(finding, /batch/)).toBeCloseTo(((2 / 172.268) * 305.418) / 2, 3);
    expect(finding?.weight).toBe('watch');
    expect(finding?.lineIds).toEqual(['methyl-anthranilate', 'hydroxycitronellal']);
  });

  it('never take more amine than there is, however many aldehydes meet it', () => {
    const many = formulaOf(
      line('methyl-anthranilate', '1'),
      ...['hydroxycitronellal', 'vanillin', 'citral', 'decanal-aldehyde-c-10'].map((id) => line(id, '30')),
    );
    const [finding] = find(many, 'schiff-base');
    const moles = 20 / 121 / 151.165;
    expect(amountOf(finding, /together/)).toBeCloseTo(moles * (172.268 + 151.165 - 18.015), 4);
  });

  it('need both partners, and see them inside naturals', () => {
    expect(find(formulaOf(line('methyl-anthranilate', '10')), 'schiff-base')).toEqual([]);
    expect(find(formulaOf(line('hydroxycitronellal', '10')), 'schiff-base')).toEqual([]);
    const inside = find(formulaOf(line('methyl-anthranilate', '10'), line('cinnamon-bark-oil', '10')), 'schiff-base');
    expect(inside[0]?.materialIds).toContain('cinnamon-bark-oil');
    expect(inside[0]?.amounts.some(({ what }) => /innam/.test(what.en))).toBe(true);
  });

  it('count an amine once, whether weighed or inside an oil', () => {
    const both = find(
      formulaOf(line('methyl-anthranilate', '10'), line('neroli-oil', '40'), line('hydroxycitronellal', '50')),
      'schiff-base',
    );
    expect(both).toHaveLength(1);
    expect(both[0]?.materialIds).toContain('neroli-oil');
  });

  it('are not feared of a Schiff base that is weighed ready-made', () =>
    expect(find(formulaOf(line('aurantiol-schiff-base', '10'), line('vanillin', '10')), 'schiff-base')).toEqual([]));
});

describe('discolouration', () => {
  it('comes of vanillin by its amount', () => {
    expect(find(formulaOf(line('vanillin', '5'), line('galaxolide', '95')), 'discolouration')[0]?.weight).toBe('watch');
    expect(find(formulaOf(line('vanillin', '1'), line('galaxolide', '999')), 'discolouration')[0]?.weight).toBe('know');
    expect(find(formulaOf(line('vanillin', '1'), line('galaxolide', '99999')), 'discolouration')).toEqual([]);
  });

  it('tells indole from vanillin', () => {
    const both = find(
      formulaOf(line('vanillin', '5'), line('indole', '1'), line('galaxolide', '94')),
      'discolouration',
    );
    expect(both.map(({ materialIds }) => materialIds)).toEqual([['vanillin'], ['indole']]);
  });
});

describe('autoxidation', () => {
  const citrus = [line('d-limonene', '50'), line('bergamot-oil-expressed', '50')];

  it('counts what oxidises inside the oils, and asks for a thousandth of it', () => {
    const [finding] = find(formulaOf(...citrus), 'autoxidation');
    expect(finding?.weight).toBe('watch');
    expect(amountOf(finding, /Oxidises/)).toBeGreaterThan(17);
    expect(amountOf(finding, /wanted/)).toBeCloseTo((amountOf(finding, /Oxidises/) ?? 0) / 1000, 12);
  });

  it('is at rest once there is enough antioxidant, and says how much is missing before', () => {
    expect(find(formulaOf(...citrus, line('bht-antioxidant', '0.2')), 'autoxidation')).toEqual([]);
    const little = find(formulaOf(...citrus, line('bht-antioxidant', '0.02')), 'autoxidation')[0];
    expect(little?.weight).toBe('know');
    expect(amountOf(little, /there/)).toBeGreaterThan(0);
  });
});

describe('crystals', () => {
  it('come out of a concentrate full of vanillin, not of a cologne with a little', () => {
    const neat = { ...product({ dosage: '100' }) };
    const heavy = find(formulaOf(line('vanillin', '40'), line('iso-e-super', '60')), 'crystallising', neat);
    expect(heavy[0]?.weight).toBe('watch');
    expect(amountOf(heavy[0], /dissolved/)).toBeGreaterThan(1);
    expect(find(formulaOf(line('vanillin', '2'), line('iso-e-super', '98')), 'crystallising')).toEqual([]);
  });

  it('come sooner the weaker the alcohol', () => {
    const at = (ethanol: string, of: string) =>
      amountOf(
        find(
          formulaOf(
            line('coumarin', '10'),
            line('ethanol', ethanol, { carrier: true }),
            line('water', of, { carrier: true }),
          ),
          'crystallising',
        )[0],
        /dissolved/,
      ) ?? 0;
    expect(at('30', '60')).toBeGreaterThan(at('80', '10'));
  });
});

describe('haze', () => {
  const musks = (ethanol: string, of: string) =>
    formulaOf(
      line('galaxolide', '5'),
      line('ethanol', ethanol, { carrier: true }),
      line('water', of, { carrier: true }),
    );

  it('is feared of musks in weak alcohol, with its strength by volume', () => {
    const [finding] = find(musks('60', '35'), 'haze');
    expect(finding?.weight).toBe('watch');
    expect(amountOf(finding, /strength/)).toBeCloseTo((100 * (60 / 0.789)) / (60 / 0.789 + 35 / 0.998), 9);
  });

  it('is not feared in strong alcohol, nor of what water bears', () => {
    expect(find(musks('90', '5'), 'haze')).toEqual([]);
    const light = formulaOf(
      line('phenethyl-alcohol', '5'),
      line('ethanol', '60', { carrier: true }),
      line('water', '35', { carrier: true }),
    );
    expect(find(light, 'haze')).toEqual([]);
  });
});

describe('acid and alkali', () => {
  const bouquet = formulaOf(line('citral', '20'), line('benzyl-acetate', '40'), line('coumarin', '40'));
  const into = (type: string): Product => ({ ...product({ dosage: '1' }), type });

  it('matter by the kind of product', () => {
    expect(find(bouquet, 'acid', into('fabric-softener')).map(({ materialIds }) => materialIds)).toEqual([['citral']]);
    const inSoap = find(bouquet, 'alkali', into('soap')).map(({ materialIds }) => [...materialIds].sort());
    expect(inSoap).toContainEqual(['citral']);
    expect(inSoap.some((ids) => ids.some((id) => id === 'benzyl-acetate'))).toBe(true);
    expect(
      assess(bouquet, into('eau-de-parfum')).findings.filter(({ rule }) => rule === 'acid' || rule === 'alkali'),
    ).toEqual([]);
  });
});

describe('aldehydes in alcohol', () => {
  it('soften, and only in alcohol', () => {
    const aldehydes = formulaOf(line('decanal-aldehyde-c-10', '1'), line('hedione-methyl-dihydrojasmonate', '99'));
    expect(find(aldehydes, 'acetal')).toHaveLength(1);
    expect(find(aldehydes, 'acetal', product({ dosage: '100' }))).toEqual([]);
  });
});

describe('nitrosamines', () => {
  it('are told of whatever the amount', () => {
    expect(find(formulaOf(line('mnma', '0.001'), line('galaxolide', '99')), 'nitrosamine')[0]?.weight).toBe('watch');
    expect(find(formulaOf(line('petitgrain-oil', '1')), 'nitrosamine')[0]?.weight).toBe('know');
    expect(find(formulaOf(line('methyl-anthranilate', '1')), 'nitrosamine')).toEqual([]);
  });
});

describe('the answer on stability', () => {
  it('says what it could not look at', () =>
    expect(assess(formulaOf(line('nobody-knows', '1'), line('vanillin', '1'))).notLookedAt).toEqual(['nobody-knows']));

  it('is nothing for a formula of nothing', () =>
    expect(assess(formulaOf())).toEqual({ findings: [], notLookedAt: [] }));

  it('does not depend on the order of lines', () => {
    for (const { formula, product: of } of recipes) {
      const amountsOf = (one: Formula) =>
        assess(one, of).findings.map(({ rule, weight, amounts }) => ({ rule, weight, amounts }));
      expect(amountsOf({ lines: formula.lines.toReversed() })).toEqual(amountsOf(formula));
    }
  });

  it('of every shipped recipe names lines that are there, says both languages and a source, and puts the likely first', () => {
    for (const { formula, product: of } of recipes) {
      const { findings } = assess(formula, of);
      const ids = new Set(formula.lines.map(({ id }) => id));
      expect(findings.length).toBeGreaterThan(0);
      expect(findings.map(({ weight }) => weight)).toEqual(
        findings.map(({ weight }) => weight).toSorted((a, b) => (a === b ? 0 : a === 'watch' ? -1 : 1)),
      );
      for (const finding of findings) {
        expect(finding.lineIds.every((id) => ids.has(id))).toBe(true);
        for (const { en, ko } of [finding.reason, finding.advice, finding.source]) {
          expect(en).not.toMatch(/undefined|!/);
          expect(ko).toMatch(/[가-힣]/);
        }
        for (const { value } of finding.amounts) expect(Number.isFinite(value) && value >= 0).toBe(true);
      }
    }
  });
});
