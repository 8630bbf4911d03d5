/**
 * @file A sentence as the encoder reads it: its words in order, folded, and which of them are denied.
 *
 * Denial is found by place, in both languages: `머스크 없이`, `너무 달지 않은`, `장미나 자스민 말고`; `not too sweet`, `without
 * musk`, `galbanum-free`. The words that deny are no words themselves: what they mean is in `isDenied`.
 */
export interface SpokenWord {
  readonly text: string;
  readonly isDenied: boolean;
}

/** NFC, lower case, without marks on Latin letters: what `NFD`, capitals and é differ in does not matter here. */
export function foldSentence(text: string): string {
  return text
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’`]/g, "'");
}

interface Token {
  text: string;
  isDenied: boolean;
  /** A comma or full stop comes before it. */
  readonly isAfterPause: boolean;
}

export function wordsOf(text: string): readonly SpokenWord[] {
  const tokens = tokensOf(foldSentence(text));
  const spoken = new Set(tokens);
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (deniesBefore(token.text)) {
      denyBackwards(tokens, at - 1);
      spoken.delete(token);
    } else if (token.text === '안' || token.text === '덜') {
      const next = tokens[at + 1];
      if (!next) continue;
      spoken.delete(token);
      if (token.text === '안' && bare.test(next.text)) {
        spoken.delete(next);
        denyBackwards(tokens, at - 1);
      } else next.isDenied = true;
    } else if (token.text === 'free' && at > 0 && tokens[at + 1]?.text !== 'of' && tokens[at + 1]?.text !== 'from') {
      (tokens[at - 1] as Token).isDenied = true;
      spoken.delete(token);
    } else {
      const skipped = deniesAfter(tokens, at);
      if (skipped) {
        denyForwards(tokens, at + skipped, token.text === 'not' || token.text.endsWith("n't"));
        for (let one = at; one < at + skipped; one++) spoken.delete(tokens[one] as Token);
      }
    }
  }
  return tokens.filter((token) => spoken.has(token)).map(({ text: word, isDenied }) => ({ text: word, isDenied }));
}

/** Verbs that say nothing but that it is there: 안 나는, 안 들어간. */
const bare =
  /^(나는|난|나고|나게|나서|나지만|느껴지.*|느껴질.*|들어간|들어가는|들어가고|들어있는|들어갔.*|섞인|쓴|쓰인|넣은)$/;

/** Endings of joined writing, `달지않은`, `머스크없는`, taken apart first. */
const joined = /^([가-힣]+?지)(않[가-힣]*)$|^([가-힣]{2,})(없[는이고음어던]+[가-힣]*|빼고|말고|제외[가-힣]*)$/;

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let isAfterPause = false;
  for (const [piece] of text.matchAll(/[\p{L}\p{N}]+(?:'[a-z]+)?|[,.;!?·/、]/gu)) {
    if (!/[\p{L}\p{N}]/u.test(piece)) {
      isAfterPause = true;
      continue;
    }
    const parts = joined.exec(piece)?.slice(1).filter(Boolean) ?? [piece];
    for (const part of parts) {
      tokens.push({ text: part, isDenied: false, isAfterPause });
      isAfterPause = false;
    }
  }
  return tokens;
}

/** Words that deny what stands before them. */
function deniesBefore(word: string): boolean {
  return /^(없[가-힣]+|않[가-힣]+|빼고|빼|뺀|뺐[가-힣]*|말고|말고는|제외|제외한|제외하고|아닌|아니고|아니라|아니면서|프리|안나[가-힣]+|안느껴[가-힣]+|안들어[가-힣]+|싫[가-힣]+|못[가-힣]*쓰[가-힣]*)$/.test(
    word,
  );
}

/** Nouns that only carry the one before them: 바닐라 `향이` 없는. */
const carriers =
  /^(향|향기|냄새|느낌|노트|계열|기운|톤|성분|맛|류|쪽|것|거|원료|들어간|들어있는|나는)(은|는|이|가|을|를|도|의|만)?$/;
/** What joins a word to the next: 장미`나` 자스민, 달지`도` 무겁지도. */
const joining = /(이나|나|거나|이랑|랑|과|와|하고|지도|도|및|또는)$/;

function denyBackwards(tokens: readonly Token[], from: number): void {
  let at = from;
  const start = tokens[at];
  if (!start || start.isDenied) return;
  start.isDenied = true;
  while (at > 0 && carriers.test(tokens[at]?.text ?? '') && !tokens[at]?.isAfterPause) {
    at -= 1;
    (tokens[at] as Token).isDenied = true;
  }
  (tokens[at] as Token).isDenied = true;
  while (at > 0) {
    const before = tokens[at - 1] as Token;
    if (/^(및|또는|혹은|그리고|와|과)$/.test(before.text) || (joining.test(before.text) && before.text.length > 1)) {
      before.isDenied = true;
      at -= 1;
    } else break;
  }
}

/** How many words from `at` on deny what comes after them; 0 when they do not. */
function deniesAfter(tokens: readonly Token[], at: number): number {
  const [word, next] = [tokens[at]?.text ?? '', tokens[at + 1]?.text];
  if (/^(not|without|no|minus|except|excluding|lacking|avoid|avoiding|nor|never|non|hate|sans)$/.test(word)) return 1;
  if (/^(isn|aren|doesn|don|didn|won|can|shouldn|wasn)'t$/.test(word)) return 1;
  if ((word === 'free' && (next === 'of' || next === 'from')) || (word === 'instead' && next === 'of')) return 2;
  return 0;
}

const small = new Set([
  'too',
  'very',
  'so',
  'a',
  'an',
  'any',
  'the',
  'really',
  'overly',
  'that',
  'at',
  'all',
  'as',
  'be',
  'have',
  'smell',
  'like',
  'much',
  'more',
  'of',
  'contain',
  'just',
  'quite',
  'overtly',
  'want',
]);
const boundary = new Set([
  'but',
  'with',
  'for',
  'that',
  'which',
  'and',
  'yet',
  'in',
  'on',
  'to',
  'from',
  'please',
  'while',
]);

/** After `not` one word is denied, after `without` a name of up to three; `or` and `nor` carry on. */
function denyForwards(tokens: readonly Token[], from: number, isOne: boolean): void {
  let left = isOne ? 1 : 3;
  let isFirst = true;
  for (let at = from; at < tokens.length && left > 0; at++) {
    const token = tokens[at] as Token;
    if (token.isAfterPause && !isFirst) return;
    if (token.text === 'or' || token.text === 'nor') {
      left = Math.max(left, 1);
      continue;
    }
    if (isFirst && small.has(token.text)) continue;
    if (boundary.has(token.text) || /[가-힣]/.test(token.text) !== /[가-힣]/.test(tokens[from]?.text ?? '')) return;
    token.isDenied = true;
    isFirst = false;
    left -= 1;
    if (left === 0 && (tokens[at + 1]?.text === 'or' || tokens[at + 1]?.text === 'nor')) left = 1;
  }
}
