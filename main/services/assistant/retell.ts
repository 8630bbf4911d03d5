/** @file Why a standard limits a formula and what to do: the engine's numbers, in a model's words, sentence by checked sentence. */
import { strangersIn } from '#intelligence/composing/numbers-given.ts';
import { fillPrompt } from '#intelligence/composing/prompt-file.ts';
import type { ChatMessage, ModelEvent, ModelRole } from '#intelligence/models/language-models.ts';
import type { AssistantNeeds, Tongue } from './assistant-needs.ts';
import type { Source } from './quote.ts';

export type ExplainEvent =
  | { readonly what: 'facts'; readonly facts: readonly string[]; readonly sources: readonly Source[] }
  | { readonly what: 'model'; readonly event: Exclude<ModelEvent, { kind: 'text' | 'done' }> }
  /** A sentence that holds no number but those that were given. */
  | { readonly what: 'sentence'; readonly text: string }
  /** A sentence that was not shown, and the numbers in it that nobody reckoned. */
  | { readonly what: 'left-out'; readonly numbers: readonly string[] }
  | { readonly what: 'done'; readonly sentences: number; readonly leftOut: number };

export interface ToldBy {
  readonly role: ModelRole;
  readonly prompt: 'explain' | 'answer';
  readonly places: Readonly<Record<string, string>>;
  readonly facts: readonly string[];
  readonly sources: readonly Source[];
  readonly language: Tongue;
  /** What else may be repeated: the perfumer's own words. */
  readonly said: readonly string[];
}

const mostTokens = 400;
const sentenceEnd = /(?<=[.!?。…](?:["”』)]*)(?:\s+|$))|(?<=\n)/u;

/** Lets a model retell facts; where nobody plays the role, or only the demonstration would have to explain, the facts alone come. Each sentence is checked before it is shown; one with a number of its own is left out and told. */
export function retell({ models, prompts }: Pick<AssistantNeeds, 'models' | 'prompts'>) {
  return async function* (by: ToldBy, signal?: AbortSignal): AsyncGenerator<ExplainEvent, void> {
    const { facts, sources, language } = by;
    yield { what: 'facts', facts, sources };
    const player = models.stateOf(by.role);
    const isTaught = player.kind !== 'nobody' && player.isDemonstration;
    if (player.kind === 'nobody' || (isTaught && by.prompt === 'explain')) {
      yield { what: 'done', sentences: 0, leftOut: 0 };
      return;
    }
    const given = [...facts, ...by.said, ...sources.map(({ title, quote }) => `${title} ${quote}`)];
    const messages = isTaught
      ? asked(by.places.message)
      : fillPrompt(prompts[language][by.prompt], {
          ...by.places,
          facts: facts.map((fact) => `- ${fact}`).join('\n') || '—',
          sources: sources.map(({ title, quote }) => `«${title}» ${quote}`).join('\n') || '—',
        });
    let waiting = '';
    let sentences = 0;
    let leftOut = 0;
    const check = (sentence: string): ExplainEvent | undefined => {
      const text = sentence.trim();
      if (text === '') return undefined;
      const strangers = strangersIn(text, given);
      if (strangers.length > 0) {
        leftOut += 1;
        return { what: 'left-out', numbers: strangers.map((one) => one.text) };
      }
      sentences += 1;
      return { what: 'sentence', text };
    };
    for await (const event of models.generate(by.role, requestFor(messages, isTaught), signal)) {
      if (event.kind === 'text') {
        const pieces = `${waiting}${event.text}`.split(sentenceEnd);
        waiting = pieces.pop() ?? '';
        for (const piece of joined(pieces)) {
          const checked = check(piece);
          if (checked) yield checked;
        }
      } else if (event.kind === 'done') signal?.throwIfAborted();
      else yield { what: 'model', event };
    }
    const last = check(waiting);
    if (last) yield last;
    yield { what: 'done', sentences, leftOut };
  };
}

/** `1.` belongs to what it counts. */
function joined(pieces: readonly string[]): readonly string[] {
  const whole: string[] = [];
  for (const piece of pieces) {
    const last = whole.at(-1);
    if (last !== undefined && /^\s*\d{1,2}[.)]\s*$/.test(last)) whole[whole.length - 1] = `${last.trim()} ${piece}`;
    else whole.push(piece);
  }
  return whole;
}

/** The demonstration was taught bare questions, and loses itself in anything longer. It retells no facts. */
function asked(message = ''): readonly ChatMessage[] {
  return [{ speaker: 'user', text: message }];
}

function requestFor(messages: readonly ChatMessage[], isTaught: boolean) {
  return {
    prompt: { kind: 'chat', messages },
    maxTokens: mostTokens,
    sampling: isTaught ? 'exact' : 'careful',
    urgency: 'interactive',
    requester: 'assistant',
    ifTooLong: 'refuse',
  } as const;
}
