/** @file Under which licence a model may be used, as far as its file or the table of known models says. */
import type { KnownModel } from '#intelligence/models/known-models.ts';
import type { ShelfFacts } from '#intelligence/models/shelf-facts.ts';

export interface ModelLicence {
  /** As it calls itself; null where nothing is said. */
  readonly name: string | null;
  /** `conditional`: allowed under terms one has to read. `unknown` is never taken for allowed. */
  readonly commercial: 'allowed' | 'conditional' | 'forbidden' | 'unknown';
  /** What the terms come to, where the table of known models says it. */
  readonly note: { readonly en: string; readonly ko: string } | null;
}

/** SPDX ids that allow any use. */
const free = /^(apache-2\.0|mit|bsd-[23]-clause|isc|cc0-1\.0|cc-by-4\.0|cc-by-sa-4\.0|unlicense)$/;
const nonCommercial = /(^|[-_ ])nc([-_ ]|$)|non-?commercial|exaone|research/;
const withTerms = /llama|gemma|qwen|deepseek|openrail|community/;

/** What the file says itself comes first, as models made out of others have licences of their own. */
export function licenceOf(facts: Pick<ShelfFacts, 'licence'> | undefined, known: KnownModel | undefined): ModelLicence {
  const written = facts?.licence?.trim() || null;
  const id = written?.toLowerCase() ?? '';
  const said = (commercial: ModelLicence['commercial']): ModelLicence => ({ name: written, commercial, note: null });
  if (free.test(id)) return said('allowed');
  if (nonCommercial.test(id) && !known) return said('forbidden');
  if (known) {
    const { id: name, commercialUse, note = null } = known.licence;
    return { name, commercial: commercialUse === 'not-allowed' ? 'forbidden' : commercialUse, note };
  }
  return said(withTerms.test(id) ? 'conditional' : 'unknown');
}
