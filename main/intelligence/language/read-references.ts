/** @file Perfumes a brief names as models: after a heading, in quotation marks, or in capitals after like. */
import type { Told } from '#perfumery/brief/brief-reading.ts';
import type { Span } from '#perfumery/search/chip.ts';

const headed =
  /(?:^|[\s(])(?:references?(?: (?:perfumes?|fragrances?|scents?))?|ref\.?|benchmarks?|레퍼런스(?: ?향수)?|참고(?: ?향수| ?제품)?|벤치마크|기준 ?향수)(?:\s?(?:is|are|는|은|로는|로|would be|include))?\s?[:：]?\s+?([^\n;]{2,160})/giu;
const open = '["“”‘\'「『<《〈]';
const quoted = new RegExp(`${open}([^"“”‘’'」』>》〉\\n]{2,50})["”’'」』>》〉]`, 'gu');
const modelAfter =
  /^[^\n.]{0,10}?(?:같은|같이|느낌|처럼|비슷|스타일|분위기|풍|류의|계열|참고|좋아|를 떠올|을 떠올|급)/u;
const modelBefore =
  /(?:like|similar to|reminiscent of|inspired by|in the spirit of|close to|love|loves|think(?: of)?|references?|benchmark|along the lines of|between|and|adore|enjoyed)\s*$/iu;
const titled =
  /\b(?:[Ll]ike|[Ss]imilar to|[Rr]eminiscent of|[Ii]nspired by|[Ii]n the spirit of|[Cc]lose to|[Aa]long the lines of|[Tt]hink(?:ing)? of|[Tt]hink)\s+((?:(?:[A-Z][\p{L}'’.&-]*|N[o°]\.?|\d{1,4}|de|du|des|la|le|et|by|of|the|d')(?:\s+|$|(?=[,.;)]))){1,8})/gu;
const notAName =
  /^(?:i|we|it|the|this|that|a|an|please|something|spring|summer|autumn|fall|winter|january|february|march|april|may|june|july|august|september|october|november|december|korea|korean|french|italian|english)$/i;
const lastWords =
  /(?:입니다|이에요|예요|이고|정도|등(?:입니다|이 있습니다)?|같은.*|느낌.*|처럼.*|를 .*|을 .*|을|를|이|가|은|는)\s*[.!]?\s*$/u;

/** The perfumes that are named as models, each once, in the order of the brief. Those it should not be like are none. */
export function readReferences(text: string, isSilent: (span: Span) => boolean): readonly Told<string>[] {
  const found: Told<string>[] = [];
  const put = (written: string, from: number) => {
    const value = written.trim();
    const start = from + written.indexOf(value);
    const span = { from: start, to: start + value.length };
    if (value.length < 2 || notAName.test(value) || isSilent(span)) return;
    if (/(?:not|unlike|nothing)\s+(?:\w+\s+)?$/i.test(text.slice(Math.max(0, start - 24), start))) return;
    if (found.some((one) => one.span.from < span.to && span.from < one.span.to)) return;
    found.push({ value, span });
  };
  for (const match of text.matchAll(quoted)) {
    const inside = match[1] ?? '';
    const after = text.slice(match.index + match[0].length);
    const before = text.slice(Math.max(0, match.index - 24), match.index);
    if (
      modelAfter.test(after) ||
      modelBefore.test(before) ||
      /(?:references?|ref\.?|레퍼런스|참고|벤치마크)[^\n]{0,60}$/i.test(
        text.slice(Math.max(0, match.index - 80), match.index),
      )
    ) {
      put(inside, match.index + match[0].indexOf(inside));
    }
  }
  for (const match of text.matchAll(headed)) {
    const list = match[1] ?? '';
    let at = match.index + match[0].length - list.length;
    const [sentence = ''] = list.split(/(?<![A-Z]|No)\.(?:\s|$)/);
    for (const piece of sentence.split(/(,|·|\/|\s(?:and|및|그리고|&)\s|(?<=[가-힣\w])(?:와|과|하고)\s)/)) {
      const name = piece.replace(/["“”‘’'「」『』<>《》〈〉]/g, ' ').replace(lastWords, '');
      if (
        /[\p{Lu}\d가-힣]/u.test(name) &&
        /\p{L}{2}/u.test(name) &&
        !/^\s?(?:and|및|그리고|와|과|하고|&|is|are)\s?$/i.test(piece)
      )
        put(name, at);
      at += piece.length;
    }
  }
  for (const match of text.matchAll(titled)) {
    const name = (match[1] ?? '').replace(/(?:\s+(?:the|of|by|de|la|le|et|du|des))+\s*$/g, '');
    if (/^[A-Z\dN]/.test(name)) put(name, match.index + match[0].indexOf(match[1] ?? ''));
  }
  return found.toSorted((a, b) => a.span.from - b.span.from);
}
