/** @file A verdict as it is kept: short enough for twenty thousand trials, with the table and the day it comes from. */
import type { TrialId } from '#foundation/ids.ts';
import type { SafetyAnswer, Verdict } from './answer.ts';
import { type Category, categories } from './category.ts';

export interface StoredVerdict extends JudgedBy {
  readonly trialId: TrialId;
  /** ISO instant. */
  readonly judged: string;
}

/** What one table says of something. */
export interface JudgedBy {
  /** `shipped`, or the id of an imported table. */
  readonly tableId: string;
  readonly amendment: number;
  /** ISO date on which the table was checked. */
  readonly checked: string;
  /** One letter for each of the 18 categories. */
  readonly categories: string;
  readonly euLaw: string;
}

/** The letters alone: what is compared. */
export type Letters = Pick<JudgedBy, 'categories' | 'euLaw'>;

/** A verdict that is another one than before. */
export interface VerdictChange {
  readonly where: Category | 'eu-law';
  readonly before: Verdict;
  readonly now: Verdict;
}

const letters: Readonly<Record<Verdict, string>> = { pass: 'p', 'over-limit': 'o', prohibited: 'x', unknown: 'u' };
const verdicts = new Map(Object.entries(letters).map(([verdict, letter]) => [letter, verdict as Verdict]));

/** What of an answer is kept. */
export function verdictLetters(
  { amendment, checked, categories: answers, euLaw }: SafetyAnswer,
  tableId: string,
): JudgedBy {
  return {
    tableId,
    amendment,
    checked,
    categories: answers.map(({ verdict }) => letters[verdict]).join(''),
    euLaw: letters[euLaw.verdict],
  };
}

/** The verdict of one category; what nobody kept is unknown. */
export function verdictIn({ categories: kept }: Pick<JudgedBy, 'categories'>, category: Category): Verdict {
  return verdicts.get(kept[categories.indexOf(category)] ?? '') ?? 'unknown';
}

/** Where two verdicts on one trial are not the same, in the official order, EU law last. */
export function verdictChanges(before: Letters, now: Letters): readonly VerdictChange[] {
  const changes: VerdictChange[] = categories.flatMap((where): VerdictChange[] => {
    const [was, is] = [verdictIn(before, where), verdictIn(now, where)];
    return was === is ? [] : [{ where, before: was, now: is }];
  });
  if (before.euLaw === now.euLaw) return changes;
  const read = (letter: string) => verdicts.get(letter) ?? 'unknown';
  return [...changes, { where: 'eu-law', before: read(before.euLaw), now: read(now.euLaw) }];
}

/** What of an answer is kept of a trial. */
export function storedVerdict(
  answer: SafetyAnswer,
  { trialId, tableId, judged }: Pick<StoredVerdict, 'trialId' | 'tableId' | 'judged'>,
): StoredVerdict {
  return { trialId, judged, ...verdictLetters(answer, tableId) };
}
