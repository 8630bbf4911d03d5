/** @file What a proposal is weighed by: the verdict for the product's category, EU law, and the cost of the batch. */
import { type Cost, costOf } from '#perfumery/cost/cost.ts';
import type { Accords, Formula, Product } from '#perfumery/formula/formula.ts';
import type { SafetyAnswer, Verdict } from '#perfumery/safety/answer.ts';
import { type DecimalText, decimalText } from '#perfumery/units/decimal.ts';
import type { SubstituteNeeds } from './substitute-needs.ts';

export interface Weighed {
  /** The worse of IFRA, for the product's category, and EU law. */
  readonly verdict: Verdict;
  /** Highest share of a limit that is used up; Infinity where prohibited. */
  readonly ratio: number;
  /** Of the batch, as far as prices are known. */
  readonly cost: DecimalText;
  readonly currency: string;
  /** Whether every price is known. */
  readonly isCostComplete: boolean;
}

export interface Weighing {
  readonly weighed: Weighed;
  readonly answer: SafetyAnswer;
  readonly cost: Cost;
}

/** From good to bad. Unknown is never pass. */
export const verdictRank: Readonly<Record<Verdict, number>> = { pass: 0, unknown: 1, 'over-limit': 2, prohibited: 3 };

/** Judges and prices a formula. */
export function weighFormula({ judge, materials, exchange }: SubstituteNeeds) {
  return (formula: Formula, product: Product, accords: Accords): Weighing => {
    const answer = judge(formula, { product, accords });
    const own = answer.categories.find(({ category }) => category === product.category);
    const ifra = own?.verdict ?? 'unknown';
    const eu = answer.euLaw.verdict;
    const cost = costOf(formula, product, { accords, materialOf: (id) => materials.find(id), exchange: exchange() });
    return {
      answer,
      cost,
      weighed: {
        verdict: verdictRank[eu] > verdictRank[ifra] ? eu : ifra,
        ratio: own?.ratio ?? 0,
        cost: decimalText(cost.batch),
        currency: cost.currency,
        isCostComplete: cost.uncoveredOfProduct === 0n,
      },
    };
  };
}
