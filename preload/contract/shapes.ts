/** @file The values of the house in zod, checked against perfumery's types in tests/types. */
import { z } from 'zod';
import type { CompositionId, LineId, LotId, MaterialId, RecipeId, TrialId } from '#foundation/ids.ts';
import type { FormulaChange } from '#perfumery/formula/change.ts';
import type { Formula, Line, Product } from '#perfumery/formula/formula.ts';
import { compositionOrigins, type LotComposition } from '#perfumery/material/lot-composition.ts';
import { families, type Grade, grades, type Material, materialKinds, roles } from '#perfumery/material/material.ts';
import type { Shelf } from '#perfumery/material/shelf.ts';
import { categories } from '#perfumery/safety/category.ts';
import { type DecimalText, decimalText, parseDecimal } from '#perfumery/units/decimal.ts';

export const idText = z
  .string()
  .min(1)
  .max(80)
  .regex(/^[\p{L}\p{N}._-]+$/u);
export const materialId = idText.transform((text) => text as MaterialId);
export const recipeId = idText.transform((text) => text as RecipeId);
export const trialId = idText.transform((text) => text as TrialId);
export const lineId = idText.transform((text) => text as LineId);
export const lotId = idText.transform((text) => text as LotId);
export const compositionId = idText.transform((text) => text as CompositionId);

/** A decimal in its plainest text; `12,50` and `12.50` both become `12.5`. */
export const decimalShape = z
  .string()
  .max(40)
  .refine((text) => parseDecimal(text) !== undefined, { message: 'not a decimal with at most nine places' })
  .transform((text): DecimalText => decimalText(parseDecimal(text) ?? 0n));

/** Text a person wrote: NFC, without control characters other than line breaks and tabs. */
export const proseShape = (most: number) =>
  z
    .string()
    .max(most)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is being removed
    .transform((text) => text.normalize('NFC').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, ''));

export const nameShape = z.object({ en: proseShape(200), ko: proseShape(200) });

export const ingredientShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('material'), materialId }),
  z.object({ kind: z.literal('accord'), recipeId, trialId }),
]);

export const lineShape = z.object({
  id: lineId,
  ingredient: ingredientShape,
  parts: decimalShape,
  dilution: decimalShape,
  solventId: materialId.exactOptional(),
  locked: z.boolean(),
  carrier: z.boolean(),
  note: proseShape(2000),
});

export const mostLines = 5000;
export const formulaShape = z.object({ lines: z.array(lineShape).max(mostLines) });

export const productShape = z.object({
  type: z.string().min(1).max(60),
  category: z.enum(categories),
  dosage: decimalShape,
  batch: decimalShape,
  bottle: decimalShape,
  carrierId: materialId,
});

export const changeShape = z.object({
  lines: z
    .array(z.object({ lineId, before: lineShape.exactOptional(), after: lineShape.exactOptional() }))
    .max(2 * mostLines),
  order: z.object({ before: z.array(lineId), after: z.array(lineId) }).exactOptional(),
});

export const recipeChangeShape = z.object({
  formula: changeShape,
  product: z.object({ before: productShape, after: productShape }).exactOptional(),
});

const factMethod = z.enum([
  'measured',
  'extrapolated',
  'estimated',
  'computed',
  'stated',
  'own-estimate',
  'supplier',
  'perfumer',
]);
const fact = <T extends z.ZodType>(value: T) =>
  z.object({ value, method: factMethod, source: z.string().max(300), note: z.string().max(1000).exactOptional() });
const grade: z.ZodType<Grade> = z.enum(grades);

const constituentShape = z.object({
  cas: z.string().max(20),
  name: proseShape(200),
  typical: z.number().min(0).max(100),
  min: z.number().min(0).max(100).exactOptional(),
  max: z.number().min(0).max(100).exactOptional(),
  method: factMethod,
  source: z.string().max(300),
});

