import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accordLine, accords, formula, line } from '#tests/fixtures/safety-tables.ts';
import { explode } from './explode.ts';
import { explodedView } from './exploded-view.ts';

describe('an explosion', () => {
  it('splits a dilution into material and solvent', () => {
    const { lines, concentrate } = explode(
      formula(line('indole', 10, { dilution: '10', solvent: 'dpg' }), line('hedione', 30)),
      accords(),
    );
    expect(
      lines[0]?.leaves.map(({ materialId, role, amount }) => [
        materialId,
        role,
        Number(amount * 1000n) / Number(concentrate),
      ]),
    ).toEqual([
      ['indole', 'neat', 25],
      ['dpg', 'solvent', 225],
    ]);
  });

  it('opens accords of accords and tells the way to each leaf', () => {
    const within = accords({
      rose: formula(line('geraniol', 1), line('citronellol', 2)),
      chypre: formula(accordLine('rose', 3), line('oakmoss', 4, { dilution: '50', solvent: 'dpg' })),
    });
    const { lines, concentrate } = explode(formula(accordLine('chypre', 7), line('hedione', 7)), within);
    expect(
      lines[0]?.leaves.map(({ path, amount }) => [path.join(' > '), Number(amount * 14n) / Number(concentrate)]),
    ).toEqual([
      ['chypre > rose > geraniol', 1],
      ['chypre > rose > citronellol', 2],
      ['chypre > oakmoss', 2],
      ['chypre > dpg', 2],
    ]);
  });

  it('leaves the carrier of an accord out', () => {
    const within = accords({ cologne: formula(line('bergamot', 1), line('ethanol', 9, { carrier: true })) });
    const { materials } = explodedView(formula(accordLine('cologne', 5)), within);
    expect(materials.map(({ materialId, total }) => [materialId, total])).toEqual([['bergamot', 100_000_000_000n]]);
  });

  it.each([
    ['a missing accord', formula(accordLine('lost', 1)), 'accord-missing'],
    ['an accord that holds itself', formula(accordLine('self', 1)), 'accord-cycle'],
    ['accords that hold each other', formula(accordLine('ping', 1)), 'accord-cycle'],
    ['an accord above a cycle', formula(accordLine('above', 1)), 'accord-cycle'],
    ['an accord with nothing in it', formula(accordLine('empty', 1)), 'accord-empty'],
    ['a dilution in nobody knows what', formula(line('indole', 1, { dilution: '10' })), 'solvent-not-named'],
    ['the same inside an accord', formula(accordLine('thin', 1)), 'solvent-not-named'],
  ])('keeps the mass of %s and says so', (_, recipe, why) => {
    const within = accords({
      self: formula(accordLine('self', 1), line('linalool', 1)),
      ping: formula(accordLine('pong', 1)),
      pong: formula(accordLine('ping', 1)),
      above: formula(line('linalool', 1), accordLine('ping', 1)),
      empty: formula(line('linalool', 0)),
      thin: formula(line('indole', 1, { dilution: '10' })),
    });
    const { lines, concentrate } = explode(recipe, within);
    expect(lines[0]?.problems.map((problem) => problem.why)).toEqual([why]);
    expect(concentrate > 0n).toBe(true);
  });

  it('passes over lines of no parts, and an empty formula', () => {
    expect(explode(formula(), accords())).toMatchObject({ lines: [], concentrate: 0n });
    expect(
      explode(formula(accordLine('lost', 0), line('indole', 0, { dilution: '10' })), accords()).lines,
    ).toMatchObject([
      { amount: 0n, leaves: [], problems: [] },
      { amount: 0n, leaves: [], problems: [] },
    ]);
    expect(explodedView(formula(), accords())).toEqual({ materials: [], unnamed: 0n });
  });

  it('stays small when accords are nested deep and wide', () => {
    const deep = Object.fromEntries(
      Array.from({ length: 40 }, (_, at) => {
        const [left, right] = [accordLine(`L${at - 1}`, 1, { id: 'l' }), accordLine(`R${at - 1}`, 2, { id: 'r' })];
        const inside = at === 0 ? formula(line('linalool', 1), line('indole', 2)) : formula(left, right);
        return [[`L${at}`, inside] as const, [`R${at}`, inside] as const];
      }).flat(),
    );
    const { materials } = explodedView(formula(accordLine('L39', 1)), accords(deep));
    expect(materials.map(({ materialId, total }) => [materialId, total])).toEqual([
      ['indole', 66_666_666_667n],
      ['linalool', 33_333_333_333n],
    ]);
  });

  it('never loses or invents mass', () => {
    const amount = fc.integer({ min: 1, max: 10_000_000 }).map((thousandths) => thousandths / 1000);
    const percent = fc.constantFrom('100', '50', '10', '1', '0.1', '33.3');
    fc.assert(
      fc.property(fc.array(fc.tuple(amount, percent), { minLength: 1, maxLength: 8 }), amount, (rows, accordParts) => {
        const lines = rows.map(([parts, dilution], at) => line(`m${at}`, parts, { dilution, solvent: 'dpg' }));
        const { lines: exploded, concentrate } = explode(
          formula(...lines, accordLine('inner', accordParts)),
          accords({ inner: formula(...lines) }),
        );
        const leaves = exploded.flatMap((one) => one.leaves);
        expect(leaves.reduce((sum, leaf) => sum + leaf.amount, 0n)).toBe(concentrate);
      }),
    );
  });
});

describe('the exploded view', () => {
  it('tells neat from solvent and counts a material once', () => {
    const recipe = formula(
      line('dpg', 20),
      line('indole', 10, { dilution: '10', solvent: 'dpg' }),
      accordLine('thin', 70),
    );
    const within = accords({ thin: formula(line('indole', 1, { dilution: '10', solvent: 'dpg' })) });
    const shown = explodedView(recipe, within).materials.map((one) => [
      one.materialId,
      one.total,
      one.neat,
      one.asSolvent,
      one.lineIds,
    ]);
    expect(shown).toEqual([
      ['dpg', 92_000_000_000n, 20_000_000_000n, 72_000_000_000n, ['dpg', 'indole', 'thin']],
      ['indole', 8_000_000_000n, 8_000_000_000n, 0n, ['indole', 'thin']],
    ]);
  });

  it('shows the share nobody can name', () => {
    expect(explodedView(formula(accordLine('lost', 1), line('linalool', 3)), accords()).unnamed).toBe(25_000_000_000n);
  });
});
