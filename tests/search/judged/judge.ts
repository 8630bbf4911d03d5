/**
 * @file What an answer is worth to a question of the judged set, decided by fields and never by what search made of them.
 *
 * A material has the fields of the catalogue, a recipe those it was written from (library.json). Law is read off the shipped
 * lists by CAS number. A wish is met wholly, by half (a descriptor that is not among a material's first two) or not at all;
 * the grade is 3 when every wish is met, 2 from two thirds, 1 from a half, and 0 when a `must` fails or a `never` holds.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Family, Material } from '#perfumery/material/material.ts';

type Condition =
  | { readonly field: string; readonly any: readonly string[] }
  | { readonly field: string; readonly min?: number; readonly max?: number };

export const queryClasses = [
  'mood',
  'season',
  'combined',
  'descriptor',
  'family',
  'name',
  'ingredient',
  'negation',
  'price',
  'regulation',
  'rating',
  'typo',
  'unseen',
] as const;

export interface JudgedQuery {
  readonly id: string;
  readonly class: (typeof queryClasses)[number];
  readonly lang: 'ko' | 'en' | 'mixed';
  readonly text: string;
  readonly kind?: 'material' | 'recipe';
  readonly wants: readonly Condition[];
  readonly must?: readonly Condition[];
  readonly never?: readonly Condition[];
}

export interface JudgedRecipe {
  readonly key: string;
  readonly name: { readonly en?: string; readonly ko?: string };
  readonly brief: { readonly en?: string; readonly ko?: string };
  readonly lines: readonly { readonly materialId: string; readonly parts: string }[];
  readonly fields: Readonly<Record<string, string | readonly string[]>>;
  /** 0..10, as the perfumer smelled it. */
  readonly liking?: number;
}

export interface JudgedLibrary {
  readonly recipes: readonly JudgedRecipe[];
  readonly shelf: Readonly<Record<string, { readonly perKg: number; readonly stock: string | null }>>;
}

/** Something that can be an answer. */
export interface Judged {
  readonly kind: 'material' | 'recipe';
  /** The id of the material, or the key of the recipe. */
  readonly key: string;
  readonly lists: Readonly<Record<string, readonly string[]>>;
  readonly numbers: Readonly<Record<string, number | undefined>>;
}

export const judgedLibrary = read<JudgedLibrary>('library.json');
export const judgedQueries = read<readonly JudgedQuery[]>('queries.json');
/** Descriptions with the family they are of. */
export const judgedDescriptions = read<readonly { readonly family: Family; readonly text: string }[]>('families.json');

/** A material as it is judged. `law` holds the CAS numbers of restricted or prohibited substances and of declared allergens. */
export function judgedMaterial(
  material: Material,
  law: { restricted: ReadonlySet<string>; allergens: ReadonlySet<string> },
): Judged {
  const { id, family, descriptors, role, kind } = material;
  const shelf = judgedLibrary.shelf[id];
  const substances = [...material.cas, ...(material.constituents ?? []).map(({ cas }) => cas)];
  return {
    kind: 'material',
    key: id,
    lists: {
      id: [id],
      family: [family],
      descriptor: descriptors,
      role: [role],
      origin: [kind],
      // a question that names no kind of thing may be answered by a material that smells so
      sweet: descriptors.filter((one) => one === 'sweet'),
      mood: descriptors.filter((one) => one === 'clean'),
    },
    numbers: {
      price: shelf?.perKg,
      stock: shelf?.stock ? Number(shelf.stock) : undefined,
      restricted: substances.filter((cas) => law.restricted.has(cas)).length,
      allergens: substances.filter((cas) => law.allergens.has(cas)).length,
    },
  };
}

/** A recipe as it is judged; `passes` are the categories in which the safety engine passes it at its dosage. */
export function judgedRecipe({ key, lines, fields, liking }: JudgedRecipe, passes: readonly string[]): Judged {
  const lists = Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, [value].flat()]));
  return {
    kind: 'recipe',
    key,
    lists: { ...lists, contains: lines.map(({ materialId }) => materialId), passes },
    numbers: { liking },
  };
}

/** 0 to 3: what `answer` is worth to `query`. */
export function gradeOf(answer: Judged, query: JudgedQuery): number {
  if (query.kind && answer.kind !== query.kind) return 0;
  if (query.must?.some((condition) => met(answer, condition) === 0)) return 0;
  if (query.never?.some((condition) => met(answer, condition) > 0)) return 0;
  const share = query.wants.reduce((sum, wish) => sum + met(answer, wish), 0) / query.wants.length;
  return share >= 1 ? 3 : share >= 2 / 3 ? 2 : share >= 1 / 2 ? 1 : 0;
}

function met(answer: Judged, condition: Condition): number {
  if ('any' in condition) {
    const at = (answer.lists[condition.field] ?? []).findIndex((value) => condition.any.includes(value));
    if (at < 0) return 0;
    return condition.field === 'descriptor' && at > 1 ? 0.5 : 1;
  }
  const value = answer.numbers[condition.field];
  if (value === undefined) return 0;
  return (condition.min === undefined || value >= condition.min) &&
    (condition.max === undefined || value <= condition.max)
    ? 1
    : 0;
}

function read<Content>(name: string): Content {
  return JSON.parse(readFileSync(path.join(import.meta.dirname, name), 'utf8')) as Content;
}
