/**
 * @file How well an encoder finds what was asked for, among texts of our own making that training never saw: other templates,
 * endings and particles, by kind of question. The labels come from the same world as the texts: this checks the learning,
 * not the judgement. That is what the judged set is for.
 */
import { SeededRandom } from '#foundation/seeded-random.ts';
import { type Document, describeMaterial } from '../saying/documents.ts';
import { misspell } from '../saying/misspell.ts';
import { ask, type Forms, type Language } from '../saying/sentences.ts';
import { relevance, type Wanted } from '../world/wanted.ts';
import type { World } from '../world/world.ts';
import { makeDocument, sayingOf } from './make-batch.ts';

export interface QuestionKind {
  readonly name: string;
  readonly language: Language;
  readonly forms?: Forms;
  readonly isMisspelt?: boolean;
  readonly isDenied?: boolean;
  readonly isNfd?: boolean;
}

/** Means over the questions of a kind. */
export interface EncoderFigures {
  readonly precision10: number;
  readonly ndcg10: number;
  /** Share of questions whose first answer is good. */
  readonly first: number;
  readonly questions: number;
}

export type Encode = (texts: readonly string[]) => Promise<Float32Array>;

export const questionKinds: readonly QuestionKind[] = [
  { name: 'Korean', language: 'ko' },
  { name: 'English', language: 'en' },
  { name: 'mixed', language: 'mixed' },
  { name: 'Korean, misspelt', language: 'ko', isMisspelt: true },
  { name: 'English, misspelt', language: 'en', isMisspelt: true },
  { name: 'Korean, something denied', language: 'ko', isDenied: true },
  { name: 'English, something denied', language: 'en', isDenied: true },
  { name: 'Korean in NFD', language: 'ko', isNfd: true },
];
/** Forms that a training with `forms: 'seen'` never saw. */
export const unseenKinds: readonly QuestionKind[] = [
  { name: 'Korean, unseen words', language: 'ko', forms: 'unseen' },
  { name: 'English, unseen words', language: 'en', forms: 'unseen' },
];

/** From this relevance on an answer is good. */
const good = 0.6;

export interface Evaluation {
  readonly world: World;
  readonly encode: Encode;
  readonly dimensions: number;
  readonly kinds: readonly QuestionKind[];
  readonly seed: number;
  readonly documents?: number;
  readonly questions?: number;
}

export async function evaluateEncoder({
  world,
  encode,
  dimensions,
  kinds,
  seed,
  documents: count = 3000,
  questions = 100,
}: Evaluation): Promise<Readonly<Record<string, EncoderFigures>>> {
  const random = new SeededRandom(seed);
  const documents = testDocuments(world, count, random);
  const vectors = await encode(documents.map(({ text }) => text));
  const figures: Record<string, EncoderFigures> = {};
  for (const kind of kinds) {
    const asked = testQuestions(world, kind, documents, questions, random);
    const own = await encode(asked.map(({ text }) => text));
    figures[kind.name] = mean(
      asked.map(({ grades }, row) => scored(grades, own.subarray(row * dimensions, (row + 1) * dimensions), vectors)),
    );
  }
  return figures;
}

function testDocuments(world: World, count: number, random: SeededRandom): readonly Document[] {
  const documents = world.materials.map((_, at) =>
    describeMaterial(world, at, sayingOf('test', 'all', random), random),
  );
  while (documents.length < count) {
    const hint = random.isLikely(0.5) ? random.pick(world.askable) : undefined;
    documents.push(makeDocument(world, hint, sayingOf('test', 'all', random), random));
  }
  return documents;
}

/** Questions that at least ten texts answer well, and at most a quarter of them. */
function testQuestions(
  world: World,
  kind: QuestionKind,
  documents: readonly Document[],
  count: number,
  random: SeededRandom,
) {
  const questions: { readonly text: string; readonly grades: Float32Array }[] = [];
  for (let tries = 0; questions.length < count && tries < count * 200; tries++) {
    const wanted: Wanted[] = Array.from({ length: kind.isDenied ? 1 : 1 + random.below(2) }, () => ({
      concept: random.pick(world.askable),
      isDenied: false,
    }));
    const rare = wanted.some(
      (one) => 'concept' in one && documents.every(({ evidence }) => (evidence[one.concept] as number) < good),
    );
    if (rare) continue;
    if (kind.isDenied) wanted.push({ concept: random.pick(world.askable), isDenied: true });
    const grades = Float32Array.from(documents, (document) => relevance(world, wanted, document));
    const answers = grades.filter((grade) => grade >= good).length;
    if (answers < 10 || answers > documents.length / 4) continue;
    if (kind.isDenied && !isDenialFelt(world, wanted, documents)) continue;
    const saying = { language: kind.language, part: 'test', forms: kind.forms ?? 'all' } as const;
    const said = ask(world, wanted, saying, random);
    const text = kind.isMisspelt ? misspell(said, random) : kind.isNfd ? said.normalize('NFD') : said;
    questions.push({ text, grades });
  }
  return questions;
}

/** Whether at least five texts would be good answers but for what is denied. */
function isDenialFelt(world: World, wanted: readonly Wanted[], documents: readonly Document[]): boolean {
  const wished = wanted.filter(({ isDenied }) => !isDenied);
  return (
    documents.filter((one) => relevance(world, wished, one) >= good && relevance(world, wanted, one) < 0.3).length >= 5
  );
}

function scored(grades: Float32Array, question: Float32Array, vectors: Float32Array) {
  const scores = Float32Array.from(grades, (_, at) => {
    let sum = 0;
    for (let axis = 0; axis < question.length; axis++)
      sum += (question[axis] as number) * (vectors[at * question.length + axis] as number);
    return sum;
  });
  const ranked = [...scores.keys()].sort((a, b) => (scores[b] as number) - (scores[a] as number)).slice(0, 10);
  const top = ranked.map((at) => grades[at] as number);
  const gain = (list: readonly number[]) =>
    list.reduce((sum, grade, at) => sum + (2 ** (3 * grade) - 1) / Math.log2(at + 2), 0);
  return {
    precision10: top.filter((grade) => grade >= good).length / 10,
    ndcg10: gain(top) / gain([...grades].sort((a, b) => b - a).slice(0, 10)),
    first: (top[0] ?? 0) >= good ? 1 : 0,
  };
}

function mean(list: readonly Omit<EncoderFigures, 'questions'>[]): EncoderFigures {
  const of = (pick: (one: Omit<EncoderFigures, 'questions'>) => number) =>
    Number((list.reduce((sum, one) => sum + pick(one), 0) / list.length).toFixed(3));
  return {
    precision10: of((one) => one.precision10),
    ndcg10: of((one) => one.ndcg10),
    first: of((one) => one.first),
    questions: list.length,
  };
}
