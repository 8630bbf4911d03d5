/**
 * @file What is typed in an amount cell, from keystroke to formula.
 *
 * While the cell has the focus it shows what was typed; every keystroke that reads as an amount is in the formula at once, as
 * one act until the cell is left. When the line changes by other hands (undo, a fix, another window) what was typed gives way. Relative amounts (`+5`, `*2`) wait for Enter, or each keystroke would apply them again.
 */
import { useRef, useState } from 'react';
import type { RecipeId } from '#foundation/ids.ts';
import { type AmountUnit, amountScale, amountsOf, partsFor, type Volumes } from '#perfumery/formula/amounts.ts';
import { setAmount } from '#perfumery/formula/edit.ts';
import type { Line } from '#perfumery/formula/formula.ts';
import { changedAmount, parseAmount, type TypedAmount } from '#perfumery/formula/parse-amount.ts';
import { type Decimal, decimal, decimalText } from '#perfumery/units/decimal.ts';
import { edit, useBench } from '#renderer/shared/bench.ts';

export type AmountRefusal =
  | Extract<TypedAmount, { does: 'refuse' }>['why']
  | Extract<ReturnType<typeof partsFor>, { refused: unknown }>['refused'];

interface Cell {
  readonly recipeId: RecipeId;
  readonly line: Line;
  readonly unit: AmountUnit;
  readonly volumes: Volumes;
  /** What stands there when nobody is typing. */
  readonly shown: string;
}

export function useAmountCell({ recipeId, line, unit, volumes, shown }: Cell) {
  const [typed, setTyped] = useState<string>();
  const [refusal, setRefusal] = useState<AmountRefusal>();
  const hasEdited = useRef(false);
  /** The amount this cell knows of; any other in the line came from elsewhere. */
  const known = useRef(line.parts);
  const isOvertaken = typed !== undefined && line.parts !== known.current;

  function apply(text: string, isFinal: boolean): void {
    const answer = read(recipeId, line, { text, unit, volumes });
    if ('refused' in answer) {
      setRefusal(answer.refused === 'empty' && !isFinal ? undefined : answer.refused);
      return;
    }
    if (answer.isRelative && !isFinal) {
      setRefusal(undefined);
      return;
    }
    setRefusal(undefined);
    const formula = useBench.getState().sheets[recipeId]?.recipe.formula;
    if (!formula) return;
    known.current = decimalText(answer.parts);
    edit(recipeId, {
      kind: 'amount',
      formula: setAmount(formula, line.id, decimalText(answer.parts)),
      continues: hasEdited.current,
    });
    hasEdited.current = true;
  }

  return {
    value: isOvertaken ? shown : (typed ?? shown),
    refusal: isOvertaken ? undefined : refusal,
    type(text: string) {
      if (typed === undefined || isOvertaken) {
        known.current = line.parts;
        hasEdited.current = false;
      }
      setTyped(text);
      apply(text, false);
    },
    /** Takes what stands there; true unless it cannot be an amount. */
    commit(): boolean {
      if (isOvertaken) {
        leave();
        return true;
      }
      if (typed !== undefined && typed.trim() !== '') apply(typed, true);
      const isGood =
        typed === undefined ||
        typed.trim() === '' ||
        !('refused' in read(recipeId, line, { text: typed, unit, volumes }));
      if (isGood) leave();
      return isGood;
    },
    leave,
  };

  function leave(): void {
    setTyped(undefined);
    setRefusal(undefined);
    hasEdited.current = false;
  }
}

function read(
  recipeId: RecipeId,
  line: Line,
  { text, unit, volumes }: { text: string; unit: AmountUnit; volumes: Volumes },
): { parts: Decimal; isRelative: boolean } | { refused: AmountRefusal } {
  const recipe = useBench.getState().sheets[recipeId]?.recipe;
  const amount = parseAmount(text);
  if (!recipe) return { refused: 'empty' };
  if (amount.does === 'refuse') return { refused: amount.why };
  const now = recipe.formula.lines.find(({ id }) => id === line.id) ?? line;
  const scale = amountScale(recipe.formula, recipe.product);
  if (amount.does === 'set') {
    const answer = partsFor(amount.value, amount.unit ?? unit, { line: now, scale, volumes });
    return 'parts' in answer ? { parts: answer.parts, isRelative: false } : answer;
  }
  const before = unit === 'parts' ? decimal(now.parts) : amountsOf(now, scale, volumes)[unit];
  const after = before === undefined ? undefined : changedAmount(before, amount);
  if (after === undefined) return { refused: before === undefined ? 'density-unknown' : 'absurd' };
  const answer = partsFor(after, unit, { line: now, scale, volumes });
  return 'parts' in answer ? { parts: answer.parts, isRelative: true } : answer;
}
