/** @file The safety answer for what stands on the bench, computed once per formula however many parts of the screen ask. */
import type { RecipeId } from '#foundation/ids.ts';
import type { Accords, Formula, Product } from '#perfumery/formula/formula.ts';
import type { SafetyAnswer } from '#perfumery/safety/answer.ts';
import { type Sheet, useBench } from './bench.ts';
import { useStudio } from './studio.ts';

type Judge = ReturnType<typeof useStudio.getState>['judge'];
interface Computed {
  readonly judge: Judge;
  readonly product: Product;
  readonly accords: Sheet['accords'];
  readonly answer: SafetyAnswer;
}
const known = new WeakMap<Formula, Computed>();

/** The answer for an open recipe as it stands at this keystroke. */
export function useAnswer(recipeId: RecipeId): SafetyAnswer | undefined {
  const judge = useStudio((studio) => studio.judge);
  const formula = useBench(({ sheets }) => sheets[recipeId]?.recipe.formula);
  const product = useBench(({ sheets }) => sheets[recipeId]?.recipe.product);
  const accords = useBench(({ sheets }) => sheets[recipeId]?.accords);
  return formula && product && accords && answerFor(judge, formula, product, accords);
}

function answerFor(judge: Judge, formula: Formula, product: Product, accords: Sheet['accords']): SafetyAnswer {
  const last = known.get(formula);
  if (last && last.judge === judge && last.product === product && last.accords === accords) return last.answer;
  const answer = judge(formula, { product, accords: formulasOf(accords) });
  known.set(formula, { judge, product, accords, answer });
  return answer;
}

const formulas = new WeakMap<Sheet['accords'], Accords>();

/** The formulas of accords by trial, as the engine wants them. */
export function formulasOf(accords: Sheet['accords']): Accords {
  const made = formulas.get(accords) ?? new Map([...accords].map(([id, trial]) => [id, trial.formula]));
  formulas.set(accords, made);
  return made;
}
