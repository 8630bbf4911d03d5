/** @file One batch: questions, a text that answers each, and texts that nearly do. */
import type { SeededRandom } from '#foundation/seeded-random.ts';
import { type Document, describeMaterial, describeRecipe, describeSmell } from '../saying/documents.ts';
import { misspace, misspell } from '../saying/misspell.ts';
import type { Part } from '../saying/part.ts';
import { ask, type Forms, type Language, type Saying } from '../saying/sentences.ts';
import { relevance, type Wanted } from '../world/wanted.ts';
import type { World } from '../world/world.ts';

export interface BatchShape {
  readonly questions: number;
  /** The first of them answer the questions, one each; the rest nearly do. */
  readonly documents: number;
}

export interface Batch {
  readonly questions: readonly { readonly text: string; readonly wanted: readonly Wanted[] }[];
  readonly documents: readonly Document[];
  /** [questions, documents], 0..1. */
  readonly relevance: Float32Array;
}

/** Evidence from which a document may be asked for by a concept, and below which the concept can be denied. */
const [clear, absent] = [0.45, 0.08];

export function makeBatch(world: World, shape: BatchShape, forms: Forms, random: SeededRandom): Batch {
  const questions: { text: string; wanted: readonly Wanted[] }[] = [];
  const documents: Document[] = [];
  const near: Document[] = [];
  while (questions.length < shape.questions) {
    const hint = random.isLikely(0.7) ? random.pick(world.askable) : undefined;
    const document = makeDocument(world, hint, sayingOf('train', forms, random), random);
    const wanted = wish(world, document, hint, random);
    if (wanted.length === 0) continue;
    questions.push({
      text: slip(ask(world, withFiller(world, wanted, random), sayingOf('train', forms, random), random), random),
      wanted,
    });
    documents.push(document);
    if (near.length < shape.documents - shape.questions)
      near.push(nearly(world, wanted, sayingOf('train', forms, random), random));
  }
  while (near.length < shape.documents - shape.questions) {
    near.push(makeDocument(world, undefined, sayingOf('train', forms, random), random));
  }
  documents.push(...near);
  const grades = new Float32Array(questions.length * documents.length);
  for (const [row, { wanted }] of questions.entries()) {
    for (const [column, document] of documents.entries()) {
      grades[row * documents.length + column] = relevance(world, wanted, document);
    }
  }
  return { questions, documents, relevance: grades };
}

export function sayingOf(part: Part, forms: Forms, random: SeededRandom): Saying {
  const language = random.pick<Language>(['ko', 'ko', 'ko', 'ko', 'en', 'en', 'en', 'mixed', 'mixed']);
  return { language, part, forms };
}

/** A text of any kind; one that speaks for `hint` if there is one. */
export function makeDocument(world: World, hint: number | undefined, saying: Saying, random: SeededRandom): Document {
  const speakers = hint === undefined ? [] : (world.speakers[hint] as readonly number[]);
  const one = () => (speakers.length > 0 ? random.pick(speakers) : random.below(world.materials.length));
  const kind = random.next();
  if ((hint === undefined || speakers.length > 0) && kind < 0.45) return describeMaterial(world, one(), saying, random);
  if ((hint === undefined || speakers.length > 0) && kind < 0.65) {
    const others = Array.from({ length: 1 + random.below(5) }, () => random.below(world.materials.length));
    const materials = [...new Set(random.shuffled([one(), ...(random.isLikely(0.5) ? [one()] : []), ...others]))];
    const title = random.isLikely(0.4)
      ? [random.isLikely(0.5) && hint !== undefined ? hint : random.pick(world.askable)]
      : [];
    return describeRecipe(world, materials, title, saying, random);
  }
  const first = hint ?? random.pick(world.askable);
  const present = [
    ...new Set([first, ...Array.from({ length: 1 + random.below(3) }, () => companion(world, first, random))]),
  ];
  const lacking = random.isLikely(0.25) ? [random.pick(world.askable)].filter((at) => !present.includes(at)) : [];
  return describeSmell(world, { present: random.shuffled(present), absent: lacking }, saying, random);
}

