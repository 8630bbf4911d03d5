import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { longestBrief } from '#perfumery/brief/brief.ts';
import { families } from '#perfumery/material/material.ts';
import { briefReadingShape } from './briefs.ts';
import { refusals } from './errors.ts';
import { searchHitShape } from './search.ts';
import {
  decimalShape,
  formulaShape,
  lineId,
  materialId,
  nameShape,
  productShape,
  proseShape,
  recipeId,
} from './shapes.ts';
import { weighedShape } from './substitutes.ts';

const tags = ['assistant'];
const language = z.enum(['ko', 'en']);

/** What a language model tells of itself before it speaks: waiting, loading, shortening, started. */
export const modelEventShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('queued'), ahead: z.int() }),
  z.object({ kind: z.literal('loading'), name: z.string(), progress: z.number(), unloads: z.array(z.string()) }),
  z.object({ kind: z.literal('summarising'), tokens: z.int(), room: z.int() }),
  z.object({
    kind: z.literal('started'),
    modelName: z.string(),
    promptTokens: z.int(),
    context: z.int(),
    isDemonstration: z.boolean(),
    leavesMachine: z.boolean(),
  }),
]);
const modelStage = z.object({ what: z.literal('model'), event: modelEventShape });

/** Thousandths of a part in a thousand of concentrate, before and after. */
const repairShape = z.object({
  materialId,
  before: z.int(),
  after: z.int(),
  because: z.discriminatedUnion('what', [
    z.object({ what: z.literal('not-in-library') }),
    z.object({ what: z.literal('said-twice') }),
    z.object({ what: z.literal('use-level'), most: z.number() }),
    z.object({ what: z.literal('limit'), standard: z.string() }),
    z.object({ what: z.literal('prohibited'), standard: z.string() }),
    z.object({ what: z.literal('law'), key: z.string() }),
    z.object({ what: z.literal('too-few-lines'), least: z.int() }),
  ]),
});

export const draftedFormulaShape = z.object({
  name: z.string(),
  depth: z.enum(['basic', 'detailed', 'premium']),
  lines: z.array(
    z.object({
      materialId,
      /** Parts in a thousand of concentrate, as drafted and as repaired. */
      drafted: z.number(),
      parts: z.number(),
      accord: z.string().exactOptional(),
      reason: z.string().exactOptional(),
      alternatives: z.array(materialId),
    }),
  ),
  formula: formulaShape,
  repairs: z.array(repairShape),
  weighed: weighedShape,
  /** What leads on skin after so many hours. */
  led: z.array(
    z.object({ hours: z.number(), family: z.enum(families).exactOptional(), materialId: materialId.exactOptional() }),
  ),
  reasonsLeftOut: z.int(),
  /** null where nobody plays the composer, and the engine laid it out by rule. */
  model: z.object({ name: z.string(), isDemonstration: z.boolean(), leavesMachine: z.boolean() }).nullable(),
  candidates: z.int(),
});
export type DraftedFormula = z.output<typeof draftedFormulaShape>;

export const draftEventShape = z.discriminatedUnion('what', [
  z.object({ what: z.literal('candidates'), count: z.int() }),
  modelStage,
  z.object({
    what: z.literal('writing'),
    lines: z.int(),
    least: z.int(),
    /** The line just written, before any repair. */
    line: z.object({ materialId, parts: z.number() }),
  }),
  z.object({ what: z.literal('draft'), draft: draftedFormulaShape }),
]);
export type DraftEvent = z.output<typeof draftEventShape>;

const sourceShape = z.object({ id: z.string(), title: z.string(), quote: z.string() });
const toldShapes = [
  z.object({ what: z.literal('facts'), facts: z.array(z.string()), sources: z.array(sourceShape) }),
  modelStage,
  z.object({ what: z.literal('sentence'), text: z.string() }),
  z.object({ what: z.literal('left-out'), numbers: z.array(z.string()) }),
  z.object({ what: z.literal('done'), sentences: z.int(), leftOut: z.int() }),
] as const;
export const explainEventShape = z.discriminatedUnion('what', [...toldShapes]);

