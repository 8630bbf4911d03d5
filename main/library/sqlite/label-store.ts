/** @file Tags, favourites and the accord library, on disk. A label that says nothing is not kept. */
import type { MaterialId, RecipeId } from '#foundation/ids.ts';
import type { MaterialLabel, RecipeLabel } from '#perfumery/formula/label.ts';
import type { WritableDb } from './db.ts';

export interface LabelStore {
  recipes(): readonly RecipeLabel[];
  materials(): readonly MaterialLabel[];
  recipe(recipeId: RecipeId): RecipeLabel;
  material(materialId: MaterialId): MaterialLabel;
  putRecipe(label: RecipeLabel): void;
  putMaterial(label: MaterialLabel): void;
}

interface RecipeRow {
  recipe_id: RecipeId;
  tags: string;
  is_favourite: number;
  is_accord: number;
}
interface MaterialRow {
  material_id: MaterialId;
  tags: string;
  is_favourite: number;
}

export function createLabelStore(db: WritableDb): LabelStore {
  const recipes = db.prepare<[], RecipeRow>('SELECT * FROM recipe_label ORDER BY recipe_id');
  const materials = db.prepare<[], MaterialRow>('SELECT * FROM material_label ORDER BY material_id');
  const recipe = db.prepare<[RecipeId], RecipeRow>('SELECT * FROM recipe_label WHERE recipe_id = ?');
  const material = db.prepare<[MaterialId], MaterialRow>('SELECT * FROM material_label WHERE material_id = ?');
  const clearRecipe = db.prepare('DELETE FROM recipe_label WHERE recipe_id = ?');
  const clearMaterial = db.prepare('DELETE FROM material_label WHERE material_id = ?');
  const putRecipe = db.prepare(
    'INSERT INTO recipe_label (recipe_id, tags, is_favourite, is_accord) VALUES (?, ?, ?, ?)',
  );
  const putMaterial = db.prepare('INSERT INTO material_label (material_id, tags, is_favourite) VALUES (?, ?, ?)');
  return {
    recipes: () => recipes.all().map(recipeOf),
    materials: () => materials.all().map(materialOf),
    recipe(recipeId) {
      const row = recipe.get(recipeId);
      return row ? recipeOf(row) : { recipeId, tags: [], isFavourite: false, isAccord: false };
    },
    material(materialId) {
      const row = material.get(materialId);
      return row ? materialOf(row) : { materialId, tags: [], isFavourite: false };
    },
    putRecipe({ recipeId, tags, isFavourite, isAccord }) {
      clearRecipe.run(recipeId);
      if (tags.length === 0 && !isFavourite && !isAccord) return;
      putRecipe.run(recipeId, JSON.stringify(tags), isFavourite ? 1 : 0, isAccord ? 1 : 0);
    },
    putMaterial({ materialId, tags, isFavourite }) {
      clearMaterial.run(materialId);
      if (tags.length === 0 && !isFavourite) return;
      putMaterial.run(materialId, JSON.stringify(tags), isFavourite ? 1 : 0);
    },
  };
}

function recipeOf({ recipe_id, tags, is_favourite, is_accord }: RecipeRow): RecipeLabel {
  return {
    recipeId: recipe_id,
    tags: JSON.parse(tags) as string[],
    isFavourite: is_favourite === 1,
    isAccord: is_accord === 1,
  };
}

function materialOf({ material_id, tags, is_favourite }: MaterialRow): MaterialLabel {
  return { materialId: material_id, tags: JSON.parse(tags) as string[], isFavourite: is_favourite === 1 };
}
