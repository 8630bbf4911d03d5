/**
 * @file Byte-level vocabularies spell every byte as one printable letter (GPT-2, Radford et al. 2019): printable bytes as
 * themselves, the other 68 from U+0100 up. So any text has tokens, Korean and emoji included.
 */
import { Buffer } from 'node:buffer';

const isPrintable = (byte: number) => (byte >= 33 && byte <= 126) || (byte >= 161 && byte <= 172) || byte >= 174;

/** The letter of each byte. */
export const byteLetters: readonly string[] = (() => {
  let next = 256;
  return Array.from({ length: 256 }, (_, byte) => String.fromCodePoint(isPrintable(byte) ? byte : next++));
})();

const byteOfLetter = new Map(byteLetters.map((letter, byte) => [letter, byte]));

/** The UTF-8 bytes of `text`, one letter each. */
export function lettersOf(text: string): string[] {
  return [...Buffer.from(text, 'utf8')].map((byte) => byteLetters[byte]!);
}

/** The bytes that `letters` spell. A letter that is no byte's stands for its own UTF-8. */
export function bytesOfLetters(letters: string): Buffer {
  return Buffer.concat(
    [...letters].map((letter) => {
      const byte = byteOfLetter.get(letter);
      return byte === undefined ? Buffer.from(letter, 'utf8') : Buffer.of(byte);
    }),
  );
}
