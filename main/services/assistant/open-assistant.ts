/** @file What language models do, put together from what the studio has. */
import { parsePrompt } from '#intelligence/composing/prompt-file.ts';
import { loadPrompts, promptNames } from '#library/catalogue/load-prompts.ts';
import type { InTwoLanguages } from '#perfumery/material/material.ts';
import { familyNames } from '#perfumery/search/family-names.ts';
import type { RegulationInForce } from '#services/regulation/regulation-in-force.ts';
import type { OpenSearch } from '#services/search/open-search.ts';
import { searchLibrary } from '#services/search/search-library.ts';
import type { AssistantNeeds } from './assistant-needs.ts';

type Given = Omit<AssistantNeeds, 'prompts' | 'search' | 'understanding' | 'titleOf' | 'familyName'> & {
  readonly assetsFolder: string;
  readonly inForce: RegulationInForce;
  readonly openSearch: OpenSearch;
};

/** Everything the assistant's acts need; prompts are read at once. */
export function openAssistant({ assetsFolder, inForce, openSearch, ...given }: Given): AssistantNeeds {
  const texts = loadPrompts(assetsFolder);
  const parse = (language: 'ko' | 'en') =>
    Object.fromEntries(
      promptNames.map((name) => [name, parsePrompt(texts[language][name])]),
    ) as AssistantNeeds['prompts']['en'];
  const find = searchLibrary(openSearch);
  return {
    ...given,
    understanding: openSearch.understanding,
    prompts: { ko: parse('ko'), en: parse('en') },
    search: (wanted, signal) => {
      openSearch.wake();
      return find(wanted, signal);
    },
    titleOf: (key): InTwoLanguages | undefined => {
      const { standards, groups } = inForce.now().regulation.ifra;
      return standards.find((one) => one.key === key)?.title ?? groups.find((one) => one.key === key)?.title;
    },
    familyName: (family) =>
      (familyNames as Readonly<Record<string, InTwoLanguages>>)[family] ?? { en: family, ko: family },
  };
}
