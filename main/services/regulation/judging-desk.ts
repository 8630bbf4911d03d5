/**
 * @file The desk in the side thread at which stored trials are judged. It keeps the tables and materials it was handed, so that
 * each crosses to it once and again only when it has changed.
 */

import { invariant } from '#foundation/errors.ts';
import type { MaterialId, TrialId } from '#foundation/ids.ts';
import type { Formula, Product } from '#perfumery/formula/formula.ts';
import type { Material } from '#perfumery/material/material.ts';
import { createJudge, type Judge } from '#perfumery/safety/judge.ts';
import type { Regulation } from '#perfumery/safety/regulation.ts';
import { type JudgedBy, verdictLetters } from '#perfumery/safety/stored-verdict.ts';

export interface TrialsToJudge {
  /** Tables that were not handed over before, by id. */
  readonly tables: readonly (readonly [tableId: string, regulation: Regulation])[];
  /** Materials that were not, or that have changed since; null where one is gone. */
  readonly materials: readonly (readonly [MaterialId, Material | null])[];
  readonly trials: readonly TrialToJudge[];
}

export interface TrialToJudge {
  readonly trialId: TrialId;
  readonly formula: Formula;
  readonly product: Product;
  readonly accords: readonly (readonly [TrialId, Formula])[];
  /** Ids of the tables to judge it by. */
  readonly by: readonly string[];
}

export interface JudgedTrial {
  readonly trialId: TrialId;
  /** In the order of `by`. */
  readonly verdicts: readonly JudgedBy[];
}

/** Begins with nothing on the desk. */
export function createJudgingDesk() {
  const judges = new Map<string, Judge>();
  const shelf = new Map<MaterialId, Material>();
  return ({ tables, materials, trials }: TrialsToJudge): readonly JudgedTrial[] => {
    for (const [tableId, regulation] of tables)
      judges.set(tableId, createJudge({ regulation, materials: (id) => shelf.get(id) }));
    for (const [id, material] of materials) {
      if (material) shelf.set(id, material);
      else shelf.delete(id);
    }
    return trials.map(({ trialId, formula, product, accords, by }) => {
      const within = new Map(accords);
      const verdicts = by.map((tableId) => {
        const judge = judges.get(tableId);
        invariant(judge, 'a table is handed over before anything is judged by it');
        return verdictLetters(judge(formula, { product, accords: within }), tableId);
      });
      return { trialId, verdicts };
    });
  };
}
