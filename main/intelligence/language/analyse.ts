/**
 * @file A text as terms for the full-text index. Documents and queries go through the same function.
 *
 * Korean words lose particles and endings, foreign ones one of their several spellings, and 향, 향수, 냄새 and the like stand
 * alone, so that 봄향수 and 봄 향수 are the same terms. English words lose plural and a few endings. Numbers, CAS numbers
 * and codes like C-12 stay as they are; a unit stands apart from its number. NFC and NFD give the same terms, and the terms of terms
 * are those terms.
 */
import { englishStem, englishStopWords } from './english-stem.ts';
import { foldSpelling } from './korean-spelling.ts';
import { koreanStem } from './korean-stem.ts';

/** What a piece that begins with a digit, or with one letter alone, may be. */
const number = /\d{2,7}-\d{2}-\d(?![\d-])|\d+(?:[.,]\d+)*/y;
const code = /[a-z]-?\d{1,3}(?![\p{L}\d-])/uy;
const otherLetters = /\p{L}+|\p{N}+/uy;

const koreanStopWords = new Set(
  '것 거 게 수 등 및 좀 더 그리고 그런데 그러나 하지만 또는 혹은 또 그 이 저 나는 나고 난다 있는 되는 하는 위한 대한 때 때문 정도 느낌 추천 추천해줘 해줘 찾아줘 알려줘 보여줘'.split(
    ' ',
  ),
);
/** Said of any perfume and glued to the word before. */
const tails = ['향수', '향기', '냄새', '내음', '노트', '계열', '향조', '향'];
/** Where 향 belongs to the word. */
const wholes = new Set(
  '유향 침향 정향 사향 무향 잔향 단향 첫향 훈향 월하향 만리향 천리향 백단향 용연향 안식향 소합향 해리향 영묘향 풍자향 매향 난향 다향 시향 발향 조향 고향 영향 방향 취향 성향 음향 경향 동향 지향 무향료'.split(
    ' ',
  ),
);

/** The terms of a text, in order, repeated as often as they are said. */
export function analyse(text: string): string[] {
  const terms: string[] = [];
  const letters = plain(text);
  for (let at = 0; at < letters.length; ) {
    const kind = kindOf(letters.charCodeAt(at));
    const piece = pieceAt(letters, at, kind);
    if (kind === 'syllable' || kind === 'letter') terms.push(...termsOf(piece, kind));
    else if (kind === 'digit') terms.push(piece.includes(',') ? piece.replace(/,(?=\d{3}(?!\d))/g, '') : piece);
    else if (piece === '%' || (kind !== 'none' && piece !== '')) terms.push(piece);
    at += piece.length || ((letters.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
  }
  return terms;
}

type Kind = 'syllable' | 'jamo' | 'letter' | 'digit' | 'none' | 'other';

function kindOf(code: number): Kind {
  if (code >= 0xac00 && code <= 0xd7a3) return 'syllable';
  if (code >= 97 && code <= 122) return 'letter';
  if (code >= 48 && code <= 57) return 'digit';
  if (code < 128) return 'none';
  return code >= 0x3131 && code <= 0x3163 ? 'jamo' : 'other';
}

function pieceAt(text: string, at: number, kind: Kind): string {
  if (kind === 'none') return text.charAt(at);
  if (kind === 'digit') return matchedAt(number, text, at);
  if (kind === 'other') return matchedAt(otherLetters, text, at);
  const isAlone = kind === 'letter' && kindOf(text.charCodeAt(at + 1)) !== 'letter';
  const written = isAlone ? matchedAt(code, text, at) : '';
  if (written !== '') return written;
  let end = at + 1;
  while (end < text.length && kindOf(text.charCodeAt(end)) === kind) end += 1;
  return text.slice(at, end);
}

function matchedAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

/** NFC in lower case, accents gone, Greek letters by name, wide digits narrow. */
function plain(text: string): string {
  const lower = text.normalize('NFC').toLowerCase();
  // Nearly every text is plain already.
  if (/^[\u0020-\u007e\n\r\tㄱ-ㅣ가-힣]*$/.test(lower)) return lower;
  return lower
    .replace(/[^\p{ASCII}ㄱ-ㅣ가-힣]/gu, (letter) => letter.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase())
    .replace(/[αβγδεω]/g, (letter) => greek[letter] ?? letter)
    .normalize('NFC');
}

const greek: Readonly<Record<string, string>> = {
  α: 'alpha',
  β: 'beta',
  γ: 'gamma',
  δ: 'delta',
  ε: 'epsilon',
  ω: 'omega',
};

const remembered = new Map<string, readonly string[]>();

/** Words come back again and again: the last twenty thousand are remembered. */
function termsOf(word: string, kind: 'syllable' | 'letter'): readonly string[] {
  let terms = remembered.get(word);
  if (!terms) {
    if (kind === 'syllable') terms = cut(word);
    else if (/\d/.test(word)) terms = [word.replace('-', '')];
    else terms = englishStopWords.has(word) ? [] : [englishStem(word)];
    if (remembered.size >= 20_000) remembered.clear();
    remembered.set(word, terms);
  }
  return terms;
}

function cut(word: string): readonly string[] {
  const stem = foldSpelling(koreanStem(word));
  if (wholes.has(stem)) return [stem];
  for (const tail of tails) {
    if (stem === tail) return [stem];
    if (!stem.endsWith(tail)) continue;
    return [...cut(stem.slice(0, -tail.length)), tail];
  }
  return koreanStopWords.has(stem) || koreanStopWords.has(word) ? [] : [stem];
}
