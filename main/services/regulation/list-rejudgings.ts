import type { MaterialLibrary } from '#library/material-library.ts';
import type { RejudgingRun } from '#library/sqlite/rejudging-store.ts';
import type { TrialName } from '#library/sqlite/verdict-store.ts';
import type { InTwoLanguages } from '#perfumery/material/material.ts';
import { type VerdictChange, verdictChanges } from '#perfumery/safety/stored-verdict.ts';
import type { RegulationNeeds } from './regulation-needs.ts';

export interface ChangedTrial extends TrialName {
  readonly changes: readonly VerdictChange[];
}

export interface RejudgingSeen extends Omit<RejudgingRun, 'after' | 'materials'> {
  readonly materials?: readonly InTwoLanguages[];
  readonly trials: readonly ChangedTrial[];
}

const mostTrials = 200;

interface Needs extends Pick<RegulationNeeds, 'rejudgings' | 'verdicts'> {
  readonly materials: Pick<MaterialLibrary, 'material'>;
}

/** The runs of judging again that have something to show, newest first, each with the trials whose verdict is another one. */
export function listRejudgings({ rejudgings, verdicts, materials }: Needs) {
  return (): readonly RejudgingSeen[] =>
    rejudgings
      .all()
      .filter(({ why, changed }) => why !== 'missing' || changed > 0)
      .map(({ after: _, materials: about, ...run }) => ({
        ...run,
        ...(about && { materials: about.flatMap((id) => materials.material(id)?.name ?? []) }),
        trials: rejudgings.changesOf(run.number, mostTrials).flatMap(({ trialId, before, now }) => {
          const name = verdicts.nameOf(trialId);
          return name ? [{ ...name, changes: verdictChanges(before, now) }] : [];
        }),
      }));
}
