/** @file Ratings, hours and stock in a sentence: 4점 이상, rated above 7, 8시간 이상, in stock, 재고 50g 이상. */
import { boundAround, rangeOf } from './read-figure.ts';
import type { Found } from './read-found.ts';

const number = String.raw`(\d{1,3}(?:\.\d{1,2})?)`;
/** What counts as liked and as disliked where only that was said, of 10. */
const [liked, disliked] = [7, 4];

const rated = new RegExp(
  `(?:rated|ratings?|scor(?:ed|es?|ing)|liking|liked)(?: (?:of|is|are|at))? ?((?:above|over|at least|more than|higher than|better than|below|under|less than|at most|>=?|<=?|≥|≤) ?)?${number}(?: ?(?:/|out of) ?(\\d{1,3}))?(?: ?(or (?:more|above|higher|better|less|below)|\\+))?(?![\\d%])`,
  'g',
);
const hoursSaid = new RegExp(
  `(?<![\\d.])${number} ?(시간|hours?|hrs?|h|일|days?)(?![a-z가-힣]*(?:전|ago))(?!\\s?(?:뒤|후|전|째|later|after|ago|차))`,
  'g',
);
const stockSaid = new RegExp(
  `(?:재고|보유량|남은 양|잔량|stock|in stock|left|on hand)(?:가|는|이| of| is|:)? ?((?:over|above|at least|more than|under|below|less than|>=?|<=?) ?)?${number} ?(kg|g|그램|킬로|mg)(?:\\s?(이상|넘는|초과|이하|미만|남은|or more|or less|\\+))?`,
  'g',
);
const stockSaidFirst = new RegExp(
  `((?:over|above|at least|more than|under|below|less than|>=?|<=?) ?)?(?<![\\d.])${number} ?(kg|g|그램|킬로|mg)(?:\\s?(이상|넘게|초과|이하|미만|or more|or less|\\+))? ?(?:남은|있는|보유(?:한|중인)?|(?:left )?(?:in stock|on hand|on the shelf|left))`,
  'g',
);

/** Every rating in a lower-case text, brought to 0..10. */
export function readRatings(text: string): readonly Found[] {
  const found: Found[] = [];
  const put = (match: RegExpExecArray, value: number, written: string) => {
    if (!(value >= 0 && value <= 10)) return;
    const at = text.indexOf(written, match.index);
    const { bound, from, to } = boundAround(text, { from: match.index, to: match.index + match[0].length });
    const inner = boundAround(text, { from: at, to: at + written.length });
    const range = rangeOf(value, bound ?? (inner.from < at ? (inner.bound ?? 'min') : 'min'));
    const whole = bound === 'band' ? { min: value, max: value + 0.99 } : range;
    found.push({ from, to, topic: 'rating', filter: { field: 'rating', ...whole } });
  };
  for (const match of text.matchAll(
    new RegExp(
      `(?:(\\d{1,3})점 ?만점(?:에|에서|으로)? ?|(?:평점|점수|별점|평가)(?:이|가|은)? ?)?(?<![\\d.])${number} ?점`,
      'g',
    ),
  )) {
    const [, scale, value = ''] = match;
    put(match, (Number(value) * 10) / (Number(scale) || 10), value);
  }
  for (const match of text.matchAll(new RegExp(`(?:별 ?${number} ?개|${number} ?stars?)`, 'g'))) {
    const value = match[1] ?? match[2] ?? '';
    put(match, Number(value) * 2, value);
  }
  for (const match of text.matchAll(rated)) {
    const [whole, before = '', value = '', scale, after = ''] = match;
    const isMost = /below|under|less|at most|<|≤/.test(before + after);
    const brought = (Number(value) * 10) / (Number(scale) || 10);
    if (brought > 10) continue;
    found.push({
      from: match.index,
      to: match.index + whole.length,
      topic: 'rating',
      filter: { field: 'rating', [isMost ? 'max' : 'min']: brought },
    });
  }
  const good =
    /(?:내가 )?(?:좋아한|좋아했던|좋아하던|마음에 든|마음에 들었던|맘에 든|맘에 들었던|최애|평이 좋은|평점(?:이)? 높은|점수(?:가)? 높은|평가(?:가)? 좋은|별점 높은|반응(?:이)? 좋았던)|(?:that )?i (?:liked|loved|rated highly|enjoyed)|(?:highly|well|best|top)[- ]rated|favou?rites?|most liked|high(?:est)?[- ]rat(?:ed|ing)/g;
  for (const match of text.matchAll(good))
    found.push({
      from: match.index,
      to: match.index + match[0].length,
      topic: 'rating',
      filter: { field: 'rating', min: liked },
    });
  const bad =
    /(?:싫어한|싫어했던|마음에 안 든|맘에 안 든|마음에 들지 않은|별로였던|평점(?:이)? 낮은|점수(?:가)? 낮은|평(?:이)? 나쁜)(?= |$)|i (?:disliked|hated)|(?:poorly|badly|lowest|low)[- ]rated/g;
  for (const match of text.matchAll(bad))
    found.push({
      from: match.index,
      to: match.index + match[0].length,
      topic: 'rating',
      filter: { field: 'rating', max: disliked },
    });
  return found;
}

