/**
 * @file Two formulas side by side, line by line, for eyes: what came, what went, what is different, with shares.
 *
 * `changeBetween` compares by line id. A formula that was typed in anew has other ids; a line that went and one that came
 * with the same ingredient are therefore read as one line that changed.
 */
import { type Decimal, decimal } from '#perfumery/units/decimal.ts';
import { percentOf } from '#perfumery/units/rounding.ts';
import { changeBetween } from './change.ts';
import type { Formula, Ingredient, Line } from './formula.ts';
import { formulaTotals } from './formula-totals.ts';

export type LineField = 'ingredient' | 'parts' | 'dilution' | 'solvent' | 'locked' | 'carrier' | 'note';

/** One row of the comparison. Shares in % of the concentrate (of the whole for a carrier) on either side. */
export type LineDifference =
  | { readonly what: 'added'; readonly after: Line; readonly shareAfter: Decimal }
  | { readonly what: 'removed'; readonly before: Line; readonly shareBefore: Decimal }
  | {
      readonly what: 'changed';
      readonly before: Line;
      readonly after: Line;
      readonly shareBefore: Decimal;
      readonly shareAfter: Decimal;
      readonly fields: readonly LineField[];
    };

export interface FormulaDifference {
  /** In the order of the later formula; what was removed comes last. */
  readonly rows: readonly LineDifference[];
  /** Whether lines that are in both stand in another order. */
  readonly isReordered: boolean;
}

/** What is different between two formulas. Lines with new ids that say exactly the same are no difference. */
export function diffLines(before: Formula, after: Formula): FormulaDifference {
  const { lines } = changeBetween(before, after);
  const pairs = lines.flatMap((line) =>
    line.before && line.after ? [{ before: line.before, after: line.after }] : [],
  );
  const removed = lines.flatMap((line) => (line.before && !line.after ? [line.before] : []));
  const added: Line[] = [];
  for (const line of lines) {
    if (line.before || !line.after) continue;
    const index = counterpart(removed, line.after);
    const [old] = index < 0 ? [] : removed.splice(index, 1);
    if (old) pairs.push({ before: old, after: line.after });
    else added.push(line.after);
  }
  const shareBefore = sharesIn(before);
  const shareAfter = sharesIn(after);
  const place = new Map(after.lines.map(({ id }, index) => [id, index]));
  const rows: { at: number; row: LineDifference }[] = [];
  for (const pair of pairs) {
    const fields = fieldsChanged(pair.before, pair.after);
    if (fields.length === 0) continue;
    const shares = { shareBefore: shareBefore(pair.before), shareAfter: shareAfter(pair.after) };
    rows.push({ at: place.get(pair.after.id) ?? 0, row: { what: 'changed', ...pair, ...shares, fields } });
  }
  for (const line of added) {
    rows.push({ at: place.get(line.id) ?? 0, row: { what: 'added', after: line, shareAfter: shareAfter(line) } });
  }
  rows.sort((a, b) => a.at - b.at);
  const gone = removed.map(
    (line): LineDifference => ({ what: 'removed', before: line, shareBefore: shareBefore(line) }),
  );
  return { rows: [...rows.map(({ row }) => row), ...gone], isReordered: isReordered(before, after) };
}

function isReordered(before: Formula, after: Formula): boolean {
  const was = new Set(before.lines.map(({ id }) => id));
  const is = new Set(after.lines.map(({ id }) => id));
  const kept = after.lines.filter(({ id }) => was.has(id));
  return before.lines.filter(({ id }) => is.has(id)).some(({ id }, index) => id !== kept[index]?.id);
}

/** The removed line that an added one most likely is: same ingredient, and the same strength and amount where there is a choice. */
function counterpart(removed: readonly Line[], added: Line): number {
  let [best, bestFit] = [-1, 0];
  for (const [index, line] of removed.entries()) {
    if (!isSameIngredient(line.ingredient, added.ingredient) || line.carrier !== added.carrier) continue;
    const fit = 1 + (line.dilution === added.dilution ? 2 : 0) + (line.parts === added.parts ? 1 : 0);
    if (fit > bestFit) [best, bestFit] = [index, fit];
  }
  return best;
}

function fieldsChanged(a: Line, b: Line): readonly LineField[] {
  const fields: LineField[] = [];
  if (!isSameIngredient(a.ingredient, b.ingredient)) fields.push('ingredient');
  if (a.parts !== b.parts) fields.push('parts');
  if (a.dilution !== b.dilution) fields.push('dilution');
  if (a.solventId !== b.solventId) fields.push('solvent');
  if (a.locked !== b.locked) fields.push('locked');
  if (a.carrier !== b.carrier) fields.push('carrier');
  if (a.note !== b.note) fields.push('note');
  return fields;
}

function sharesIn(formula: Formula): (line: Line) => Decimal {
  const { concentrate, total } = formulaTotals(formula);
  return (line) => percentOf(decimal(line.parts), line.carrier ? total : concentrate);
}

function isSameIngredient(a: Ingredient, b: Ingredient): boolean {
  if (a.kind === 'material') return b.kind === 'material' && a.materialId === b.materialId;
  return b.kind === 'accord' && a.trialId === b.trialId;
}
