/**
 * @file A brief read twice: by the lexicon, at once, and by a model, where one is there. Both come in the same shape, each point
 * with its words; which is right is for the perfumer to say.
 *
 * A brief that is longer than the model can hold is counted and refused; the lexicon's reading stands.
 */
import { StudioError } from '#foundation/errors.ts';
import { type BriefVocabulary, briefGrammar, briefVocabulary, listFields } from '#intelligence/composing/brief-form.ts';
import { type LeftOut, parseBriefForm } from '#intelligence/composing/parse-brief-form.ts';
import { fillPrompt } from '#intelligence/composing/prompt-file.ts';
import type { ChatMessage, ModelEvent } from '#intelligence/models/language-models.ts';
import type { BriefReading, ToldNote } from '#perfumery/brief/brief-reading.ts';
import type { InTwoLanguages } from '#perfumery/material/material.ts';
import type { AssistantNeeds, Tongue } from './assistant-needs.ts';

export type BriefEvent =
  | {
      readonly what: 'reading';
      readonly by: 'lexicon' | 'model';
      readonly reading: BriefReading;
      /** What concepts, families and materials in it are called. */
      readonly names: Readonly<Record<string, InTwoLanguages>>;
      /** Points of the model that are not believed. */
      readonly leftOut: readonly LeftOut[];
      /** False where the model broke off; fields after that are unread. */
      readonly isWhole: boolean;
    }
  | { readonly what: 'model'; readonly event: Exclude<ModelEvent, { kind: 'text' | 'done' }> }
  | { readonly what: 'writing'; readonly tokens: number };

type ReadNeeds = Pick<AssistantNeeds, 'models' | 'prompts' | 'lexicon' | 'understanding' | 'materials' | 'familyName'>;

const answerTokens = 1500;

/** Reads a brief of up to 20,000 UTF-16 units. Without a model, or with the demonstration alone, only the lexicon reads. Refuses with the `model.…` codes. */
export function readBrief(needs: ReadNeeds) {
  return async function* (
    { text: written, language }: { readonly text: string; readonly language: Tongue },
    signal?: AbortSignal,
  ): AsyncGenerator<BriefEvent, void> {
    const byWords = needs.understanding.readBrief(written);
    yield { what: 'reading', by: 'lexicon', leftOut: [], isWhole: true, ...named(needs, byWords) };
    const { text } = byWords;
    const reader = needs.models.stateOf('orchestrator');
    // the demonstration knows no form as long as this one, and would only hold the perfumer up
    if (text.trim() === '' || reader.kind === 'nobody' || reader.isDemonstration) return;

    const vocabulary = briefVocabulary(needs.lexicon(), materialsIn(byWords));
    const messages = await promptThatFits(needs, { text, language, vocabulary, byWords }, signal);
    const request = {
      prompt: { kind: 'chat', messages },
      maxTokens: answerTokens,
      sampling: 'exact',
      grammar: { gbnf: briefGrammar(text, vocabulary), ifUnsupported: 'leave-out' },
      urgency: 'interactive',
      requester: 'brief',
      ifTooLong: 'refuse',
    } as const;
    let answer = '';
    for await (const event of needs.models.generate('orchestrator', request, signal)) {
      if (event.kind === 'text') {
        answer += event.text;
        yield { what: 'writing', tokens: event.tokens };
      } else if (event.kind === 'done') signal?.throwIfAborted();
      else yield { what: 'model', event };
    }
    const { reading, leftOut, isWhole } = parseBriefForm(answer, text, vocabulary);
    yield { what: 'reading', by: 'model', leftOut, isWhole, ...named(needs, reading) };
  };
}

interface Asked {
  readonly text: string;
  readonly language: Tongue;
  readonly vocabulary: BriefVocabulary;
  readonly byWords: BriefReading;
}

/** With the whole vocabulary where there is room for it, else with the words that the lexicon found, else with none. */
async function promptThatFits(
  needs: ReadNeeds,
  { text, language, vocabulary, byWords }: Asked,
  signal?: AbortSignal,
): Promise<readonly ChatMessage[]> {
  const found = new Set(idsIn(byWords));
  const plausible = (words: readonly string[]) => words.filter((word) => found.has(word));
  const offers = [sayVocabulary(vocabulary, (words) => words), sayVocabulary(vocabulary, plausible), '—'];
  const fill = (said: string) => fillPrompt(needs.prompts[language]['read-brief'], { brief: text, vocabulary: said });
  for (const offer of offers) {
    const messages = fill(offer);
    const { tokens, context } = await needs.models.countTokens('orchestrator', { kind: 'chat', messages }, signal);
    if (tokens + answerTokens <= context) return messages;
  }
  const messages = fill('—');
  const { tokens, context } = await needs.models.countTokens('orchestrator', { kind: 'chat', messages }, signal);
  const room = Math.floor((context * 3) / 4);
  if (tokens > room) throw new StudioError('model.prompt-too-long', { tokens, room, context });
  return messages;
}

function sayVocabulary(vocabulary: BriefVocabulary, choose: (words: readonly string[]) => readonly string[]): string {
  const fields = [...listFields.filter((field) => field !== 'unwanted'), 'product'] as const;
  const lines = fields.map((field) => `${field}: ${choose(vocabulary[field]).join(', ')}`);
  return lines.filter((line) => !line.endsWith(': ')).join('\n') || '—';
}

const notesOf = ({ notesWanted, notesUnwanted }: BriefReading): readonly ToldNote[] =>
  [...notesWanted, ...notesUnwanted].map(({ value }) => value);

function materialsIn(reading: BriefReading): readonly string[] {
  return [...new Set(notesOf(reading).flatMap((note) => ('material' in note ? [note.material] : [])))];
}

function idsIn(reading: BriefReading): readonly string[] {
  const { families, moods, scenes, seasons, genders, product } = reading;
  const lists = [families, moods, scenes, seasons, genders].flatMap((told) => told.map(({ value }) => value));
  const notes = notesOf(reading).map((note) => ('concept' in note ? note.concept : `material ${note.material}`));
  return [...lists, ...notes, ...(product?.value.type ? [product.value.type] : [])];
}

function named({ understanding, materials, familyName }: ReadNeeds, reading: BriefReading) {
  const names: Record<string, InTwoLanguages> = {};
  for (const { value } of reading.families) names[value] = familyName(value);
  for (const { value } of [...reading.moods, ...reading.scenes]) {
    const label = understanding.labelOf(value);
    if (label) names[value] = label;
  }
  for (const note of notesOf(reading)) {
    const [id, label] =
      'concept' in note
        ? [note.concept, understanding.labelOf(note.concept)]
        : [note.material, materials.find(note.material as never)?.material.name];
    if (label) names[id] = label;
  }
  return { reading, names };
}
