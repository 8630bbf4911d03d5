/**
 * @file How well briefs are read: by the lexicon, and by the model that `SILLAGE_MODEL` names (the demonstration reads none), on the sixty
 * authored briefs; and what the grammar of the form costs llama.cpp.
 */
import path from 'node:path';
import type { Llama } from 'node-llama-cpp';
import { briefGrammar, briefVocabulary } from '#intelligence/composing/brief-form.ts';
import type { BriefReading } from '#perfumery/brief/brief-reading.ts';
import { englishBriefs } from '#tests/briefs/english-briefs.ts';
import { koreanBriefs } from '#tests/briefs/korean-briefs.ts';
import { type BriefScores, briefFields, type JudgedBrief, scoreBriefs } from '#tests/briefs/score-briefs.ts';
import { lexicon } from '#tests/language/reading-context.ts';
import type { OpenStudio } from '#tests/library/open-studio.ts';

interface Read {
  readonly byWords: BriefReading;
  readonly byModel?: BriefReading;
  /** The answer came to its end, and every point in it stands in the brief. */
  readonly isValid: boolean;
}

type Told = Record<string, { readonly value: number; readonly unit: string }>;

/** Scores both readers; `quick` reads two briefs of each language. */
export async function measureBriefs(studio: OpenStudio, llama: Llama, quick: boolean): Promise<Told> {
  const file = process.env.SILLAGE_MODEL;
  if (file) {
    const { modelId } = await studio.client.models.add({ path: path.resolve(file) });
    await studio.client.models.cast({ role: 'orchestrator', player: { kind: 'local', modelId } });
  }
  const state = studio.core.languageModels.stateOf('orchestrator');
  const some = (briefs: readonly JudgedBrief[]) => (quick ? briefs.slice(0, 2) : briefs);
  const told: Told = {};
  const grammars: number[] = [];
  for (const [language, all] of [
    ['ko', koreanBriefs],
    ['en', englishBriefs],
  ] as const) {
    const briefs = some(all);
    const reads: Read[] = [];
    for (const { text } of briefs) {
      reads.push(await read(studio, text, language));
      const grammar = briefGrammar(text, briefVocabulary(lexicon, []));
      const began = performance.now();
      await llama.createGrammar({ grammar });
      grammars.push(performance.now() - began);
    }
    const byWords = reads.map((one) => one.byWords);
    Object.assign(told, figures(`briefs.${language}.lexicon`, scoreBriefs(briefs, byWords)));
    const byModel = reads.flatMap((one) => one.byModel ?? []);
    if (byModel.length < reads.length) continue;
    Object.assign(told, figures(`briefs.${language}.model`, scoreBriefs(briefs, byModel)));
    const valid = (reads.filter(({ isValid }) => isValid).length / reads.length) * 100;
    told[`briefs.${language}.model.valid`] = { value: valid, unit: '% of answers' };
  }
  if (state.kind !== 'nobody') console.log(`briefs were read by ${state.name}`);
  const median = grammars.toSorted((a, b) => a - b)[Math.floor(grammars.length / 2)] ?? 0;
  const unit = 'ms for llama.cpp to parse the form of a brief with the whole vocabulary';
  return { ...told, 'briefs.grammar': { value: Math.round(median * 100) / 100, unit } };
}

async function read(studio: OpenStudio, text: string, language: 'ko' | 'en'): Promise<Read> {
  let byWords: BriefReading | undefined;
  for await (const event of await studio.client.assistant.readBrief({ text, language })) {
    if (event.what !== 'reading') continue;
    if (event.by === 'lexicon') byWords = event.reading as BriefReading;
    else {
      const { reading, isWhole, leftOut } = event;
      const isValid = isWhole && leftOut.every(({ why }) => why === 'not-its-number');
      return { byWords: byWords as BriefReading, byModel: reading as BriefReading, isValid };
    }
  }
  return { byWords: byWords as BriefReading, isValid: false };
}

function figures(name: string, scores: BriefScores): Told {
  const rounded = (value: number) => Math.round(value * 1000) / 1000;
  const { precision, recall, f1 } = scores.all;
  const fields = briefFields.map((field) => [
    `${name}.f1.${field}`,
    {
      value: rounded(scores[field].f1),
      unit: `F1; precision ${rounded(scores[field].precision)}, recall ${rounded(scores[field].recall)}`,
    },
  ]);
  return {
    ...Object.fromEntries(fields),
    [`${name}.precision`]: { value: rounded(precision), unit: 'share of points told that are so' },
    [`${name}.recall`]: { value: rounded(recall), unit: 'share of points said that are told' },
    [`${name}.f1`]: { value: rounded(f1), unit: 'F1 of all points' },
  };
}
