/**
 * @file What of a text that is still being written is worth searching.
 *
 * A Korean syllable comes together letter by letter: between `장` and `장미` stands `장ㅁ`, which means nothing, and searching it
 * would make the results flicker. Consonants alone are another thing: `ㅈㅁ` is how one types 장미 in a hurry.
 */

const lone = /^[ㄱ-ㅎ]+$/;
const halfWritten = /[가-힣][ㄱ-ㅣ]$|[ㅏ-ㅣ]$/;

/** The text to search; undefined while it is better to wait for the next letter. */
export function textToSearch(text: string, isComposing: boolean): string | undefined {
  const tidy = text.normalize('NFC');
  if (!isComposing) return tidy;
  const last = tidy.split(/\s+/).at(-1) ?? '';
  if (lone.test(last)) return tidy;
  return halfWritten.test(last) ? undefined : tidy;
}
