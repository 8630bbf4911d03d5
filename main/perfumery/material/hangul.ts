/**
 * @file Hangul as keystrokes: what fingers press for a syllable on the standard (dubeolsik) keyboard, and what the same
 * keys give in Latin letters. Syllables are taken apart by the arithmetic of the Unicode Standard, section 3.12.
 */

const leads = [...'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ'];
const vowels = [...'ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ'];
const tails = ['', ...'ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ'];
const [firstSyllable, lastSyllable] = [0xac00, 0xd7a3];

/** Jamo that take two keystrokes. */
const compounds: Readonly<Record<string, string>> = {
  ㅘ: 'ㅗㅏ',
  ㅙ: 'ㅗㅐ',
  ㅚ: 'ㅗㅣ',
  ㅝ: 'ㅜㅓ',
  ㅞ: 'ㅜㅔ',
  ㅟ: 'ㅜㅣ',
  ㅢ: 'ㅡㅣ',
  ㄳ: 'ㄱㅅ',
  ㄵ: 'ㄴㅈ',
  ㄶ: 'ㄴㅎ',
  ㄺ: 'ㄹㄱ',
  ㄻ: 'ㄹㅁ',
  ㄼ: 'ㄹㅂ',
  ㄽ: 'ㄹㅅ',
  ㄾ: 'ㄹㅌ',
  ㄿ: 'ㄹㅍ',
  ㅀ: 'ㄹㅎ',
  ㅄ: 'ㅂㅅ',
};

const keys = new Map(
  [...'qwertyuiopasdfghjklzxcvbnm'].map((key, at) => [
    key,
    [...'ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ'][at] ?? '',
  ]),
);
const shifted = new Map([...'QWERTOP'].map((key, at) => [key, [...'ㅃㅉㄸㄲㅆㅒㅖ'][at] ?? '']));
const letters = new Map([...keys, ...shifted].map(([key, jamo]) => [jamo, key]));

/** The jamo pressed for one character: `못` is `ㅁㅗㅅ`, `ㅄ` is `ㅂㅅ`. Undefined for what is not Hangul. */
export function keystrokes(character: string): string | undefined {
  const code = character.charCodeAt(0);
  if (code >= firstSyllable && code <= lastSyllable) {
    const index = code - firstSyllable;
    const lead = leads[Math.floor(index / 588)] ?? '';
    return lead + single(vowels[Math.floor((index % 588) / 28)] ?? '') + single(tails[index % 28] ?? '');
  }
  return code >= 0x3131 && code <= 0x3163 ? single(character) : undefined;
}

/** The initial consonant of a syllable: `베` is `ㅂ`. Undefined for anything else. */
export function leadOf(character: string): string | undefined {
  const code = character.charCodeAt(0);
  return code >= firstSyllable && code <= lastSyllable ? leads[Math.floor((code - firstSyllable) / 588)] : undefined;
}

/** Whether it is a consonant standing alone, as in 초성 typing. */
export function isLoneConsonant(character: string): boolean {
  return character >= 'ㄱ' && character <= 'ㅎ' && character.length === 1;
}

/** What Latin letters would have been in Korean, as keystrokes: `qpfm` is `ㅂㅔㄹㅡ`. Undefined unless every character is a letter. */
export function latinAsHangul(text: string): string | undefined {
  let jamo = '';
  for (const letter of text) {
    const pressed = shifted.get(letter) ?? keys.get(letter.toLowerCase());
    if (!pressed) return undefined;
    jamo += pressed;
  }
  return jamo;
}

/** What Hangul keystrokes would have been in Latin letters, in lower case. Undefined unless all are keystrokes. */
export function hangulAsLatin(jamo: string): string | undefined {
  let text = '';
  for (const pressed of jamo) {
    const letter = letters.get(pressed);
    if (!letter) return undefined;
    text += letter.toLowerCase();
  }
  return text;
}

function single(jamo: string): string {
  return compounds[jamo] ?? jamo;
}
