/** @file A strength written into a name: `Hedione @10% in DPG`, `Civetone (1 %)`, `바닐린 10% DPG`. */

export interface SplitName {
  readonly name: string;
  /** As written, without the percent sign. */
  readonly dilution: string;
  /** As written; empty where none is named. */
  readonly solvent: string;
}

const strength =
  /^(.*?\S)[\s,]*[@(]?\s*@?\s*(\d[\d.,]*)\s*%\s*(?:(?:sol(?:ution|\.)?|희석액?|용액)\b)?\s*(?:\b(?:in|into|w\/)\b|\/|@)?\s*([^()%]*?)\)?$/iu;

/** Takes a strength off the end of a name. Undefined where none is written there. */
export function splitDilution(text: string): SplitName | undefined {
  const match = strength.exec(text);
  if (!match) return undefined;
  const [, name = '', dilution = '', solvent = ''] = match;
  return { name: name.replace(/[\s,(@-]+$/, ''), dilution, solvent: solvent.trim() };
}
