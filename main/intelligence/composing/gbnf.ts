/**
 * @file Grammars for language models, put together from small parts: what a model may say is written down, not hoped for.
 *
 * GBNF is the notation of llama.cpp (grammars/README.md there): `root ::= "a" | [0-9] other`. Every part here is a string that
 * can stand in a rule. JSON-schema grammars are not used: bounds of numbers are ignored in them without a word.
 */

/** A fixed text. */
export function literal(text: string): string {
  const escaped = text.replace(/["\\]/g, '\\$&').replace(/\n/g, '\\n').replace(/\r/g, '\\r').replace(/\t/g, '\\t');
  return `"${escaped}"`;
}

/** Exactly one of `parts`; of none, nothing can be said, so the list must not be empty. */
export function oneOf(parts: readonly string[]): string {
  if (parts.length === 0) throw new RangeError('a choice of nothing');
  return parts.length === 1 ? (parts[0] as string) : `(${parts.join(' | ')})`;
}

/** `parts` one after another. */
export function inOrder(...parts: readonly string[]): string {
  return parts.join(' ');
}

/** `part`, or nothing. */
export function perhaps(part: string): string {
  return `(${part})?`;
}

/** `part` between `least` and `most` times, with `between` in between. */
export function repeated(
  part: string,
  { least, most, between }: { least: number; most: number; between: string },
): string {
  if (most < 1 || least > most) throw new RangeError(`${least} to ${most} times`);
  const more = `(${between} ${part})`;
  const rest = most === 1 ? '' : ` ${more}{${Math.max(0, least - 1)},${most - 1}}`;
  return least === 0 ? `(${part}${rest})?` : `${part}${rest}`;
}

/** A whole number from `least` to `most`, both 0 or more, without leading zeros. */
export function wholeNumber(least: number, most: number): string {
  if (!Number.isSafeInteger(least) || !Number.isSafeInteger(most) || least < 0 || least > most) {
    throw new RangeError(`a whole number from ${least} to ${most}`);
  }
  return oneOf(spans(least, most).map(([from, to]) => digits(from, to)));
}

/** A number above or equal to 0 and below `most + 1` with up to `places` decimals after a point; `most` itself only whole. */
export function decimalNumber(least: number, most: number, places: number): string {
  if (places < 1 || least >= most) return wholeNumber(least, most);
  return oneOf([wholeNumber(most, most), inOrder(wholeNumber(least, most - 1), perhaps(`"." [0-9]{1,${places}}`))]);
}

/** A JSON string of up to `most` characters on one line: no control characters, quotes and backslashes escaped. */
export function jsonText(most: number): string {
  return `"\\"" ([^"\\\\\\x00-\\x1f] | "\\\\" ["\\\\/n]){0,${most}} "\\""`;
}

/** A JSON object with exactly these members in this order. */
export function jsonObject(members: readonly (readonly [name: string, value: string])[]): string {
  const said = members.map(([name, value], at) =>
    inOrder(literal(`${at === 0 ? '' : ','}${JSON.stringify(name)}:`), value),
  );
  return inOrder(literal('{'), ...said, literal('}'));
}

/** A JSON list of `least` to `most` items. */
export function jsonList(item: string, least: number, most: number): string {
  return inOrder(literal('['), repeated(item, { least, most, between: literal(',') }), literal(']'));
}

/** One of `texts` as a JSON string. */
export function jsonWord(texts: readonly string[]): string {
  return oneOf(texts.map((text) => literal(JSON.stringify(text))));
}

/** One of `texts` as a JSON string, put together as a tree of beginnings: of many texts only a few can go on at any time. */
export function jsonWordOfMany(texts: readonly string[]): string {
  if (texts.length === 0) throw new RangeError('a choice of nothing');
  return inOrder(literal('"'), branches([...new Set(texts)].map(inJson)), literal('"'));
}

/**
 * A JSON string that stands word for word in `text`: it begins where a word begins and stays on its line. `rules` have to be
 * in the grammar, under names of `prefix`. Undefined where no word begins.
 */
export function jsonQuotation(
  text: string,
  prefix: string,
): { readonly part: string; readonly rules: Readonly<Record<string, string>> } | undefined {
  const letters = [...text];
  const isSaid = (at: number) => letters[at] !== undefined && !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(letters[at]);
  const rest = (at: number) => (isSaid(at) ? `${prefix}${at}?` : '');
  const rules: Record<string, string> = {};
  const starts = new Map<string, string[]>();
  for (const [at, letter] of letters.entries()) {
    if (!isSaid(at)) continue;
    rules[`${prefix}${at}`] = [literal(inJson(letter)), rest(at + 1)].join(' ').trim();
    const isStart = /[\p{L}\p{N}\p{Sc}]/u.test(letter) && !/[\p{L}\p{N}]/u.test(letters[at - 1] ?? '');
    if (isStart) starts.set(letter, [...(starts.get(letter) ?? []), rest(at + 1)]);
  }
  if (starts.size === 0) return undefined;
  const beginnings = [...starts].map(([letter, rests]) => {
    const ongoing = rests.filter(Boolean).map((one) => one.slice(0, -1));
    return inOrder(literal(inJson(letter)), ...(ongoing.length > 0 ? [perhaps(ongoing.join(' | '))] : []));
  });
  return { part: inOrder(literal('"'), oneOf(beginnings), literal('"')), rules };
}

/** A whole grammar: `root` first, then named rules, each of which the others may use by its name. */
export function grammarOf(root: string, rules: Readonly<Record<string, string>> = {}): string {
  const lines = Object.entries(rules).map(([name, body]) => `${name} ::= ${body}`);
  return [`root ::= ${root}`, ...lines, ''].join('\n');
}

const inJson = (text: string): string => JSON.stringify(text).slice(1, -1);

/** The texts by their first letters, each shared beginning once. */
function branches(texts: readonly string[]): string {
  const byFirst = Map.groupBy(texts, (text) => [...text][0] ?? '');
  const parts = [...byFirst].map(([first, all]) => {
    if (first === '') return '""';
    const beginning = sharedBeginning(all);
    const rests = all.map((text) => text.slice(beginning.length));
    return rests.length === 1 ? literal(beginning) : inOrder(literal(beginning), branches(rests));
  });
  return oneOf(parts);
}

function sharedBeginning([first = '', ...others]: readonly string[]): string {
  let shared = '';
  for (const letter of first) {
    if (!others.every((text) => text.startsWith(shared + letter))) break;
    shared += letter;
  }
  return shared;
}

/** Ranges of numbers with equally many digits, each of which differs only in its last places. */
function spans(least: number, most: number): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  let from = least;
  while (from <= most) {
    let size = 1;
    while (from % (size * 10) === 0 && from + size * 10 - 1 <= most && from > 0) size *= 10;
    const lastDigit = Math.floor(from / size) % 10;
    const steps = Math.min(9 - lastDigit, Math.floor((most - from + 1) / size) - 1);
    const to = from + (steps + 1) * size - 1;
    found.push([from, to]);
    from = to + 1;
  }
  return found;
}

/** Both numbers have the same digits but for one, after which anything goes. */
function digits(from: number, to: number): string {
  const [a, b] = [String(from), String(to)];
  let same = 0;
  while (same < a.length && a[same] === b[same]) same += 1;
  const head = same === 0 ? [] : [literal(a.slice(0, same))];
  if (same === a.length) return head[0] as string;
  const rest = a.length - same - 1;
  const any = rest === 0 ? [] : rest === 1 ? ['[0-9]'] : [`[0-9]{${rest}}`];
  return [...head, a[same] === b[same] ? literal(a[same] as string) : `[${a[same]}-${b[same]}]`, ...any].join(' ');
}
