import { StudioError } from '#foundation/errors.ts';
import { type MaterialId, newId, type RecipeId, type TrialId } from '#foundation/ids.ts';
import { emptyShelf } from '#library/material-library.ts';
import type { Formula, Ingredient, Product } from '#perfumery/formula/formula.ts';
import type { Recipe } from '#perfumery/formula/recipe.ts';
import type { Understood, UnderstoodAccord, UnderstoodTrial } from '#perfumery/interchange/understood.ts';
import type { InTwoLanguages, Material } from '#perfumery/material/material.ts';
import { freeName } from '#services/free-name.ts';
import { checkFacts, foldName } from '#services/materials/check-material.ts';
import { keepMaterial } from '#services/materials/keep-material.ts';
import type { MaterialNeeds } from '#services/materials/material-needs.ts';
import { checkFormula } from '#services/recipes/check-lines.ts';
import { checkProduct } from '#services/recipes/check-product.ts';
import { usualProduct } from '#services/recipes/create-recipe.ts';
import { openRecipe } from '#services/recipes/open-recipe.ts';
import type { RecipeNeeds } from '#services/recipes/recipe-needs.ts';
import { tellChanged } from '#services/recipes/tell-changed.ts';

export interface KeepingNeeds extends RecipeNeeds, Pick<MaterialNeeds, 'materials' | 'hasDescriptor'> {
  readonly announceMaterial: MaterialNeeds['announce'];
}

/** Accords of the file by their trial, under the ids they have here. */
export type KeptAccords = ReadonlyMap<TrialId, Extract<Ingredient, { kind: 'accord' }>>;

/** Keeps what was read as a new recipe, with everything that came with it. */
export function keepUnderstood(given: KeepingNeeds) {
  return (understood: Understood): Recipe => openRecipe(given)(keepWithAll(given)(understood).recipeId);
}

/** What came along with what was kept. */
export interface KeptAlong {
  /** Recipes made for the accords a file brought, the innermost first. */
  readonly accordIds: readonly RecipeId[];
  /** Somebody's own materials it brought. */
  readonly materialIds: readonly MaterialId[];
}

/** Keeps what was read as a new recipe, with its trials, and says what came along with it. All of it or nothing. */
export function keepWithAll(given: KeepingNeeds) {
  return (understood: Understood): KeptAlong & { readonly recipeId: RecipeId } => {
    const { result: recipeId, ...along } = keepAlong(given, understood, (needs, accords) =>
      keepRecipe(needs, understood, accords),
    );
    for (const id of [...along.accordIds, recipeId]) tellChanged(given)(id);
    return { recipeId, ...along };
  };
}

/** Adds the accords and materials that came with `understood` and are not here yet, around `act`, which may name them. */
export function keepAlong<T>(
  given: KeepingNeeds,
  understood: Pick<Understood, 'accords' | 'materials'>,
  act: (needs: KeepingNeeds, accords: KeptAccords) => T,
): KeptAlong & { readonly result: T } {
  const brought = (understood.materials ?? []).filter(({ id }) => !given.hasMaterial(id));
  const ids = new Set(brought.map(({ id }) => id));
  const needs = { ...given, hasMaterial: (id: Material['id']) => ids.has(id) || given.hasMaterial(id) };
  return needs.write(() => {
    const accordIds: RecipeId[] = [];
    const accords = new Map<TrialId, Extract<Ingredient, { kind: 'accord' }>>();
    for (const accord of understood.accords ?? []) {
      const kept = keepAccord(needs, accord, accords);
      accords.set(accord.trialId, kept);
      accordIds.push(kept.recipeId);
    }
    const result = act(needs, accords);
    // Last, because the materials in force are also kept in memory, which no transaction takes back.
    for (const material of brought) keepBrought(given, material);
    return { result, accordIds, materialIds: [...ids] };
  });
}

