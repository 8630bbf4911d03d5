/** @file Trials in the order a tree is read: each one followed by what grew from it. */
import type { TrialId } from '#foundation/ids.ts';
import type { TrialHead } from './recipe.ts';

export interface TrialInTree {
  readonly trial: TrialHead;
  /** 0 for a trial without a parent. */
  readonly depth: number;
  /** Whether no sibling follows it, so that a drawn line can end here. */
  readonly isLast: boolean;
}

/** The trials as a tree, siblings by number. A trial whose parent is missing, or is its own descendant, stands at the root. */
export function trialTree(trials: readonly TrialHead[]): readonly TrialInTree[] {
  const byId = new Map(trials.map((trial) => [trial.id, trial]));
  const children = new Map<TrialId | undefined, TrialHead[]>();
  for (const trial of [...trials].sort((a, b) => a.number - b.number)) {
    const parent = isRooted(trial, byId) ? trial.parentId : undefined;
    const siblings = children.get(parent);
    if (siblings) siblings.push(trial);
    else children.set(parent, [trial]);
  }
  const rows: TrialInTree[] = [];
  const waiting = stacked(children.get(undefined), 0);
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    rows.push(next);
    waiting.push(...stacked(children.get(next.trial.id), next.depth + 1));
  }
  return rows;
}

function stacked(siblings: readonly TrialHead[] = [], depth: number): TrialInTree[] {
  return siblings.map((trial, index) => ({ trial, depth, isLast: index === siblings.length - 1 })).reverse();
}

/** Whether going up from a trial through its parents never comes back to it. */
function isRooted(trial: TrialHead, byId: ReadonlyMap<TrialId, TrialHead>): boolean {
  const seen = new Set<TrialId>([trial.id]);
  let above = trial.parentId;
  if (above === undefined || !byId.has(above)) return false;
  while (above !== undefined) {
    if (above === trial.id) return false;
    if (seen.has(above)) return true;
    seen.add(above);
    above = byId.get(above)?.parentId;
  }
  return true;
}
