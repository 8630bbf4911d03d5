/**
 * @file What a language model may write as a formula: ids of the materials it was shown and bounded amounts, nothing else.
 *
 * basic: 8 to 12 lines. detailed: 20 to 30 lines, each with a reason. premium: three to five named accords of 4 to 8 lines.
 */
import type { MaterialId } from '#foundation/ids.ts';
import { grammarOf, jsonList, jsonObject, jsonText, jsonWord, wholeNumber } from './gbnf.ts';

export const depths = ['basic', 'detailed', 'premium'] as const;
export type Depth = (typeof depths)[number];

/** How many lines each depth has, least and most. */
export const linesOf: Readonly<Record<Depth, readonly [least: number, most: number]>> = {
  basic: [8, 12],
  detailed: [20, 30],
  premium: [12, 40],
};

/** Most parts in a thousand that one line can be drafted with. */
const mostParts = 400;
const longestReason = 120;
const longestName = 40;

export interface DraftSaid {
  readonly name: string;
  readonly lines: readonly {
    readonly materialId: MaterialId;
    readonly parts: number;
    readonly accord?: string;
    readonly reason?: string;
  }[];
}

/** The grammar of a draft that may use `materials`, at least as many as the depth has lines. */
export function draftGrammar(materials: readonly MaterialId[], depth: Depth): string {
  const [least, most] = linesOf[depth];
  const amount = ['parts', 'parts'] as const;
  const line = jsonObject([
    ['id', 'id'],
    amount,
    ...(depth === 'detailed' ? ([['why', jsonText(longestReason)]] as const) : []),
  ]);
  const rules = { id: jsonWord(materials), parts: wholeNumber(1, mostParts), line };
  if (depth !== 'premium') {
    return grammarOf(
      jsonObject([
        ['name', jsonText(longestName)],
        ['lines', jsonList('line', least, most)],
      ]),
      rules,
    );
  }
  const accord = jsonObject([
    ['accord', jsonText(longestName)],
    ['lines', jsonList('line', 4, 8)],
  ]);
  return grammarOf(
    jsonObject([
      ['name', jsonText(longestName)],
      ['accords', jsonList('accord', 3, 5)],
    ]),
    { ...rules, accord },
  );
}

/** The draft that a model wrote by `draftGrammar`; undefined when it was cut off or is something else. */
export function parseDraft(text: string): DraftSaid | undefined {
  const said = parsed(text) as
    | {
        name?: string;
        lines?: readonly LineSaid[];
        accords?: readonly { accord?: string; lines?: readonly LineSaid[] }[];
      }
    | undefined;
  if (typeof said?.name !== 'string') return undefined;
  const accords = said.accords ?? [{ lines: said.lines ?? [] }];
  const lines = accords.flatMap(({ accord, lines: own = [] }) =>
    own.map(({ id, parts, why }) => ({
      materialId: String(id) as MaterialId,
      parts: Number(parts),
      ...(accord?.trim() && { accord: accord.trim() }),
      ...(why?.trim() && { reason: why.trim() }),
    })),
  );
  if (lines.length === 0 || lines.some(({ parts }) => !(parts > 0))) return undefined;
  return { name: said.name.trim(), lines };
}

interface LineSaid {
  readonly id?: string;
  readonly parts?: number;
  readonly why?: string;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
