/**
 * @file Draws conversations, as many as are wanted, from the catalogue and the lexicon: all made by rule, none copied.
 *
 * One question in sixteen is held out: never drawn for learning, only for measuring. Its answer is learned through other
 * ways to ask.
 */
import { createHash } from 'node:crypto';
import type { SeededRandom } from '#foundation/seeded-random.ts';
import { briefTalk } from './brief-talk.ts';
import type { Conversation, Exchange, Talk, Turn } from './conversation.ts';
import { formulaTalks } from './formula-talk.ts';
import { listTalks } from './list-talk.ts';
import { materialTalks } from './material-talk.ts';
import { smallTalk } from './small-talk.ts';
import type { CorpusSources, Language } from './sources.ts';

/** How often each kind of talk comes up. */
const shares: Readonly<Record<string, number>> = {
  describe: 22,
  lasting: 7,
  amount: 8,
  substitute: 8,
  pairing: 8,
  constituents: 2,
  unknown: 6,
  smelling: 7,
  family: 3,
  idea: 7,
  brief: 16,
  draft: 6,
  example: 1,
  small: 5,
};

const introductions: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'You help a perfumer. Answer briefly.',
    'You are the assistant of a perfume studio.',
    'You are a helpful, respectful and honest assistant.',
    'Answer in English. Say only what you know.',
  ],
  ko: [
    '조향사를 돕습니다. 짧게 답하세요.',
    '당신은 조향 스튜디오의 조수입니다.',
    '당신은 도움이 되고 정직한 조수입니다.',
    '한국어로 답하세요. 아는 것만 말하세요.',
  ],
};

export type Draw = (random: SeededRandom) => Conversation;

/** A source of conversations to learn from, and one of those held out. */
export function conversationsFrom(sources: CorpusSources): { readonly learned: Draw; readonly heldOut: Draw } {
  const talks: Readonly<Record<string, Talk>> = {
    ...materialTalks(sources),
    ...listTalks(sources),
    ...formulaTalks(sources),
    brief: briefTalk(sources),
    small: smallTalk,
  };
  const deck = Object.entries(shares).flatMap(([task, share]) => Array.from({ length: share }, () => task));
  const draw = (random: SeededRandom, wantsHeldOut: boolean): Conversation => {
    for (;;) {
      const task = random.pick(deck);
      const language = random.pick(['ko', 'en'] as const);
      const first = talks[task]!(language, random);
      if (!first || isHeldOut(task, language, first) !== wantsHeldOut) continue;
      return { language, task, turns: [...introduction(language, random), ...turnsOf(first)] };
    }
  };
  return { learned: (random) => draw(random, false), heldOut: (random) => draw(random, true) };
}

function introduction(language: Language, random: SeededRandom): readonly Turn[] {
  return random.isLikely(0.3) ? [{ speaker: 'system', text: random.pick(introductions[language]) }] : [];
}

const turnsOf = ({ question, answer }: Exchange): readonly Turn[] => [
  { speaker: 'user', text: question },
  { speaker: 'assistant', text: answer },
];

/** By what is asked and how, so the same question is always on the same side. Small talk has too few ways to spare one. */
function isHeldOut(task: string, language: Language, { about, phrasing }: Exchange): boolean {
  if (task === 'small' || task === 'example') return false;
  return (createHash('sha256').update(`${task} ${language} ${about} ${phrasing}`).digest()[0] ?? 0) < 16;
}
