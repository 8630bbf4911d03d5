/**
 * @file What the assistant may choose to do, as a grammar and as values.
 *
 * The choice is made from the perfumer's own words alone; texts of the library are read only afterwards, by a call that can
 * choose nothing. So nothing written in an imported note can start anything. Things are named by their number in what is
 * shown, never by an id that could be made up.
 */
import { decimalNumber, grammarOf, inOrder, jsonObject, jsonText, literal, oneOf, wholeNumber } from './gbnf.ts';

export type Plan =
  | { readonly act: 'none' }
  | { readonly act: 'search'; readonly text: string }
  | { readonly act: 'explain' }
  | { readonly act: 'draft'; readonly brief: string }
  /** 1 is the first of the things found last. */
  | { readonly act: 'open'; readonly item: number }
  /** Numbers of trials of the open recipe. */
  | { readonly act: 'compare'; readonly first: number; readonly second: number }
  /** 1 is the first line of the open formula. */
  | { readonly act: 'edit'; readonly line: number; readonly parts: number };

/** What there is to choose among. */
export interface PlanRoom {
  readonly items: number;
  readonly lines: number;
  readonly trials: number;
}

const mostParts = 1000;

/** The grammar of a plan: acts for which there is nothing are not in it. */
export function planGrammar({ items, lines, trials }: PlanRoom): string {
  const act = (name: Plan['act'], members: readonly (readonly [string, string])[] = []) =>
    jsonObject([['act', literal(JSON.stringify(name))], ...members]);
  const acts = [act('none'), act('search', [['text', jsonText(120)]]), act('draft', [['brief', jsonText(300)]])];
  if (items > 0) acts.push(act('open', [['item', wholeNumber(1, items)]]));
  if (lines > 0) {
    acts.push(act('explain'));
    acts.push(
      act('edit', [
        ['line', wholeNumber(1, lines)],
        ['parts', decimalNumber(0, mostParts, 2)],
      ]),
    );
  }
  if (trials > 1)
    acts.push(
      act('compare', [
        ['first', wholeNumber(1, trials)],
        ['second', wholeNumber(1, trials)],
      ]),
    );
  return grammarOf(inOrder(oneOf(acts)));
}

/** The plan a model wrote; `none` for everything that is not one or that names what is not there. */
export function parsePlan(text: string, room: PlanRoom): Plan {
  const said = parsed(text);
  const within = (value: unknown, most: number): value is number =>
    typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= most;
  switch (said?.act) {
    case 'search':
      return typeof said.text === 'string' && said.text.trim() !== ''
        ? { act: 'search', text: said.text.trim() }
        : { act: 'none' };
    case 'draft':
      return typeof said.brief === 'string' && said.brief.trim() !== ''
        ? { act: 'draft', brief: said.brief.trim() }
        : { act: 'none' };
    case 'explain':
      return room.lines > 0 ? { act: 'explain' } : { act: 'none' };
    case 'open':
      return within(said.item, room.items) ? { act: 'open', item: said.item } : { act: 'none' };
    case 'compare':
      return within(said.first, room.trials) && within(said.second, room.trials) && said.first !== said.second
        ? { act: 'compare', first: said.first, second: said.second }
        : { act: 'none' };
    case 'edit':
      return within(said.line, room.lines) &&
        typeof said.parts === 'number' &&
        said.parts >= 0 &&
        said.parts <= mostParts
        ? { act: 'edit', line: said.line, parts: said.parts }
        : { act: 'none' };
    default:
      return { act: 'none' };
  }
}

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : undefined;
  } catch {
    return undefined;
  }
}
