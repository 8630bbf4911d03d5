/** @file The trial that another part of the window asked to see, beside the formula being worked on. */
import { create } from 'zustand';
import type { TrialId } from '#foundation/ids.ts';

export const useShownTrial = create<{ readonly trialId: TrialId | undefined }>(() => ({ trialId: undefined }));

/** Shows a trial of the recipe in front. */
export function showTrial(trialId: TrialId): void {
  useShownTrial.setState({ trialId });
}

export function forgetShownTrial(): void {
  useShownTrial.setState({ trialId: undefined });
}