function keepAccord(
  needs: KeepingNeeds,
  { name, formula, product, recipeId, trialId }: UnderstoodAccord,
  earlier: KeptAccords,
): Extract<Ingredient, { kind: 'accord' }> {
  if (earlier.has(trialId)) throw new StudioError('formula.cycle', { recipeId });
  const id = newRecipe(needs, { name, brief: '', formula: withAccords(formula, earlier), product });
  const trial: UnderstoodTrial = { name, note: '', formula, product };
  const [kept] = keepTrials(needs, { recipeId: id, trials: [trial], product, accords: earlier });
  needs.recipes.setBase(id, kept);
  return { kind: 'accord', recipeId: id, trialId: kept ?? trialId };
}

function keepRecipe(needs: KeepingNeeds, understood: Understood, accords: KeptAccords): RecipeId {
  const { name, brief, product = usualProduct, formula, trials, base } = understood;
  const id = newRecipe(needs, { name, brief, product, formula: withAccords(formula, accords) });
  const kept = keepTrials(needs, { recipeId: id, trials, product, accords });
  needs.recipes.setBase(id, base === undefined ? undefined : kept[base]);
  return id;
}

interface Content {
  readonly name: InTwoLanguages;
  readonly brief: string;
  readonly product: Product;
  readonly formula: Formula;
}

function newRecipe(needs: KeepingNeeds, { name, brief, product, formula }: Content): RecipeId {
  const id = newId<RecipeId>();
  checkProduct(needs)(product, product === usualProduct ? product : undefined);
  checkFormula(needs)(id, formula);
  const created = needs.now();
  const head = { id, name, isExample: false, archived: false, created, updated: created };
  needs.recipes.insert({ ...head, brief, product, formula });
  return id;
}

interface Trials {
  readonly recipeId: RecipeId;
  readonly trials: readonly UnderstoodTrial[];
  /** For trials that do not say. */
  readonly product: Product;
  readonly accords: KeptAccords;
}

function keepTrials(needs: KeepingNeeds, { recipeId, trials, product: usual, accords }: Trials): readonly TrialId[] {
  const ids: TrialId[] = [];
  const created = needs.now();
  for (const [index, { name, note, parent, formula: written, product = usual }] of trials.entries()) {
    const formula = withAccords(written, accords);
    checkProduct(needs)(product, product === usualProduct ? product : undefined);
    checkFormula(needs)(recipeId, formula);
    const id = newId<TrialId>();
    const parentId = parent === undefined ? undefined : ids[parent];
    const grown = parentId && { parentId };
    needs.trials.insert({ id, recipeId, ...grown, number: index + 1, name, note, formula, product, created });
    ids.push(id);
  }
  needs.recipes.countTrials(recipeId, created);
  return ids;
}

/** The formula with the accords of the file as they are kept here. */
export function withAccords({ lines }: Formula, accords: KeptAccords): Formula {
  return {
    lines: lines.map((line) => {
      const here = line.ingredient.kind === 'accord' ? accords.get(line.ingredient.trialId) : undefined;
      return here ? { ...line, ingredient: here } : line;
    }),
  };
}

/** Adds somebody's own material under its own id, under a free name, without words that are not in this vocabulary. */
function keepBrought(needs: KeepingNeeds, { id, ...facts }: Material): void {
  const { materials, hasDescriptor, announceMaterial, now } = needs;
  const taken = new Set(materials.all().flatMap(({ material: { name } }) => [foldName(name.en), foldName(name.ko)]));
  const isTaken = (text: string) => taken.has(foldName(text));
  const name = { en: freeName(facts.name.en, isTaken), ko: freeName(facts.name.ko, isTaken) };
  const checked = checkFacts(needs)(id, { ...facts, name, descriptors: facts.descriptors.filter(hasDescriptor) });
  keepMaterial({ materials, announce: announceMaterial, now })({
    id,
    origin: 'own',
    facts: { ...checked },
    shelf: emptyShelf,
    archived: false,
    revision: 1,
  });
}