/** Every stretch of hours that something is to last, in h. Hours after which something was smelled are no such thing. */
export function readHours(text: string): readonly Found[] {
  const found: Found[] = [];
  for (const match of text.matchAll(hoursSaid)) {
    const [whole, value = '', unit = ''] = match;
    const around = boundAround(text, { from: match.index, to: match.index + whole.length });
    const nearby = text.slice(Math.max(0, match.index - 24), around.to + 24);
    const lasts =
      /지속|오래|남|버티|가는|유지|last|longevity|tenac|wear|persist|stays?|linger|blotter|시향지|life/.test(nearby);
    const isDays = /^(?:일|days?)$/.test(unit);
    if (isDays ? !lasts : !lasts && around.bound === undefined) continue;
    if (
      /^(?:after|at|뒤)\s*$/.test(text.slice(Math.max(0, match.index - 6), match.index)) ||
      /(?:after|at) $/.test(text.slice(0, match.index))
    )
      continue;
    const hours = Number(value) * (isDays ? 24 : 1);
    const bound = around.bound ?? 'min';
    const tail = /^\s?(?:지속되는|지속|가는|유지되는|남는|버티는|동안|of (?:wear|longevity))/.exec(
      text.slice(around.to),
    );
    found.push({
      from: around.from,
      to: around.to + (tail?.[0].length ?? 0),
      topic: 'tenacity',
      filter: { field: 'tenacity', ...rangeOf(hours, bound === 'band' ? 'min' : bound) },
    });
  }
  return found;
}

/** The least that counts as there at all, in g: what no balance of a perfumer shows. */
const something = 0.000_1;

/** Whether something is to be on the shelf, and how much. */
export function readStock(text: string): readonly Found[] {
  const found: Found[] = [];
  const put = (match: RegExpExecArray, filter: { min?: number; max?: number }) =>
    found.push({
      from: match.index,
      to: match.index + match[0].length,
      topic: 'stock',
      filter: { field: 'stock', ...filter },
    });
  for (const match of text.matchAll(stockSaid)) put(match, stockRange(match[1], match[2], match[3], match[4]));
  for (const match of text.matchAll(stockSaidFirst)) put(match, stockRange(match[1], match[2], match[3], match[4]));
  const none =
    /(?:재고|물량)(?:가|는|도)? ?(?:없는|없음|없어|없고|다 떨어진|떨어진|바닥난|소진된|0)|품절(?:된)?|다 떨어진|다 쓴|소진된|동난|out[- ]of[- ]stock|sold out|run out(?: of)?|ran out(?: of)?|not in stock|no longer in stock|used up|not on (?:my|the|our) shelf|i don'?t have/g;
  for (const match of text.matchAll(none)) put(match, { max: 0 });
  const some =
    /(?:재고|보유)(?:가|는)? ?(?:있는|있음|있고|있어|남은|남아 있는|남아있는|확보된|중인|한)|보유 ?중인|보유한|(?:지금 |현재 )?(?:가지고|갖고|들고) 있는|갖고있는|가지고있는|집에 있는|선반에 있는|내 선반|수중에 있는|손에 있는|(?:currently |now )?in[- ]stock|on (?:my|the|our) shelf|on hand|(?:that |which )?i (?:already )?(?:have|own)(?! (?:a|an|to|been|no))|in my (?:lab|organ|collection|shelf)|available (?:now|in the lab)/g;
  for (const match of text.matchAll(some)) put(match, { min: something });
  return found;
}

function stockRange(
  before: string | undefined,
  value: string | undefined,
  unit: string | undefined,
  after: string | undefined,
): { min?: number; max?: number } {
  const grams = Number(value) * (unit === 'kg' || unit === '킬로' ? 1000 : unit === 'mg' ? 0.001 : 1);
  return /under|below|less|<|이하|미만/.test((before ?? '') + (after ?? '')) ? { max: grams } : { min: grams };
}
