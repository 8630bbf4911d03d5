/** @file What a hand does to a formula, one small function each: a formula in, a new formula out, nothing else touched. */
import { type FormulaFault, StudioError } from '#foundation/errors.ts';
import type { LineId, MaterialId } from '#foundation/ids.ts';
import { decimalText, parseDecimal } from '#perfumery/units/decimal.ts';
import type { Formula, Line } from './formula.ts';
import { mostLines, mostParts, neat } from './formula-limits.ts';

/** Puts a line in at `index`, or at the end. Refuses (`formula.invalid`) an id that is there already, and amounts out of range. */
export function addLine(formula: Formula, line: Line, index = formula.lines.length): Formula {
  return checkedFormula({ lines: formula.lines.toSpliced(Math.max(0, index), 0, line) });
}

/** Takes lines out. Ids that are not there are no mistake. */
export function removeLines(formula: Formula, ids: Iterable<LineId>): Formula {
  const gone = new Set(ids);
  return { lines: formula.lines.filter(({ id }) => !gone.has(id)) };
}

/** Sets a line's parts. Refuses negative and absurd amounts. */
export function setAmount(formula: Formula, lineId: LineId, parts: string): Formula {
  const value = parseDecimal(parts);
  if (value === undefined) throw refusal('amount-not-a-number', lineId, parts);
  return edited(formula, lineId, (line) => ({ ...line, parts: decimalText(value) }));
}

/** Sets a line's strength in % and what it is diluted in; its parts stay. `swapLine` keeps the odour mass instead. */
export function setDilution(formula: Formula, lineId: LineId, dilution: string, solventId?: MaterialId): Formula {
  const value = parseDecimal(dilution);
  if (value === undefined) throw refusal('dilution-out-of-range', lineId, dilution);
  return edited(formula, lineId, ({ solventId: _, ...line }) => ({
    ...line,
    dilution: decimalText(value),
    ...(solventId && value !== neat && { solventId }),
  }));
}

/** Moves a line so that it stands at `index` afterwards; beyond the ends it stops there. */
export function moveLine(formula: Formula, lineId: LineId, index: number): Formula {
  const line = lineOf(formula, lineId);
  const rest = formula.lines.filter(({ id }) => id !== lineId);
  return { lines: rest.toSpliced(Math.min(rest.length, Math.max(0, index)), 0, line) };
}

export function setLocked(formula: Formula, lineId: LineId, isLocked: boolean): Formula {
  return edited(formula, lineId, (line) => ({ ...line, locked: isLocked }));
}

/** Says whether a line is the carrier, which fills up the finished product, or part of the concentrate. */
export function setCarrier(formula: Formula, lineId: LineId, isCarrier: boolean): Formula {
  return edited(formula, lineId, (line) => ({ ...line, carrier: isCarrier }));
}

export function setNote(formula: Formula, lineId: LineId, note: string): Formula {
  return edited(formula, lineId, (line) => ({ ...line, note: note.normalize('NFC') }));
}

/** Puts `lines` where the lines named were; at the end when none of them is there. One act for pasting and for fixes. */
export function replaceLines(formula: Formula, ids: Iterable<LineId>, lines: readonly Line[]): Formula {
  const gone = new Set(ids);
  const first = formula.lines.findIndex(({ id }) => gone.has(id));
  const kept = formula.lines.filter(({ id }) => !gone.has(id));
  return checkedFormula({ lines: kept.toSpliced(first < 0 ? kept.length : first, 0, ...lines) });
}

/** The formula itself, once every line holds and no id stands twice. Refuses with `formula.invalid` or `recipe.too-long`. */
export function checkedFormula(formula: Formula): Formula {
  if (formula.lines.length > mostLines) {
    throw new StudioError('recipe.too-long', { lines: formula.lines.length, most: mostLines });
  }
  const seen = new Set<LineId>();
  for (const line of formula.lines) {
    if (seen.has(line.id)) throw refusal('line-twice', line.id);
    seen.add(line.id);
    checkedLine(line);
  }
  return formula;
}

/** The line itself, once its amount and strength are in range. */
export function checkedLine(line: Line): Line {
  const parts = parseDecimal(line.parts);
  if (parts === undefined) throw refusal('amount-not-a-number', line.id, line.parts);
  if (parts < 0n) throw refusal('amount-negative', line.id, line.parts);
  if (parts > mostParts) throw refusal('amount-absurd', line.id, line.parts);
  const dilution = parseDecimal(line.dilution);
  if (dilution === undefined || dilution <= 0n || dilution > neat) {
    throw refusal('dilution-out-of-range', line.id, line.dilution);
  }
  return line;
}

function edited(formula: Formula, lineId: LineId, edit: (line: Line) => Line): Formula {
  lineOf(formula, lineId);
  return { lines: formula.lines.map((line) => (line.id === lineId ? checkedLine(edit(line)) : line)) };
}

function lineOf(formula: Formula, lineId: LineId): Line {
  const line = formula.lines.find(({ id }) => id === lineId);
  if (!line) throw refusal('line-missing', lineId);
  return line;
}

function refusal(reason: FormulaFault, lineId: LineId, text?: string): StudioError<'formula.invalid'> {
  return new StudioError('formula.invalid', { reason, lineId, ...(text !== undefined && { text }) });
}
