/**
 * @file One recipe as a JSON file that stands on its own: formula, trials, the accords in them, and every material by id,
 * name and CAS, so that it can be read in a library that knows none of the ids. Materials of the perfumer's own come with
 * all their facts.
 */
import type { MaterialId, RecipeId, TrialId } from '#foundation/ids.ts';
import type { Formula, Line, Product } from '#perfumery/formula/formula.ts';
import type { Recipe, Trial } from '#perfumery/formula/recipe.ts';
import type { InTwoLanguages, Material } from '#perfumery/material/material.ts';
import type { LibraryMaterial } from '#perfumery/material/shelf.ts';

/** Goes up when an older studio could no longer read the file rightly. */
export const recipeFileVersion = 1;

export interface FileLine {
  readonly id?: string | undefined;
  /** A key of `materials`. */
  readonly material?: string | undefined;
  readonly accord?: { readonly recipe: string; readonly trial: string } | undefined;
  readonly parts: string;
  readonly dilution?: string | undefined;
  /** A key of `materials`. */
  readonly solvent?: string | undefined;
  readonly locked?: boolean | undefined;
  readonly carrier?: boolean | undefined;
  readonly note?: string | undefined;
}

export interface FileMaterial {
  readonly name: InTwoLanguages;
  readonly cas: readonly string[];
  /** All facts, where the material is the perfumer's own. */
  readonly own?: Material | undefined;
}

export interface FileTrial {
  readonly name: InTwoLanguages;
  readonly note: string;
  /** The place of its parent in `trials`, from 0. */
  readonly parent?: number | undefined;
  readonly created?: string | undefined;
  readonly product?: Product | undefined;
  readonly formula: readonly FileLine[];
}

export interface FileAccord {
  readonly recipe: string;
  readonly trial: string;
  readonly name: InTwoLanguages;
  readonly product: Product;
  readonly formula: readonly FileLine[];
}

export interface RecipeFile {
  readonly sillage: 'recipe';
  readonly version: number;
  readonly name: InTwoLanguages;
  readonly brief: string;
  readonly product?: Product | undefined;
  readonly formula: readonly FileLine[];
  /** The place, in `trials`, of the one the formula grew from. */
  readonly base?: number | undefined;
  readonly trials: readonly FileTrial[];
  /** Each after those it uses. */
  readonly accords: readonly FileAccord[];
  readonly materials: Readonly<Record<string, FileMaterial>>;
}

export interface FileSources {
  readonly recipe: Pick<Recipe, 'name' | 'brief' | 'product' | 'formula' | 'baseTrialId'>;
  /** All trials of the recipe, first kept first. */
  readonly trials: readonly Trial[];
  /** What its lines, and those of its trials, use as accords, to any depth. */
  readonly accords: readonly (Pick<Trial, 'id' | 'recipeId' | 'formula' | 'product'> & {
    readonly recipeName: InTwoLanguages;
  })[];
  readonly materialOf: (id: MaterialId) => LibraryMaterial | undefined;
}

/** Puts a recipe and all that belongs to it into the shape of the file. */
export function recipeFile({ recipe, trials, accords, materialOf }: FileSources): RecipeFile {
  const place = new Map(trials.map(({ id }, index) => [id, index]));
  const placeOf = (id: TrialId | undefined) => (id === undefined ? undefined : place.get(id));
  const base = placeOf(recipe.baseTrialId);
  const formulas = [recipe.formula, ...trials.map(({ formula }) => formula), ...accords.map(({ formula }) => formula)];
  const carriers = [recipe, ...trials, ...accords].map(({ product }) => product.carrierId);
  return {
    sillage: 'recipe',
    version: recipeFileVersion,
    name: recipe.name,
    brief: recipe.brief,
    product: recipe.product,
    formula: fileLines(recipe.formula),
    ...(base !== undefined && { base }),
    trials: trials.map(({ name, note, parentId, created, product, formula }) => {
      const parent = placeOf(parentId);
      return { name, note, ...(parent !== undefined && { parent }), created, product, formula: fileLines(formula) };
    }),
    accords: innermostFirst(accords).map(({ recipeId, id, recipeName, product, formula }) => ({
      recipe: recipeId,
      trial: id,
      name: recipeName,
      product,
      formula: fileLines(formula),
    })),
    materials: fileMaterials([...formulas.flatMap(materialsIn), ...carriers], materialOf),
  };
}

/** The file as text, as it is written: indented, one line break at the end. */
export function recipeFileText(file: RecipeFile): string {
  return `${JSON.stringify(file, null, 2)}\n`;
}

function fileLines({ lines }: Formula): readonly FileLine[] {
  return lines.map(({ id, ingredient, parts, dilution, solventId, locked, carrier, note }: Line) => ({
    id,
    ...(ingredient.kind === 'material'
      ? { material: ingredient.materialId }
      : { accord: { recipe: ingredient.recipeId, trial: ingredient.trialId } }),
    parts,
    ...(dilution !== '100' && { dilution }),
    ...(solventId && { solvent: solventId }),
    ...(locked && { locked }),
    ...(carrier && { carrier }),
    ...(note && { note }),
  }));
}

function materialsIn({ lines }: Formula): readonly MaterialId[] {
  return lines.flatMap(({ ingredient, solventId }) => [
    ...(ingredient.kind === 'material' ? [ingredient.materialId] : []),
    ...(solventId ? [solventId] : []),
  ]);
}

function fileMaterials(
  ids: readonly MaterialId[],
  materialOf: FileSources['materialOf'],
): Readonly<Record<string, FileMaterial>> {
  const unique = [...new Set(ids)].sort();
  return Object.fromEntries(
    unique.map((id) => {
      const found = materialOf(id);
      if (!found) return [id, { name: { en: '', ko: '' }, cas: [] }];
      const { name, cas } = found.material;
      return [id, { name, cas, ...(found.origin === 'own' && { own: found.material }) }];
    }),
  );
}

function innermostFirst<T extends { readonly id: TrialId; readonly formula: Formula; readonly recipeId: RecipeId }>(
  accords: readonly T[],
): readonly T[] {
  const byId = new Map(accords.map((accord) => [accord.id, accord]));
  const ordered = new Set<T>();
  const entered = new Set<TrialId>();
  const place = (accord: T) => {
    if (entered.has(accord.id)) return;
    entered.add(accord.id);
    for (const { ingredient } of accord.formula.lines) {
      const inner = ingredient.kind === 'accord' ? byId.get(ingredient.trialId) : undefined;
      if (inner) place(inner);
    }
    ordered.add(accord);
  };
  for (const accord of accords) place(accord);
  return [...ordered];
}
