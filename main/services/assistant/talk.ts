/**
 * @file The assistant beside the bench: it looks, explains and previews; nothing is changed without a click.
 *
 * One turn is two calls. The first chooses an act from the perfumer's own words and holds no text from the library. The second
 * answers from what the act brought, quotations included, and can choose nothing: so an imported text cannot start an act.
 */
import type { LineId, RecipeId } from '#foundation/ids.ts';
import { type Plan, type PlanRoom, parsePlan, planGrammar } from '#intelligence/composing/plan-grammar.ts';
import { fillPrompt } from '#intelligence/composing/prompt-file.ts';
import { wholeAnswer } from '#intelligence/models/language-models.ts';
import type { Formula, Product } from '#perfumery/formula/formula.ts';
import { type DecimalText, decimalOf, decimalText } from '#perfumery/units/decimal.ts';
import type { SearchAnswerHit } from '#services/search/search-library.ts';
import type { AssistantNeeds, Tongue } from './assistant-needs.ts';
import { explainFormula } from './explain-formula.ts';
import { quote, type Source } from './quote.ts';
import { type ExplainEvent, retell } from './retell.ts';

export interface TalkTurn {
  readonly speaker: 'perfumer' | 'assistant';
  readonly text: string;
}

/** What is open on the bench. */
export interface OnBench {
  readonly recipeId: RecipeId;
  readonly name: string;
  readonly formula: Formula;
  readonly product: Product;
}

export interface TalkWanted {
  readonly message: string;
  /** Earlier turns, oldest first. */
  readonly said: readonly TalkTurn[];
  /** Ids of the things shown last, in the order shown. */
  readonly shown: readonly { readonly id: string; readonly title: string }[];
  readonly bench?: OnBench;
  readonly language: Tongue;
}

/** Something the perfumer can click; until then nothing has happened. */
export type Offer =
  | { readonly what: 'open'; readonly id: string; readonly title: string }
  | { readonly what: 'compare'; readonly recipeId: RecipeId; readonly first: number; readonly second: number }
  | {
      readonly what: 'edit';
      readonly recipeId: RecipeId;
      readonly lineId: LineId;
      readonly before: DecimalText;
      readonly after: DecimalText;
    }
  | { readonly what: 'draft'; readonly brief: string };

export type TalkEvent =
  | { readonly what: 'plan'; readonly act: Plan['act']; readonly isByRule: boolean }
  | { readonly what: 'found'; readonly hits: readonly SearchAnswerHit[] }
  | { readonly what: 'offer'; readonly offer: Offer }
  | ExplainEvent;

const planTokens = 160;
const mostTurns = 8;
const mostQuotes = 4;
const mostHits = 8;

/** One turn of the assistant. Refuses with the `model.…` codes. */
export function talk(needs: AssistantNeeds) {
  return async function* (wanted: TalkWanted, signal?: AbortSignal): AsyncGenerator<TalkEvent, void> {
    const trials = wanted.bench ? needs.trials.headsOf(wanted.bench.recipeId).length : 0;
    const room = { items: wanted.shown.length, lines: wanted.bench?.formula.lines.length ?? 0, trials };
    const { plan, isByRule } = await choose(needs, { wanted, room }, signal);
    yield { what: 'plan', act: plan.act, isByRule };
    if (plan.act === 'explain' && wanted.bench) {
      const { formula, product } = wanted.bench;
      yield* explainFormula(needs)({ formula, product, question: wanted.message, language: wanted.language }, signal);
      return;
    }
    const offer = offerOf(plan, wanted);
    if (offer) yield { what: 'offer', offer };
    let sources: readonly Source[] = [];
    const query = plan.act === 'search' ? plan.text : plan.act === 'none' ? wanted.message : undefined;
    if (query !== undefined) {
      const hits = await found(needs, query, signal);
      sources = hits.slice(0, mostQuotes).map(quote(needs, wanted.language));
      if (plan.act === 'search') yield { what: 'found', hits };
    }
    yield* retell(needs)(
      {
        role: 'assistant',
        prompt: 'answer',
        places: { said: saidBefore(wanted, mostTurns), message: wanted.message },
        facts: factsOf(wanted),
        sources,
        language: wanted.language,
        said: [wanted.message, ...wanted.said.map(({ text }) => text)],
      },
      signal,
    );
  };
}

