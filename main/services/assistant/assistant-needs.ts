import type { PromptFile } from '#intelligence/composing/prompt-file.ts';
import type { Lexicon } from '#intelligence/language/lexicon.ts';
import type { LanguageModels } from '#intelligence/models/language-models.ts';
import type { Descriptor } from '#library/catalogue/load-catalogue.ts';
import type { PromptName } from '#library/catalogue/load-prompts.ts';
import type { InTwoLanguages } from '#perfumery/material/material.ts';
import type { PhysicsNeeds } from '#services/physics/evolve-formula.ts';
import type { SearchAnswer, SearchWanted } from '#services/search/search-library.ts';
import type { Understanding } from '#services/search/understanding.ts';
import type { SubstituteNeeds } from '#services/substitutes/substitute-needs.ts';

export type Tongue = 'ko' | 'en';

/** What the acts of the language models need; each takes what it uses. */
export interface AssistantNeeds
  extends SubstituteNeeds,
    Pick<PhysicsNeeds, 'thresholds' | 'pressures' | 'breath' | 'trials'> {
  readonly models: LanguageModels;
  readonly prompts: Readonly<Record<Tongue, Readonly<Record<PromptName, PromptFile>>>>;
  readonly search: (wanted: SearchWanted, signal?: AbortSignal) => Promise<SearchAnswer>;
  readonly lexicon: () => Lexicon;
  readonly understanding: Pick<Understanding, 'readBrief' | 'labelOf'>;
  readonly descriptors: readonly Descriptor[];
  /** Title of a standard or group by its key. */
  readonly titleOf: (key: string) => InTwoLanguages | undefined;
  readonly familyName: (family: string) => InTwoLanguages;
}
