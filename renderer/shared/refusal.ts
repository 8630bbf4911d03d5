/** @file From an error on the wire to a sentence in the language of the moment. */
import i18next from 'i18next';
import type { ErrorCode } from '#foundation/errors.ts';
import { tell } from './notices.ts';

export interface Refusal {
  readonly code: ErrorCode | 'disconnected';
  readonly facts: Readonly<Record<string, unknown>>;
}

/** What the core refused and why; an error that is no refusal is `internal`, a broken line `disconnected`. */
export function refusalOf(error: unknown): Refusal {
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
  return words(reason ? [`${key}-${reason}`, key] : key, facts);
}

/** Tells the perfumer why something did not happen. */
export function tellRefusal(error: unknown): void {
  tell({ tone: 'bad', text: sentenceFor(refusalOf(error)) });
}
