/** @file What a column of somebody's collection may hold: a fact or shelf entry of a material, or a line of a recipe. */

export const collectionKinds = ['materials', 'recipes'] as const;
export type CollectionKind = (typeof collectionKinds)[number];

export const materialFields = [
  'name',
  'name-en',
  'name-ko',
  'cas',
  'inci',
  'aliases',
  'kind',
  'family',
  'role',
  'descriptors',
  'supplier',
  'sku',
  'price-kilogram',
  'price-gram',
  'currency',
  'price-date',
  'stock',
  'location',
  'note',
  'molecular-weight',
  'density',
  'vapour-pressure',
  'typical-use',
  'maximum-use',
] as const;
export type MaterialField = (typeof materialFields)[number];

export const recipeFields = [
  'recipe',
  'name',
  'cas',
  'parts',
  'dilution',
  'solvent',
  'line-note',
  'locked',
  'carrier',
] as const;
export type RecipeField = (typeof recipeFields)[number];

export const collectionFields = [...new Set<MaterialField | RecipeField>([...materialFields, ...recipeFields])];
export type CollectionField = MaterialField | RecipeField;

/** What each column holds, in the order of the columns; null for one that is left aside. No field stands twice. */
export type ColumnMapping = readonly (CollectionField | null)[];

/** What to do with something the library has already. `keep-both` adds it under a free name. */
export const duplicateChoices = ['skip', 'update', 'keep-both'] as const;
export type DuplicateChoice = (typeof duplicateChoices)[number];

/** The fields that a collection of this kind may have. */
export function fieldsOf(kind: CollectionKind): readonly CollectionField[] {
  return kind === 'materials' ? materialFields : recipeFields;
}

/** Whether so much is mapped that something can be read. */
export function isMappingEnough(kind: CollectionKind, mapping: ColumnMapping): boolean {
  const has = (field: CollectionField) => mapping.includes(field);
  if (kind === 'materials') return has('name') || has('name-en') || has('name-ko') || has('cas');
  return has('recipe') && (has('name') || has('cas')) && has('parts');
}