/** Something that may stand beside a concept: often what it brings to mind, otherwise anything. */
function companion(world: World, concept: number, random: SeededRandom): number {
  const implied = Object.keys((world.concepts[concept] as { implies: object }).implies).flatMap(
    (id) => world.indexOf(id) ?? [],
  );
  return implied.length > 0 && random.isLikely(0.4) ? random.pick(implied) : random.pick(world.askable);
}

/** What could be asked so that `document` is an answer. */
function wish(world: World, document: Document, hint: number | undefined, random: SeededRandom): readonly Wanted[] {
  if (document.materials.length > 0 && random.isLikely(0.08)) {
    return [{ material: random.pick(document.materials), isDenied: false }];
  }
  const spoken = world.askable.filter((at) => (document.evidence[at] as number) >= clear);
  if (spoken.length === 0) return [];
  const moods = spoken.filter((at) => world.isAbstract(at));
  const count = 1 + random.below(3);
  const chosen = new Set<number>(hint !== undefined && spoken.includes(hint) ? [hint] : []);
  for (let tries = 0; chosen.size < count && tries < 8; tries++) {
    chosen.add(random.pick(moods.length > 0 && random.isLikely(0.4) ? moods : spoken));
  }
  const wanted: Wanted[] = [...chosen].map((concept) => ({ concept, isDenied: false }));
  if (random.isLikely(0.25)) {
    const concept = random.pick(world.askable);
    const isFree = (document.evidence[concept] as number) < absent;
    if (isFree) wanted.push({ concept, isDenied: true });
    if (isFree && random.isLikely(0.15)) return [{ concept, isDenied: true }];
  }
  return wanted;
}

/** A text that lacks one thing that is wanted, has one that is not, or is the contrary. */
function nearly(world: World, wanted: readonly Wanted[], saying: Saying, random: SeededRandom): Document {
  const concepts = wanted.flatMap((one) => ('concept' in one ? [one] : []));
  const denied = concepts.find(({ isDenied }) => isDenied)?.concept;
  const wished = concepts.filter(({ isDenied }) => !isDenied).map(({ concept }) => concept);
  if (denied !== undefined && wished.length > 0) {
    const [a, b] = [world.speakers[random.pick(wished)] ?? [], world.speakers[denied] ?? []];
    if (a.length > 0 && b.length > 0 && random.isLikely(0.5)) {
      return describeRecipe(world, random.shuffled([random.pick(a), random.pick(b)]), [], saying, random);
    }
    return describeSmell(
      world,
      { present: random.shuffled([random.pick(wished), denied]), absent: [] },
      saying,
      random,
    );
  }
  const opposite = wished.flatMap((at) => world.oppositesOf(at));
  if (opposite.length > 0 && random.isLikely(0.5)) return makeDocument(world, random.pick(opposite), saying, random);
  if (wished.length > 1) return makeDocument(world, random.pick(wished), saying, random);
  return makeDocument(world, wished[0] === undefined ? undefined : companion(world, wished[0], random), saying, random);
}

/** Sometimes a word for what kind of thing is looked for, which answers nothing. */
function withFiller(world: World, wanted: readonly Wanted[], random: SeededRandom): readonly Wanted[] {
  if (world.fillers.length === 0 || !random.isLikely(0.25)) return wanted;
  return [...wanted, { concept: random.pick(world.fillers), isDenied: false }];
}

const syllables =
  '가나다라마바사아자차카타파하거너더러머버서어저처고노도로모보소오조초구누두루무부수우주추기니디리미비시이지치';

/** A slip of the finger or of the space bar now and then, and words nobody has taught. */
export function slip(text: string, random: SeededRandom): string {
  let said = text;
  if (random.isLikely(0.12)) said = misspell(said, random);
  if (random.isLikely(0.12)) said = misspace(said, random);
  if (random.isLikely(0.2)) {
    const letters = random.isLikely(0.6) ? syllables : 'abcdefghiklmnoprstuvwy';
    const word = Array.from({ length: 2 + random.below(4) }, () => letters[random.below(letters.length)]).join('');
    said = random.isLikely(0.5) ? `${word} ${said}` : `${said} ${word}`;
  }
  return said;
}
