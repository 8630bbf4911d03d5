/** @file What every field of the form asks: what is typed, and whether something is to be said about it now. */
import { createContext, useContext } from 'react';
import { useText } from '#renderer/shared/text.ts';
import { useEditing } from './editing.ts';
import type { Problems } from './read-draft.ts';

interface FormState {
  readonly problems: Problems;
  /** Fields the cursor has left; about others nothing is said before saving is tried. */
  readonly left: ReadonlySet<string>;
}

export const FormContext = createContext<FormState>({ problems: new Map(), left: new Set() });

/** The sentence to show at `field` now, if there is one. */
export function useProblem(field: string): string | undefined {
  const { t } = useText('materials');
  const { problems, left } = useContext(FormContext);
  const isTried = useEditing(({ editing }) => editing?.isTried === true);
  const refused = useEditing(({ editing }) => editing?.refused);
  const problem = problems.get(field);
  const isSaid = problem && (isTried || left.has(field) || problem.why === 'check-digit');
  if (isSaid) return t(`problem-${problem.why}`, { text: problem.text ?? '', bound: problem.bound ?? '' });
  return refused?.field === field ? refused.sentence : undefined;
}