/** Every fact of a material but its id. Which of them the perfumer may set is up to the service. */
export const factsShape = z.object({
  name: nameShape,
  aliases: z.object({ en: z.array(proseShape(200)).max(60), ko: z.array(proseShape(200)).max(60) }),
  inci: proseShape(300).exactOptional(),
  cas: z.array(z.string().max(20)).max(60),
  kind: z.enum(materialKinds),
  grade: grade.exactOptional(),
  family: z.enum(families),
  role: z.enum(roles),
  descriptors: z.array(z.string().max(60)).max(20),
  molecularFormula: fact(z.string().max(60)).exactOptional(),
  molecularWeight: fact(z.number().positive().max(5000)).exactOptional(),
  smiles: fact(z.string().max(500)).exactOptional(),
  density: fact(z.number().positive().max(25)).exactOptional(),
  vapourPressure: fact(z.number().nonnegative().max(1e7)).exactOptional(),
  odourThreshold: fact(z.number().positive().max(1e6)).exactOptional(),
  boilingPoint: fact(z.number().min(-273.15).max(2000)).exactOptional(),
  blotterLife: fact(z.number().nonnegative().max(100_000)).exactOptional(),
  typicalUse: fact(z.number().min(0).max(100)).exactOptional(),
  maximumUse: fact(z.number().min(0).max(100)).exactOptional(),
  defaultDilution: fact(z.number().positive().max(100)).exactOptional(),
  constituents: z.array(constituentShape).max(300).exactOptional(),
  substitutes: z
    .array(z.object({ materialId, reason: z.object({ en: proseShape(500), ko: proseShape(500) }) }))
    .max(30)
    .exactOptional(),
  pairings: z.array(materialId).max(60).exactOptional(),
  hazards: z.array(z.string().max(40)).max(40).exactOptional(),
  hazardSource: proseShape(300).exactOptional(),
  flags: z.array(z.string().max(60)).max(20),
});
export const materialShape = factsShape.extend({ id: materialId });

export const shelfShape = z.object({
  supplier: proseShape(200),
  sku: proseShape(100),
  price: z
    .object({ perKilogram: decimalShape, currency: z.string().regex(/^[A-Z]{3}$/), date: z.iso.date() })
    .exactOptional(),
  stock: decimalShape.exactOptional(),
  location: proseShape(200),
  note: proseShape(4000),
  dilutions: z.array(z.object({ percent: decimalShape, solventId: materialId })).max(20),
});

const day = z.iso.date();

/** What a lot of a material holds, in place of its typical composition. */
export const lotCompositionShape = z.object({
  id: compositionId,
  materialId,
  lotId: lotId.exactOptional(),
  lot: proseShape(100),
  date: day.exactOptional(),
  origin: z.enum(compositionOrigins),
  constituents: z.array(constituentShape),
  kept: z.string(),
});

export const libraryMaterialShape = z.object({
  material: materialShape,
  origin: z.enum(['shipped', 'own']),
  ownFields: z.array(z.string()),
  shelf: shelfShape,
  /** The composition of a lot that is in use. */
  lot: lotCompositionShape.exactOptional(),
  archived: z.boolean(),
  revision: z.int(),
});

export const recipeHeadShape = z.object({
  id: recipeId,
  name: nameShape,
  isExample: z.boolean(),
  archived: z.boolean(),
  lineCount: z.int(),
  trialCount: z.int(),
  product: productShape,
  created: z.string(),
  updated: z.string(),
});

const trialHeadBase = {
  id: trialId,
  recipeId,
  parentId: trialId.exactOptional(),
  number: z.int(),
  name: nameShape,
  note: z.string(),
  product: productShape,
  created: z.string(),
};
export const trialShape = z.object({ ...trialHeadBase, formula: formulaShape });
export const trialHeadShape = z.object({ ...trialHeadBase, lineCount: z.int() });

export const recipeShape = recipeHeadShape.extend({
  brief: z.string(),
  formula: formulaShape,
  baseTrialId: trialId.exactOptional(),
  trials: z.array(trialHeadShape),
  revision: z.int(),
  canUndo: z.boolean(),
  canRedo: z.boolean(),
});

/** Types that perfumery and the contract must agree on; tests/types compares them both ways. */
export type Agreed = {
  line: [z.output<typeof lineShape>, Line];
  formula: [z.output<typeof formulaShape>, Formula];
  product: [z.output<typeof productShape>, Product];
  change: [z.output<typeof changeShape>, FormulaChange];
  material: [z.output<typeof materialShape>, Material];
  shelf: [z.output<typeof shelfShape>, Shelf];
  lotComposition: [z.output<typeof lotCompositionShape>, LotComposition];
};
