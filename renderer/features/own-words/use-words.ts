import { create } from 'zustand';
import type { ListedConcept, OwnWordOnWire } from '#contract/lexicon.ts';
import { useStudio } from '#renderer/shared/studio.ts';

/** The perfumer's own words and what a word can mean, as far as they were asked for. */
export const useWords = create<{
  readonly words: readonly OwnWordOnWire[] | undefined;
  readonly concepts: readonly ListedConcept[];
}>(() => ({ words: undefined, concepts: [] }));

/** Asks for the words anew. */
export async function fetchWords(): Promise<void> {
  useWords.setState({ words: await useStudio.getState().client.lexicon.words() });
}

/** Asks for what a word can mean; the lexicon is the same while the studio runs. */
export async function fetchConcepts(): Promise<void> {
  if (useWords.getState().concepts.length > 0) return;
  useWords.setState({ concepts: await useStudio.getState().client.lexicon.concepts() });
}
