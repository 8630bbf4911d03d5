import type { SearchHit } from '#contract/search.ts';
import type { AssistantNeeds } from '#services/assistant/assistant-needs.ts';
import { draftFormula } from '#services/assistant/draft-formula.ts';
import { explainFormula } from '#services/assistant/explain-formula.ts';
import { readBrief } from '#services/assistant/read-brief.ts';
import { talk } from '#services/assistant/talk.ts';
import type { Implementer } from './implementer.ts';
import { hitOnWire } from './search.ts';
import { toWire } from './to-wire.ts';

/** What language models do for a perfumer, behind the contract. */
export function assistantHandlers({ assistant: on }: Implementer, needs: AssistantNeeds) {
  return on.router({
    draft: on.draft.handler(async function* ({ input, signal }) {
      for await (const event of draftFormula(needs)(input, signal)) yield toWire(event);
    }),
    readBrief: on.readBrief.handler(async function* ({ input, signal }) {
      for await (const event of readBrief(needs)(input, signal)) yield toWire(event);
    }),
    explain: on.explain.handler(async function* ({ input, signal }) {
      for await (const event of explainFormula(needs)(input, signal)) yield toWire(event);
    }),
    talk: on.talk.handler(async function* ({ input, signal }) {
      const { bench, ...wanted } = input;
      const named = bench && { ...bench, name: bench.name[input.language] || bench.name.en || bench.name.ko };
      for await (const event of talk(needs)({ ...wanted, ...(named && { bench: named }) }, signal)) {
        yield event.what === 'found'
          ? { what: 'found' as const, hits: event.hits.map(hitOnWire) satisfies SearchHit[] }
          : toWire(event);
      }
    }),
  });
}
