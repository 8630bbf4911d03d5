import { describe, expect, it } from 'vitest';
import type { Formula } from '#perfumery/formula/formula.ts';
import type { DecimalText } from '#perfumery/units/decimal.ts';
import {
  accordLine,
  accords,
  contains,
  formula,
  line,
  material,
  onShelf,
  smallRegulation,
  standard,
} from '#tests/fixtures/safety-tables.ts';
import type { SafetyAnswer } from './answer.ts';
import type { Category } from './category.ts';
import { createJudge } from './judge.ts';

const judge = createJudge({ regulation: smallRegulation, materials: onShelf });

function judged(recipe: Formula, { dosage = '20', category = '4' as Category, within = accords() } = {}): SafetyAnswer {
  return judge(recipe, { product: { dosage: dosage as DecimalText, category }, accords: within });
}

function inCategory(answer: SafetyAnswer, category: Category) {
  const found = answer.categories.find((one) => one.category === category);
  expect(found).toBeDefined();
  return found as NonNullable<typeof found>;
}

describe('a total', () => {
  it('is what a perfumer computes by hand for oakmoss in an eau de parfum', () => {
    const answer = judged(formula(line('oakmoss', 8, { dilution: '10', solvent: 'dpg' }), line('iso-e-super', 92)), {
      dosage: '15',
    });
    expect(inCategory(answer, '4')).toMatchObject({
      verdict: 'over-limit',
      limiting: 'oakmoss',
      total: '0.12',
      limit: '0.1',
      highestDosage: '12.5',
    });
    expect(inCategory(answer, '4').ratio).toBeCloseTo(1.2, 12);
    expect(inCategory(answer, '12')).toMatchObject({ verdict: 'pass', ratio: 0, highestDosage: '100' });
  });

  it('at the limit passes, a billionth of a part above it does not', () => {
    const exactly = (parts: string) =>
      judged(formula(line('oakmoss', parts), line('iso-e-super', '99.5')), { dosage: '20' });
    expect(inCategory(exactly('0.5'), '4')).toMatchObject({ verdict: 'pass', highestDosage: '20', ratio: 1 });
    expect(inCategory(exactly('0.500000001'), '4')).toMatchObject({ verdict: 'over-limit', highestDosage: '19.9999' });
    expect(inCategory(exactly('0.500000001'), '4').ratio).toBeGreaterThan(1);
  });

  it('counts the solvent of a dilution', () => {
    const answer = judged(
      formula(line('linalool', 50, { dilution: '10', solvent: 'benzyl-benzoate' }), line('iso-e-super', 50)),
      { dosage: '12' },
    );
    const found = answer.findings.find((one) => one.key === 'benzyl-benzoate');
    expect(found).toMatchObject({
      total: '5.4',
      contributions: [
        {
          lineId: 'linalool',
          materialId: 'benzyl-benzoate',
          via: 'solvent',
          path: ['benzyl-benzoate'],
          percent: '5.4',
        },
      ],
    });
    expect(inCategory(answer, '4')).toMatchObject({
      verdict: 'over-limit',
      limiting: 'benzyl-benzoate',
      highestDosage: '10.6666',
    });
  });

  it('is summed by standard over isomers, naturals and lines', () => {
    const answer = judged(formula(line('lemon', 50), line('citral', 2), line('bergamot-fcf', 48)), { dosage: '10' });
    const found = answer.findings.find((one) => one.key === 'citral');
    expect(found?.total).toBe('0.3344');
    expect(
      found?.contributions.map(({ lineId, via, percent, path }) => [lineId, via, percent, path.join(' > ')]),
    ).toEqual([
      ['citral', 'direct', '0.2', 'citral'],
      ['lemon', 'constituent', '0.075', 'lemon > 141-27-5'],
      ['lemon', 'constituent', '0.045', 'lemon > 106-26-3'],
      ['bergamot-fcf', 'constituent', '0.0144', 'bergamot-fcf > 141-27-5'],
    ]);
  });

  it('reaches through Schiff bases', () => {
    const answer = judged(formula(line('aurantiol', 10), line('iso-e-super', 90)), { dosage: '20' });
    expect(answer.findings).toMatchObject([{ key: 'hydroxycitronellal', total: '1.126' }]);
  });

  it('reaches through nested accords and names the way', () => {
    const within = accords({
      green: formula(line('oakmoss', 1), line('dpg', 1)),
      chypre: formula(accordLine('green', 1), line('iso-e-super', 3)),
    });
    const answer = judged(formula(accordLine('chypre', 2), line('linalool', 2)), { within, dosage: '1.6' });
    expect(answer.findings[0]).toMatchObject({
      key: 'oakmoss',
      total: '0.1',
      contributions: [{ lineId: 'chypre', path: ['chypre', 'green', 'oakmoss'], percent: '0.1' }],
    });
    expect(inCategory(answer, '4')).toMatchObject({ verdict: 'pass', highestDosage: '1.6' });
  });

  it('takes the dosage from the carrier lines and counts what they bring', () => {
    const recipe = formula(
      line('oakmoss', 1),
      line('iso-e-super', 99),
      line('ethanol', 800, { carrier: true }),
      line('benzyl-benzoate', 100, { carrier: true }),
    );
    const answer = judged(recipe, { dosage: '77' });
    expect(answer.dosage).toBe('10');
    expect(answer.findings.map(({ key, total, contributions }) => [key, total, contributions[0]?.via])).toEqual([
      ['benzyl-benzoate', '10', 'carrier'],
      ['oakmoss', '0.1', 'direct'],
    ]);
    expect(inCategory(answer, '4')).toMatchObject({ verdict: 'over-limit', limiting: 'benzyl-benzoate' });
    expect(inCategory(answer, '4').highestDosage).toBeUndefined();
    expect(inCategory(answer, '10B').highestDosage).toBe('10');
  });

  it('does not count a constituent again for the standard its parent is in', () => {
    const both = material('geranial-rich', 'natural', ['141-27-5'], { constituents: contains({ '106-26-3': 40 }) });
    const one = createJudge({ regulation: smallRegulation, materials: () => both });
    const answer = one(formula(line('geranial-rich', 1)), {
      product: { dosage: '1' as DecimalText, category: '4' },
      accords: accords(),
    });
    expect(answer.findings.map(({ key, total }) => [key, total])).toEqual([['citral', '1']]);
  });
});

