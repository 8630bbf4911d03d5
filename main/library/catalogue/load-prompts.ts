/** @file The prompts as they ship: text files in two languages, read once. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

export const promptNames = ['read-brief', 'draft', 'explain', 'plan', 'answer'] as const;
export type PromptName = (typeof promptNames)[number];

/** The text of every prompt under `assetsFolder`, by language and name. */
export function loadPrompts(assetsFolder: string): Readonly<Record<'en' | 'ko', Readonly<Record<PromptName, string>>>> {
  const read = (language: string) =>
    Object.fromEntries(
      promptNames.map((name) => [
        name,
        readFileSync(path.join(assetsFolder, 'prompts', language, `${name}.md`), 'utf8'),
      ]),
    ) as Record<PromptName, string>;
  return { en: read('en'), ko: read('ko') };
}
