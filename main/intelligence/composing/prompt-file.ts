/**
 * @file A prompt as it lies in assets/prompts: a version, what the system says, what the perfumer's side says, with places to fill.
 *
 * What is filled in is data. Marks that could end a quotation are taken out of it, so that no text from elsewhere can step
 * out of the place it was given; control tokens cannot be said in a chat at all (see `LanguageModels`).
 */
import { invariant } from '#foundation/errors.ts';
import type { ChatMessage } from '#intelligence/models/language-models.ts';

export interface PromptFile {
  readonly version: number;
  readonly system: string;
  readonly user: string;
  /** Names of the places to fill. */
  readonly places: readonly string[];
}

/** Reads a prompt file; one that does not say version, system and user is a fault of the program. */
export function parsePrompt(text: string): PromptFile {
  const found = /^version: (\d+)\n+# system\n([\s\S]+?)\n# user\n([\s\S]+)$/.exec(text.replaceAll('\r\n', '\n'));
  invariant(found, 'a prompt file says its version, # system and # user');
  const [, version, system = '', user = ''] = found;
  const places = [...new Set([...`${system}${user}`.matchAll(place)].map(([, name]) => name as string))];
  return { version: Number(version), system: system.trim(), user: user.trim(), places };
}

/** The prompt with every place filled, as a chat. Each place must be given, and nothing that is no place. */
export function fillPrompt(prompt: PromptFile, given: Readonly<Record<string, string>>): readonly ChatMessage[] {
  const missing = prompt.places.filter((name) => given[name] === undefined);
  const unknown = Object.keys(given).filter((name) => !prompt.places.includes(name));
  invariant(missing.length + unknown.length === 0, `places of a prompt: missing ${missing}, unknown ${unknown}`);
  const fill = (text: string) => text.replace(place, (_, name: string) => quoted(given[name] ?? ''));
  return [
    { speaker: 'system', text: fill(prompt.system) },
    { speaker: 'user', text: fill(prompt.user) },
  ];
}

const place = /\{\{([a-z]+)\}\}/g;

function quoted(text: string): string {
  return text.replaceAll('<<<', '‹‹‹').replaceAll('>>>', '›››');
}
