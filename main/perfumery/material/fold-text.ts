/**
 * @file Text as it is compared: without case, spaces, punctuation and accents, Hangul as keystrokes, Greek letters by
 * name. Every folded character knows where in the written text it came from, so that a match can be shown.
 */
import { keystrokes } from './hangul.ts';

export interface Folded {
  /** The text in NFC, which the positions count in. */
  readonly text: string;
  readonly folded: string;
  /** For each folded character: where the written character behind it begins and ends. */
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** Whether it begins a written character, and whether that begins a word. */
  readonly begins: readonly boolean[];
  readonly beginsWord: readonly boolean[];
}

const greek: Readonly<Record<string, string>> = {
  α: 'alpha',
  β: 'beta',
  γ: 'gamma',
  δ: 'delta',
  ε: 'epsilon',
  ω: 'omega',
};

/** Folds a text and keeps track of where everything came from. */
export function fold(written: string): Folded {
  const text = written.normalize('NFC');
  const from: number[] = [];
  const to: number[] = [];
  const begins: boolean[] = [];
  const beginsWord: boolean[] = [];
  let folded = '';
  let isInWord = false;
  let wasHangul = false;
  let at = 0;
  for (const character of text) {
    const piece = foldCharacter(character);
    const isHangul = character >= 'ㄱ' && character <= '힣';
    for (let index = 0; index < piece.length; index += 1) {
      from.push(at);
      to.push(at + character.length);
      begins.push(index === 0);
      beginsWord.push(index === 0 && (!isInWord || isHangul !== wasHangul));
    }
    folded += piece;
    // Marks and joiners neither end a word nor begin one.
    if (piece !== '' || !/[\p{M}\p{Cf}]/u.test(character)) isInWord = piece !== '';
    wasHangul = isHangul;
    at += character.length;
  }
  return { text, folded, from, to, begins, beginsWord };
}

/** Only the folded text, for comparing whole names. */
export function foldedText(written: string): string {
  let folded = '';
  for (const character of written.normalize('NFC')) folded += foldCharacter(character);
  return folded;
}

function foldCharacter(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 128) return /[A-Za-z0-9]/.test(character) ? character.toLowerCase() : '';
  const jamo = keystrokes(character);
  if (jamo !== undefined) return jamo;
  const plain = character.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '');
  let folded = '';
  for (const letter of plain.normalize('NFC')) {
    folded += greek[letter] ?? keystrokes(letter) ?? (/[\p{L}\p{N}]/u.test(letter) ? letter : '');
  }
  return folded;
}