describe('a group', () => {
  it('adds the ratios of phototoxic oils', () => {
    const answer = judged(formula(line('bergamot', 2), line('lemon', 12), line('iso-e-super', 86)), { dosage: '10' });
    const { verdict, limiting, highestDosage, ratio, limit } = inCategory(answer, '4');
    expect({ verdict, limiting, highestDosage, limit }).toEqual({
      verdict: 'over-limit',
      limiting: 'phototoxic',
      highestDosage: '9.0909',
      limit: undefined,
    });
    expect(ratio).toBeCloseTo(0.2 / 0.4 + 1.2 / 2, 12);
    expect(inCategory(answer, '9')).toMatchObject({ verdict: 'pass', limiting: 'citral' });
    expect(answer.findings.find((one) => one.key === 'bergamot')?.cells['4'].verdict).toBe('pass');
  });

  it('lets a sum of ratios of exactly one pass', () => {
    const answer = judged(formula(line('bergamot', 2), line('lemon', 10), line('iso-e-super', 88)), { dosage: '10' });
    expect(inCategory(answer, '4')).toMatchObject({
      verdict: 'pass',
      limiting: 'phototoxic',
      highestDosage: '10',
      ratio: 1,
    });
  });

  it('sums across standards under a common limit', () => {
    const answer = judged(formula(line('oakmoss', 6), line('treemoss', 6), line('iso-e-super', 988)), { dosage: '10' });
    expect(answer.findings.map(({ key, kind, total }) => [key, kind, total])).toEqual([
      ['mosses', 'group', '0.12'],
      ['oakmoss', 'standard', '0.06'],
      ['treemoss', 'standard', '0.06'],
    ]);
    expect(inCategory(answer, '4').limiting).toBe('mosses');
  });

  it('keeps the narrower limit of a member beside the limit of the sum', () => {
    const answer = judged(formula(line('mhc', 1), line('moc', 2), line('iso-e-super', 997)), { dosage: '10' });
    const verdicts = answer.findings.map(({ key, cells }) => [key, cells['4'].verdict]);
    expect(verdicts).toEqual([
      ['methyl-octine-carbonate', 'over-limit'],
      ['alkyne-carbonates', 'pass'],
      ['methyl-heptine-carbonate', 'pass'],
    ]);
  });
});

describe('a grade', () => {
  it('frees furocoumarin-free bergamot from the phototoxic limit', () => {
    const answer = judged(formula(line('bergamot-fcf', 50), line('iso-e-super', 50)));
    expect(answer.findings.map((one) => one.key)).toEqual(['citral']);
  });

  it('that nobody gave is judged on the safe side, and said', () => {
    const answer = judged(formula(line('bergamot-unlabelled', 50), line('iso-e-super', 50)));
    expect(inCategory(answer, '4')).toMatchObject({ verdict: 'over-limit', limiting: 'bergamot' });
    expect(answer.unknowns).toContainEqual({
      lineId: 'bergamot-unlabelled',
      materialId: 'bergamot-unlabelled',
      why: 'grade-unspecified',
      blocks: false,
    });
  });

  it('tells crude Peru balsam, prohibited, from its oil, restricted', () => {
    const crude = judged(formula(line('peru-crude', 1), line('iso-e-super', 99)));
    expect(crude.categories.map((one) => one.verdict)).toEqual(Array(18).fill('prohibited'));
    const oil = judged(formula(line('peru-oil', 1), line('iso-e-super', 99)));
    expect(inCategory(oil, '4')).toMatchObject({
      verdict: 'pass',
      limiting: 'peru-balsam',
      total: '0.2',
      limit: '0.41',
      highestDosage: '41',
    });
  });
});

