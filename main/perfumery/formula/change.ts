/**
 * @file What an edit did to a formula, as a value: which lines are new, gone or different, and the new order if it moved.
 *
 * The same value is the diff between two trials, the entry in the undo history, and what crosses the bridge on every
 * keystroke, so a recipe of 500 lines sends one line, not 500.
 */
import { invariant, StudioError } from '#foundation/errors.ts';
import type { LineId } from '#foundation/ids.ts';
import type { Formula, Line } from './formula.ts';

/** One line before and after. `before` absent: added. `after` absent: removed. */
export interface LineChange {
  readonly lineId: LineId;
  readonly before?: Line;
  readonly after?: Line;
}

export interface FormulaChange {
  readonly lines: readonly LineChange[];
  /** Line ids in order, before and after; absent when removing and appending lines explains the order. */
  readonly order?: { readonly before: readonly LineId[]; readonly after: readonly LineId[] };
}

/** What leads from `before` to `after`, by line id. */
export function changeBetween(before: Formula, after: Formula): FormulaChange {
  const was = new Map(before.lines.map((line) => [line.id, line]));
  const is = new Map(after.lines.map((line) => [line.id, line]));
  const lines: LineChange[] = [];
  for (const line of before.lines) if (!is.has(line.id)) lines.push({ lineId: line.id, before: line });
  for (const line of after.lines) {
    const old = was.get(line.id);
    if (!old) lines.push({ lineId: line.id, after: line });
    else if (!isSameLine(old, line)) lines.push({ lineId: line.id, before: old, after: line });
  }
  const explained = [...before.lines.filter(({ id }) => is.has(id)), ...after.lines.filter(({ id }) => !was.has(id))];
  const isExplained = explained.every(({ id }, index) => after.lines[index]?.id === id);
  const isExplainedBack =
    isExplained &&
    [...after.lines.filter(({ id }) => was.has(id)), ...before.lines.filter(({ id }) => !is.has(id))].every(
      ({ id }, index) => before.lines[index]?.id === id,
    );
  if (isExplainedBack) return { lines };
  return { lines, order: { before: before.lines.map(({ id }) => id), after: after.lines.map(({ id }) => id) } };
}

/** `formula` with the change made. Refuses (`formula.invalid`) a change that was made to some other formula. */
export function applyChange(formula: Formula, change: FormulaChange): Formula {
  const lines = new Map(formula.lines.map((line) => [line.id, line]));
  for (const { lineId, before, after } of change.lines) {
    if (before && !lines.has(lineId)) throw new StudioError('formula.invalid', { reason: 'line-missing', lineId });
    if (!before && lines.has(lineId)) throw new StudioError('formula.invalid', { reason: 'line-twice', lineId });
    if (after) lines.set(lineId, after);
    else lines.delete(lineId);
  }
  if (!change.order) return { lines: [...lines.values()] };
  const ordered = change.order.after.map((id) => {
    const line = lines.get(id);
    if (!line) throw new StudioError('formula.invalid', { reason: 'order-broken', lineId: id });
    return line;
  });
  if (ordered.length !== lines.size || new Set(change.order.after).size !== lines.size) {
    throw new StudioError('formula.invalid', { reason: 'order-broken' });
  }
  return { lines: ordered };
}

/** The change that takes `change` back. */
export function invertChange({ lines, order }: FormulaChange): FormulaChange {
  const inverted = lines.map(({ lineId, before, after }) => ({
    lineId,
    ...(after && { before: after }),
    ...(before && { after: before }),
  }));
  return { lines: inverted, ...(order && { order: { before: order.after, after: order.before } }) };
}

/** Whether nothing would change. */
export function isEmptyChange({ lines, order }: FormulaChange): boolean {
  return lines.length === 0 && order === undefined;
}

/** Whether two lines say the same, field by field. */
export function isSameLine(a: Line, b: Line): boolean {
  invariant(a.id === b.id, 'only versions of one line are compared');
  return (
    a === b ||
    (a.parts === b.parts &&
      a.dilution === b.dilution &&
      a.solventId === b.solventId &&
      a.locked === b.locked &&
      a.carrier === b.carrier &&
      a.note === b.note &&
      isSameIngredient(a, b))
  );
}

function isSameIngredient({ ingredient: a }: Line, { ingredient: b }: Line): boolean {
  if (a.kind === 'material') return b.kind === 'material' && a.materialId === b.materialId;
  return b.kind === 'accord' && a.trialId === b.trialId && a.recipeId === b.recipeId;
}