/** Something the perfumer can click; until then nothing has happened. */
const offerShape = z.discriminatedUnion('what', [
  z.object({ what: z.literal('open'), id: z.string(), title: z.string() }),
  z.object({ what: z.literal('compare'), recipeId, first: z.int(), second: z.int() }),
  z.object({ what: z.literal('edit'), recipeId, lineId, before: decimalShape, after: decimalShape }),
  z.object({ what: z.literal('draft'), brief: z.string() }),
]);
export type Offer = z.output<typeof offerShape>;

export const talkEventShape = z.discriminatedUnion('what', [
  z.object({
    what: z.literal('plan'),
    act: z.enum(['none', 'search', 'explain', 'draft', 'open', 'compare', 'edit']),
    isByRule: z.boolean(),
  }),
  z.object({ what: z.literal('found'), hits: z.array(searchHitShape) }),
  z.object({ what: z.literal('offer'), offer: offerShape }),
  ...toldShapes,
]);
export type TalkEvent = z.output<typeof talkEventShape>;

export const briefEventShape = z.discriminatedUnion('what', [
  z.object({
    what: z.literal('reading'),
    by: z.enum(['lexicon', 'model']),
    reading: briefReadingShape,
    /** What concepts, families and materials in it are called. */
    names: z.record(z.string(), nameShape),
    /** Points of the model that are not believed, and why. */
    leftOut: z.array(
      z.object({
        field: z.string(),
        words: z.string(),
        why: z.enum(['not-in-brief', 'not-a-word', 'not-its-number']),
      }),
    ),
    isWhole: z.boolean(),
  }),
  modelStage,
  z.object({ what: z.literal('writing'), tokens: z.int() }),
]);
export type BriefEvent = z.output<typeof briefEventShape>;

export const assistant = {
  /** Reads a brief by the lexicon, and by a model where one is there. Keeps nothing. */
  readBrief: oc
    .route({ method: 'POST', path: '/assistant/brief-readings', summary: 'Read a brief', tags })
    .errors(refusals)
    .input(z.object({ text: proseShape(longestBrief), language }))
    .output(eventIterator(briefEventShape)),
  /** Drafts a formula from a brief, of materials of the library only, and repairs it until it passes. Keeps nothing. */
  draft: oc
    .route({ method: 'POST', path: '/assistant/drafts', summary: 'Draft a formula', tags })
    .errors(refusals)
    .input(
      z.object({
        brief: proseShape(longestBrief),
        wanted: z.array(proseShape(200)).max(60).default([]),
        unwanted: z.array(proseShape(200)).max(60).default([]),
        forbidden: z.array(materialId).max(500).default([]),
        product: productShape,
        depth: z.enum(['basic', 'detailed', 'premium']).default('basic'),
        isInStock: z.boolean().default(false),
        /** Laid out by the engine's rule, whoever plays the composer. */
        isByRule: z.boolean().default(false),
        language,
        seed: z.int().exactOptional(),
      }),
    )
    .output(eventIterator(draftEventShape)),
  /** Why a formula is limited, how it dries, and what a change would do; facts first, then a model's words, each checked. */
  explain: oc
    .route({ method: 'POST', path: '/assistant/explanations', summary: 'Explain a formula', tags })
    .errors(refusals)
    .input(
      z.object({
        formula: formulaShape,
        product: productShape,
        changed: formulaShape.exactOptional(),
        question: proseShape(2000).default(''),
        language,
      }),
    )
    .output(eventIterator(explainEventShape)),
  /** One turn of the assistant. It looks, explains and offers; it changes nothing. */
  talk: oc
    .route({ method: 'POST', path: '/assistant/turns', summary: 'Talk with the assistant', tags })
    .errors(refusals)
    .input(
      z.object({
        message: proseShape(4000),
        said: z
          .array(z.object({ speaker: z.enum(['perfumer', 'assistant']), text: proseShape(8000) }))
          .max(40)
          .default([]),
        shown: z
          .array(z.object({ id: z.string().max(200), title: z.string().max(400) }))
          .max(40)
          .default([]),
        bench: z.object({ recipeId, name: nameShape, formula: formulaShape, product: productShape }).exactOptional(),
        language,
      }),
    )
    .output(eventIterator(talkEventShape)),
};