describe('a prohibition', () => {
  it('of the EU stands beside a restriction of IFRA', () => {
    const answer = judged(formula(line('lilial', 5), line('iso-e-super', 95)), { dosage: '10' });
    expect(inCategory(answer, '4')).toMatchObject({
      verdict: 'pass',
      limiting: 'lilial',
      total: '0.5',
      limit: '1.4',
      highestDosage: '28',
    });
    expect(inCategory(answer, '1')).toMatchObject({
      verdict: 'prohibited',
      limiting: 'lilial',
      ratio: Number.POSITIVE_INFINITY,
    });
    expect(inCategory(answer, '1').highestDosage).toBeUndefined();
    expect(answer.euLaw).toMatchObject({
      verdict: 'prohibited',
      findings: [{ key: 'lilial', percent: '0.5', verdict: 'prohibited' }],
    });
  });

  it('reaches what a base was made with', () => {
    expect(judged(formula(line('muguet-base', 1), line('iso-e-super', 9))).euLaw.verdict).toBe('prohibited');
  });

  it('tolerates traces from naturals up to the ceiling, and no addition', () => {
    const neroli = (parts: number) =>
      judged(formula(line('neroli', parts), line('iso-e-super', 100 - parts)), { dosage: '10' });
    expect(neroli(50).findings.find((one) => one.key === 'benzyl-cyanide')?.cells['4']).toEqual({
      verdict: 'pass',
      limit: '0.01',
      ratio: 1,
    });
    expect(inCategory(neroli(51), '4')).toMatchObject({ verdict: 'over-limit', limiting: 'benzyl-cyanide' });
    expect(inCategory(judged(formula(line('benzyl-cyanide', '0.001'), line('iso-e-super', 999))), '12').verdict).toBe(
      'prohibited',
    );
  });

  it('without a ceiling makes a trace from a natural advice, and an addition prohibited', () => {
    const trace = judged(formula(line('neroli', 1), line('iso-e-super', 99)), { dosage: '10' });
    expect(inCategory(trace, '4').verdict).toBe('pass');
    expect(trace.advice).toContainEqual({ standard: 'musk-ambrette', lineIds: ['neroli'] });
    const added = judged(formula(line('musk-ambrette', 1), line('iso-e-super', 99)));
    expect(inCategory(added, '4')).toMatchObject({
      verdict: 'prohibited',
      limiting: 'musk-ambrette',
      fixes: [{ how: 'remove-line', lineId: 'musk-ambrette' }],
    });
  });

  it('reads a note without its figure as allowing nothing', () => {
    const limits = Object.fromEntries(
      judged(formula()).categories.map(({ category }) => [category, { state: 'see-note' }]),
    );
    const odd = standard('odd', ['78-70-6'], { limits: limits as NonNullable<ReturnType<typeof standard>['limits']> });
    const regulation = { ...smallRegulation, ifra: { ...smallRegulation.ifra, standards: [odd], groups: [] } };
    const answer = createJudge({ regulation, materials: onShelf })(formula(line('linalool', 1)), {
      product: { dosage: '1' as DecimalText, category: '4' },
      accords: accords(),
    });
    expect(inCategory(answer, '4').verdict).toBe('prohibited');
  });
});

describe('EU law', () => {
  it('tolerates natural traces up to its ceiling', () => {
    const neroli = (dosage: string) =>
      judged(formula(line('neroli', 100)), { dosage }).euLaw.findings.find((one) => one.key === 'safrole');
    expect(neroli('20')).toMatchObject({ percent: '0.01', verdict: 'trace' });
    expect(neroli('20.0001')).toMatchObject({ verdict: 'prohibited' });
    const inToothpaste = judged(formula(line('neroli', 100)), { dosage: '20', category: '6' });
    expect(inToothpaste.euLaw.findings).toContainEqual(
      expect.objectContaining({ key: 'safrole', verdict: 'prohibited' }),
    );
  });
});