/** Chosen by the model; by rule of thumb where the model is only the demonstration, or cannot hold to a grammar. */
async function choose(
  needs: AssistantNeeds,
  { wanted, room }: { wanted: TalkWanted; room: PlanRoom },
  signal?: AbortSignal,
): Promise<{ plan: Plan; isByRule: boolean }> {
  const player = needs.models.stateOf('assistant');
  if (player.kind === 'nobody' || player.isDemonstration || !player.canUseGrammar) {
    return { plan: planByRule(wanted.message, room), isByRule: true };
  }
  const own = wanted.said.filter(({ speaker }) => speaker === 'perfumer');
  const messages = fillPrompt(needs.prompts[wanted.language].plan, {
    said: own
      .slice(-mostTurns)
      .map(({ text }) => text)
      .join('\n'),
    bench: wanted.bench ? `${wanted.bench.name} (${room.lines})` : '—',
    message: wanted.message,
  });
  const request = {
    prompt: { kind: 'chat', messages },
    maxTokens: planTokens,
    sampling: 'exact',
    grammar: { gbnf: planGrammar(room), ifUnsupported: 'refuse' },
    urgency: 'interactive',
    requester: 'assistant',
  } as const;
  const { text } = await wholeAnswer(needs.models.generate('assistant', request, signal), signal);
  return { plan: parsePlan(text, room), isByRule: false };
}

const rules: readonly (readonly [RegExp, (found: RegExpExecArray, room: PlanRoom, message: string) => Plan])[] = [
  [
    /^(?:open|show me|열어|보여\s*줘?)\s*(?:number\s*)?(\d+)|(\d+)\s*번\s*(?:을\s*|를\s*)?(?:열어|보여)/iu,
    (found, room) => {
      const item = Number(found[1] ?? found[2]);
      return item >= 1 && item <= room.items ? { act: 'open', item } : { act: 'none' };
    },
  ],
  [
    /\bline\s*(?<line>\d+)\s*(?:to|at|with)\s*(?<parts>\d+(?:\.\d{1,2})?)(?:\s*parts?)?|(?<row>\d+)\s*번?\s*(?:번째\s*)?(?:줄|행)(?:을|은)?\s*(?<amount>\d+(?:\.\d{1,2})?)\s*부/iu,
    ({ groups: said = {} }, room) => {
      const [line, parts] = [Number(said.line ?? said.row), Number(said.parts ?? said.amount)];
      return line >= 1 && line <= room.lines && parts <= 1000 ? { act: 'edit', line, parts } : { act: 'none' };
    },
  ],
  [
    /\b(?:why|explain|limit|allowed|dry[- ]?down)\b|왜|설명|제한|한도|잔향/iu,
    (_, room) => (room.lines > 0 ? { act: 'explain' } : { act: 'none' }),
  ],
  [
    /\b(?:find|search|look for|which materials?)\b|찾아|검색|있어\?|어떤 (?:원료|향)/iu,
    (_, __, message) => ({ act: 'search', text: message }),
  ],
  [
    /\b(?:propose|draft|compose|write (?:me )?a formula)\b|제안|처방.*(?:써|만들)|만들어/iu,
    (_, __, message) => ({ act: 'draft', brief: message }),
  ],
];

/** The plan that plain words ask for. */
export function planByRule(message: string, room: PlanRoom): Plan {
  for (const [pattern, plan] of rules) {
    const found = pattern.exec(message);
    if (found) return plan(found, room, message);
  }
  return { act: 'none' };
}

function offerOf(plan: Plan, { shown, bench }: TalkWanted): Offer | undefined {
  switch (plan.act) {
    case 'open': {
      const item = shown[plan.item - 1];
      return item && { what: 'open', ...item };
    }
    case 'compare':
      return bench && { what: 'compare', recipeId: bench.recipeId, first: plan.first, second: plan.second };
    case 'edit': {
      const line = bench?.formula.lines[plan.line - 1];
      if (!bench || !line) return undefined;
      return {
        what: 'edit',
        recipeId: bench.recipeId,
        lineId: line.id,
        before: line.parts,
        after: decimalText(decimalOf(plan.parts)),
      };
    }
    case 'draft':
      return { what: 'draft', brief: plan.brief };
    default:
      return undefined;
  }
}

async function found({ search }: AssistantNeeds, text: string, signal?: AbortSignal) {
  const { groups } = await search({ text: text.slice(0, 500), filters: [], without: [], limit: 6, offset: 0 }, signal);
  const hits = groups.flatMap((group) => group.hits).sort((a, b) => b.score - a.score);
  return hits.slice(0, mostHits);
}

function saidBefore({ said }: TalkWanted, most: number): string {
  return (
    said
      .slice(-most)
      .map(({ speaker, text }) => `${speaker === 'perfumer' ? '>' : '<'} ${text}`)
      .join('\n') || '—'
  );
}

function factsOf({ bench, language }: TalkWanted): readonly string[] {
  if (!bench) return [];
  const count = bench.formula.lines.length;
  return [language === 'ko' ? `작업대: ${bench.name}, ${count}행.` : `On the bench: ${bench.name}, ${count} lines.`];
}
