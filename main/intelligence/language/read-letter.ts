/** @file Which parts of a pasted letter say nothing of the perfume: heads of e-mails, greetings, and all below the closing. */
import type { Span } from '#perfumery/search/chip.ts';

const head = /^\s*(?:from|to|cc|bcc|sent|date|보낸 ?사람|받는 ?사람|참조|날짜|보낸 ?날짜|발신|수신)\s*[:：]/i;
const greeting =
  /^\s*(?:dear|hi|hello|hey|good (?:morning|afternoon|evening)|to whom|안녕하세요|안녕하십니까|안녕|수고(?:가|하)|존경하는)(?![가-힣a-z])[^\n.!?]{0,60}[.!?~]*\s*$|^\s*[^\n,]{1,24}(?:님|께)\s*[,.!]?\s*$/i;
const politeness =
  /(?:hope (?:you|this|all)[^.\n!]{0,60}[.!]?|thank you for[^.\n!]{0,60}[.!]?|thanks for[^.\n!]{0,60}[.!]?|안녕하세요[,.!~]?|안녕하십니까[,.!~]?|수고 많으십니다[.!]?|잘 지내(?:시죠|셨나요)\??|늘 감사드립니다[.!]?|감사합니다[.!]?|고맙습니다[.!]?|(?:thanks|thank you|regards|best wishes|cheers)[^.\n]{0,24},\s*\p{L}+\s*$)/giu;
const closing =
  /^\s*(?:(?:best|kind|warm|many|with)(?: (?:best|kind|warm))? (?:regards|wishes|thanks)|regards|best|sincerely|yours|cheers|thanks|thank you|many thanks|감사합니다|고맙습니다|수고하세요|잘 부탁드립니다|부탁드립니다|드림|올림|--+|—)(?:\s*[,.!~]?\s*$|\s*[,.!]\s|\s+(?:and|so much|in advance|for)\b)/i;
const signedBy = /^\s*[^\n]{1,40}(?:드림|올림)\s*\.?\s*$/;
const contact =
  /^\s*(?:tel|phone|mobile|e-?mail|m|t|f|fax|www\.|https?:|주소|전화|연락처|휴대폰)\s*[.:：|]|[\w.+-]+@[\w-]+\.[\w.]+|https?:\/\/|\d{2,4}-\d{3,4}-\d{4}/i;

/** The stretches to pass over. Below a closing nothing is read, where it comes in the second half of the letter. */
export function silentIn(text: string): readonly Span[] {
  const silent: Span[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    const span = { from: at, to: at + line.length };
    at = span.to + 1;
    const isEnd = closing.test(line) || signedBy.test(line);
    if (isEnd && span.from > text.length * 0.4) {
      silent.push({ from: span.from, to: text.length });
      return silent;
    }
    if (head.test(line) || greeting.test(line) || contact.test(line) || isEnd) silent.push(span);
    else
      for (const match of line.matchAll(politeness))
        silent.push({ from: span.from + match.index, to: span.from + match.index + match[0].length });
  }
  return silent;
}

const avoid =
  /^[\s\-*•·\d.)]*(?:notes? )?(?:to )?(?:avoid(?:ed|ing)?|dislikes?|unwanted(?: notes)?|exclud(?:e|ed|ing)|exclusions?|no[- ]?gos?|don'?ts?|not wanted|negatives?|please avoid|피할|피하고 ?싶은|피해야 ?할|피해 ?주실|제외(?:할)?|싫어하는|원하지 ?않는|금지|비선호|빼고 ?싶은|기피|빼야 ?할)[^:：\n]{0,24}[:：]/i;
const heading = /^[\s\-*•·\d.)]*[^:：\n,.]{1,28}[:：]/;

/** Stretches under a heading that says what is not wanted, to the next heading or empty line, and the headings themselves. */
export function avoidedIn(text: string): { readonly under: readonly Span[]; readonly headings: readonly Span[] } {
  const under: Span[] = [];
  const headings: Span[] = [];
  let at = 0;
  let isUnder = false;
  for (const line of text.split('\n')) {
    const found = avoid.exec(line);
    if (found) {
      isUnder = true;
      headings.push({ from: at, to: at + found[0].length });
    } else if (heading.test(line) || line.trim() === '') isUnder = false;
    if (isUnder) under.push({ from: at, to: at + line.length });
    at += line.length + 1;
  }
  return { under, headings };
}
