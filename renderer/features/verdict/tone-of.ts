import type { Verdict } from '#perfumery/safety/answer.ts';
import type { Tone } from '#renderer/ui/tone.tsx';

/** From this share of a limit on, what passes is shown as close to it. */
const near = 0.9;

/** The state to show for a verdict whose nearest limit is used up to `ratio`. */
export function toneOf({ verdict, ratio }: { readonly verdict: Verdict; readonly ratio: number }): Tone {
  return verdict === 'pass' && ratio >= near ? 'near' : verdict;
}