describe('allergens', () => {
  it('are declared above the threshold and not at it', () => {
    const linalool = (dosage: string) =>
      judged(formula(line('linalool', 1), line('iso-e-super', 9)), { dosage }).allergens[0]?.findings[0];
    expect(linalool('0.01')).toMatchObject({
      key: 'linalool',
      percent: '0.001',
      declareLeaveOn: false,
      declareRinseOff: false,
    });
    expect(linalool('0.010000001')).toMatchObject({ declareLeaveOn: true, declareRinseOff: false });
    expect(linalool('0.1')).toMatchObject({ declareLeaveOn: true, declareRinseOff: false });
    expect(linalool('0.100000001')).toMatchObject({ declareLeaveOn: true, declareRinseOff: true });
  });

  it('count a natural as its own entry beside its constituents, largest first', () => {
    const answer = judged(formula(line('lemon', 10), line('iso-e-super', 90)), { dosage: '10' });
    expect(answer.allergens).toMatchObject([
      {
        list: 'eu',
        findings: [
          { key: 'lemon-oil', percent: '1' },
          { key: 'citral', percent: '0.024' },
        ],
      },
    ]);
  });
});

describe('the unknown', () => {
  it.each([
    ['a material of one’s own without a CAS', formula(line('own-secret', 1)), 'no-cas'],
    ['a natural whose composition nobody gave', formula(line('own-absolute', 1)), 'no-composition'],
    ['a material that is gone', formula(line('gone', 1)), 'material-missing'],
    ['a lost accord', formula(accordLine('lost', 1)), 'accord-missing'],
    ['a solvent nobody named', formula(line('linalool', 1, { dilution: '10' })), 'solvent-not-named'],
  ])('%s keeps a formula from passing', (_, recipe, why) => {
    const answer = judged(formula(...recipe.lines, line('iso-e-super', 9)));
    expect(answer.unknowns).toMatchObject([{ lineId: recipe.lines[0]?.id, why, blocks: true }]);
    expect(new Set(answer.categories.map((one) => one.verdict))).toEqual(new Set(['unknown']));
    expect(answer.euLaw.verdict).toBe('unknown');
  });

  it('does not hide what is known to be over a limit', () => {
    const answer = judged(formula(line('own-secret', 1), line('oakmoss', 9)));
    expect(inCategory(answer, '4').verdict).toBe('over-limit');
    expect(inCategory(answer, '12').verdict).toBe('unknown');
  });

  it('part of a natural’s composition is said and does not block', () => {
    const answer = judged(formula(line('lemon', 1), line('iso-e-super', 999)));
    expect(answer.unknowns).toEqual([
      { lineId: 'lemon', materialId: 'lemon', why: 'composition-incomplete', blocks: false },
    ]);
    expect(inCategory(answer, '4').verdict).toBe('pass');
  });

  it('blocks when it is all there is: a base without a CAS, half its composition missing', () => {
    const half = material('half', 'base', [], { constituents: contains({ '107-75-5': 50 }) });
    const answer = createJudge({ regulation: smallRegulation, materials: () => half })(formula(line('half', 1)), {
      product: { dosage: '1' as DecimalText, category: '4' },
      accords: accords(),
    });
    expect(answer.unknowns).toEqual([
      { lineId: 'half', materialId: 'half', why: 'composition-incomplete', blocks: true },
    ]);
  });

  it('in a line of no parts is nothing', () => {
    expect(judged(formula(line('own-secret', 0), line('iso-e-super', 1))).unknowns).toEqual([]);
  });
});

describe('advice', () => {
  it('concerns whoever weighs the material or a natural rich in it', () => {
    const answer = judged(formula(line('linalool', 1), line('neroli', 1), line('lemon', 1)));
    expect(answer.advice.find((one) => one.standard === 'linalool')).toEqual({
      standard: 'linalool',
      lineIds: ['linalool', 'neroli'],
    });
    expect(answer.findings.some((one) => one.key === 'linalool')).toBe(false);
  });
});

describe('an empty formula', () => {
  it('passes with nothing in it', () => {
    const answer = judged(formula());
    expect(answer.categories).toHaveLength(18);
    expect(
      answer.categories.every(
        (one) => one.verdict === 'pass' && one.highestDosage === '100' && one.limiting === undefined,
      ),
    ).toBe(true);
    expect(answer).toMatchObject({ findings: [], advice: [], unknowns: [], euLaw: { verdict: 'pass', findings: [] } });
  });
});

describe('a judge', () => {
  it('sees that a material has changed', () => {
    let kept = material('mine', 'synthetic', []);
    const one = createJudge({ regulation: smallRegulation, materials: () => kept });
    const ask = () =>
      one(formula(line('mine', 1)), { product: { dosage: '1' as DecimalText, category: '4' }, accords: accords() });
    expect(ask().categories[3]?.verdict).toBe('unknown');
    kept = { ...kept, cas: ['54464-57-2'] };
    expect(ask().categories[3]?.verdict).toBe('pass');
  });
});
