/** @file From an error on the wire to a sentence in the language of the moment. */
import i18next from 'i18next';
import { type ErrorCode, isStudioError } from '#foundation/errors.ts';
import { tell } from './notices.ts';
import { inLanguage, type Language } from './text.ts';

export interface Refusal {
  readonly code: ErrorCode | 'disconnected';
  readonly facts: Readonly<Record<string, unknown>>;
}

/** What the core refused and why; an error that is no refusal is `internal`, a broken line `disconnected`. */
export function refusalOf(error: unknown): Refusal {
  if (isStudioError(error)) return { code: error.code, facts: { ...error.facts } };
  const data = (error as { data?: unknown } | undefined)?.data;
  if (data && typeof data === 'object' && 'code' in data && 'facts' in data) return data as Refusal;
  const wireCode = (error as { code?: unknown } | undefined)?.code;
  if (wireCode === 'SERVICE_UNAVAILABLE' || (error instanceof Error && /clos|abort|disconnect/i.test(error.message)))
    return { code: 'disconnected', facts: {} };
  return { code: 'internal', facts: { reference: error instanceof Error ? error.message : String(error) } };
}

/** The sentence for it. */
export function sentenceFor({ code, facts }: Refusal): string {
  const key = code.replaceAll('.', '-');
  const reason = typeof facts.reason === 'string' ? facts.reason : undefined;
  const words = i18next.getFixedT(null, 'errors') as unknown as (key: string | string[], facts: unknown) => string;
  return words(reason ? [`${key}-${reason}`, key] : key, spoken(facts));
}

const mostNamed = 5;

/** The facts as a sentence takes them: lists of what has a name as their names. */
function spoken(facts: Refusal['facts']): Refusal['facts'] {
  const untitled = i18next.getFixedT(null, 'recipes')('untitled');
  const said = Object.entries(facts).map(([key, value]) => {
    if (!Array.isArray(value) || !value.every(isNamed)) return [key, value];
    const names = value
      .slice(0, mostNamed)
      .map(({ name }) => `“${inLanguage(name, i18next.language as Language) || untitled}”`);
    return [key, [...names, ...(value.length > mostNamed ? ['…'] : [])].join(', ')];
  });
  return Object.fromEntries(said);
}

function isNamed(value: unknown): value is { readonly name: { readonly en: string; readonly ko: string } } {
  return typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'object';
}

/** Tells the perfumer why something did not happen. */
export function tellRefusal(error: unknown): void {
  tell({ tone: 'bad', text: sentenceFor(refusalOf(error)) });
}
