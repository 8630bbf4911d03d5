/**
 * @file A word as rows of the encoder's table: itself, its beginnings, and its pieces by letter, each hashed.
 *
 * Korean syllables are three letters each (a missing last one is `_`), so that 상큼한 and 상큼하고, 산뜻 and 산뜯 share most
 * of their pieces. A word and the one before it, written together, are a piece too: 봄 비 shares one with 봄비.
 */
export const featureRows = 1 << 16;
/** No word has more. */
export const mostFeatures = 48;

const leads = [...'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ'];
const vowels = [...'ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ'];
const tails = ['_', ...'ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ'];

/** Rows of `word` after `before`, which is empty at the beginning. Both folded. */
export function wordFeatures(word: string, before: string): Int32Array<ArrayBuffer> {
  const rows = new Set<number>([row(`=${word}`)]);
  if (before) rows.add(row(`=${before}${word}`));
  const isHangul = /[가-힣]/.test(word);
  for (let length = 1; length <= (isHangul ? 4 : 0) && length < word.length; length++)
    rows.add(row(`^${word.slice(0, length)}`));
  const letters = `<${isHangul ? spelled(word) : word.replace(/\d/g, '0')}>`;
  for (const size of isHangul ? [5, 7] : [3, 5]) {
    for (let at = 0; at + size <= letters.length; at++) rows.add(row(letters.slice(at, at + size)));
  }
  return Int32Array.from([...rows].slice(0, mostFeatures));
}

function spelled(word: string): string {
  let letters = '';
  for (const character of word) {
    const at = character.charCodeAt(0) - 0xac00;
    letters +=
      at < 0 || at >= 11_172
        ? character
        : `${leads[Math.floor(at / 588)]}${vowels[Math.floor((at % 588) / 28)]}${tails[at % 28]}`;
  }
  return letters;
}

/** FNV-1a over UTF-16 units, mixed once more because the table takes only its lowest bits. */
function row(piece: string): number {
  let hash = 2_166_136_261;
  for (let at = 0; at < piece.length; at++) {
    hash ^= piece.charCodeAt(at);
    hash = Math.imul(hash, 16_777_619);
  }
  hash ^= hash >>> 15;
  return (Math.imul(hash, 0x2c1b3c6d) >>> 8) & (featureRows - 1);
}
