/** @file The shape of a recipe file, in zod: what a file from anywhere must look like before anything in it is believed. */
import { z } from 'zod';
import type { RecipeFile } from '#perfumery/interchange/recipe-file.ts';
import { families, grades, materialKinds, roles } from '#perfumery/material/material.ts';
import { categories } from '#perfumery/safety/category.ts';
import { type DecimalText, decimalText, parseDecimal } from '#perfumery/units/decimal.ts';

const prose = (most: number) =>
  z
    .string()
    .max(most)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is being removed
    .transform((text) => text.normalize('NFC').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, ''));
const name = z.object({ en: prose(200).default(''), ko: prose(200).default('') });
const id = z
  .string()
  .min(1)
  .max(80)
  .regex(/^[\p{L}\p{N}._-]+$/u);
/** Written as text; a number is understood too, since people edit such files by hand. */
const figure = z.union([z.string().max(40), z.number().transform(String)]);
const decimalText_ = figure
  .refine((text) => parseDecimal(text) !== undefined)
  .transform((text): DecimalText => decimalText(parseDecimal(text) ?? 0n));

const product = z.object({
  type: z.string().min(1).max(60),
  category: z.enum(categories),
  dosage: decimalText_,
  batch: decimalText_,
  bottle: decimalText_,
  carrierId: id,
});

const line = z.object({
  id: id.optional(),
  material: id.optional(),
  accord: z.object({ recipe: id, trial: id }).optional(),
  parts: figure,
  dilution: figure.optional(),
  solvent: id.optional(),
  locked: z.boolean().optional(),
  carrier: z.boolean().optional(),
  note: prose(2000).optional(),
});

const method = z.enum([
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
  z.object({ value, method, source: z.string().max(300), note: z.string().max(1000).exactOptional() }).exactOptional();
const share = z.number().min(0).max(100);
const words = z.array(prose(200)).max(60).default([]);

const material = z.object({
  id,
  name,
  aliases: z.object({ en: words, ko: words }).default({ en: [], ko: [] }),
  inci: prose(300).exactOptional(),
  cas: z.array(z.string().max(20)).max(60),
  kind: z.enum(materialKinds),
  grade: z.enum(grades).exactOptional(),
  family: z.enum(families),
  role: z.enum(roles),
  descriptors: z.array(z.string().max(60)).max(20).default([]),
  molecularFormula: fact(z.string().max(60)),
  molecularWeight: fact(z.number().positive().max(5000)),
  smiles: fact(z.string().max(500)),
  density: fact(z.number().positive().max(25)),
  vapourPressure: fact(z.number().nonnegative().max(1e7)),
  odourThreshold: fact(z.number().positive().max(1e6)),
  boilingPoint: fact(z.number().min(-273.15).max(2000)),
  blotterLife: fact(z.number().nonnegative().max(100_000)),
  typicalUse: fact(share),
  maximumUse: fact(share),
  defaultDilution: fact(z.number().positive().max(100)),
  constituents: z
    .array(
      z.object({
        cas: z.string().max(20),
        name: prose(200),
        typical: share,
        min: share.exactOptional(),
        max: share.exactOptional(),
        method,
        source: z.string().max(300),
      }),
    )
    .max(300)
    .exactOptional(),
  substitutes: z
    .array(z.object({ materialId: id, reason: z.object({ en: prose(500), ko: prose(500) }) }))
    .max(30)
    .exactOptional(),
  pairings: z.array(id).max(60).exactOptional(),
  hazards: z.array(z.string().max(40)).max(40).exactOptional(),
  hazardSource: z.string().max(300).exactOptional(),
  flags: z.array(z.string().max(60)).max(20).default([]),
});

/** What makes a file a recipe of ours, whatever its version. */
export const anyRecipeFile = z.object({ sillage: z.literal('recipe'), version: z.int().min(1) });

const shape = z.object({
  sillage: z.literal('recipe'),
  version: z.int(),
  name: name.default({ en: '', ko: '' }),
  brief: prose(20_000).default(''),
  product: product.optional(),
  formula: z.array(line),
  base: z.int().min(0).optional(),
  trials: z
    .array(
      z.object({
        name: name.default({ en: '', ko: '' }),
        note: prose(4000).default(''),
        parent: z.int().min(0).optional(),
        created: z.string().max(40).optional(),
        product: product.optional(),
        formula: z.array(line),
      }),
    )
    .max(2000)
    .default([]),
  accords: z
    .array(z.object({ recipe: id, trial: id, name, product, formula: z.array(line) }))
    .max(500)
    .default([]),
  materials: z
    .record(id, z.object({ name, cas: z.array(z.string().max(20)).max(60).default([]), own: material.optional() }))
    .default({}),
});

/** The file, or the places where it is not one. */
export function checkRecipeFile(
  value: unknown,
): { readonly file: RecipeFile } | { readonly issues: readonly string[] } {
  const checked = shape.safeParse(value);
  if (!checked.success) {
    return { issues: checked.error.issues.slice(0, 3).map(({ path, message }) => `${path.join('.')}: ${message}`) };
  }
  // zod knows ids as text; they are branded where they are matched with this library.
  return { file: checked.data as unknown as RecipeFile };
}
