import { useRef, useState } from 'react';
import type { RecipeId } from '#foundation/ids.ts';
import { setDilution } from '#perfumery/formula/edit.ts';
import type { Line } from '#perfumery/formula/formula.ts';
import { decimal, decimalText, parseDecimal } from '#perfumery/units/decimal.ts';
import { edit, useBench } from '#renderer/shared/bench.ts';
import { usualSolvent } from './new-line.ts';

/** What is typed in a dilution cell, in %. What does not read as a strength is shown as refused and changes nothing. */
export function useDilutionCell({
  recipeId,
  line,
  shown,
}: {
  readonly recipeId: RecipeId;
  readonly line: Line;
  readonly shown: string;
}) {
  const [typed, setTyped] = useState<string>();
  const [isRefused, setRefused] = useState(false);
  const hasEdited = useRef(false);
  const known = useRef(line.dilution);
  const isOvertaken = typed !== undefined && line.dilution !== known.current;

  function apply(text: string): boolean {
    const percent = parseDecimal(text.replace(/%\s*$/, ''));
    if (percent === undefined || percent <= 0n || percent > decimal('100')) return false;
    const formula = useBench.getState().sheets[recipeId]?.recipe.formula;
    if (!formula) return false;
    known.current = decimalText(percent);
    edit(recipeId, {
      kind: 'dilution',
      formula: setDilution(formula, line.id, decimalText(percent), line.solventId ?? usualSolvent),
      continues: hasEdited.current,
    });
    hasEdited.current = true;
    return true;
  }

  function leave(): void {
    setTyped(undefined);
    setRefused(false);
    hasEdited.current = false;
  }

  return {
    value: isOvertaken ? shown : (typed ?? shown),
    isRefused: isRefused && !isOvertaken,
    type(text: string) {
      if (typed === undefined || isOvertaken) {
        known.current = line.dilution;
        hasEdited.current = false;
      }
      setTyped(text);
      setRefused(text.trim() !== '' && !apply(text));
    },
    commit(): boolean {
      if (isRefused) return false;
      leave();
      return true;
    },
    leave,
  };
}
