import type { RecipeId } from '#foundation/ids.ts';
import type { WritableDb } from './db.ts';

/** What lay on the desk, on disk. */
export interface DeskStore {
  /** The front one first. */
  open(): readonly RecipeId[];
  keepOpen(recipeIds: readonly RecipeId[]): void;
  weighed(recipeId: RecipeId): readonly string[];
  keepWeighed(recipeId: RecipeId, marks: readonly string[]): void;
}

export function createDeskStore(db: WritableDb): DeskStore {
  const open = db.prepare<[], { recipe_id: RecipeId }>('SELECT recipe_id FROM open_recipe ORDER BY position');
  const clear = db.prepare('DELETE FROM open_recipe');
  const put = db.prepare(
    'INSERT INTO open_recipe (recipe_id, position) SELECT id, ? FROM recipe WHERE id = ? ON CONFLICT DO NOTHING',
  );
  const marks = db.prepare<[RecipeId], { mark: string }>('SELECT mark FROM weighed WHERE recipe_id = ?');
  const unmark = db.prepare('DELETE FROM weighed WHERE recipe_id = ?');
  const mark = db.prepare('INSERT INTO weighed (recipe_id, mark) VALUES (?, ?) ON CONFLICT DO NOTHING');
  return {
    open: () => open.all().map(({ recipe_id }) => recipe_id),
    keepOpen: (recipeIds) =>
      db.write(() => {
        clear.run();
        for (const [position, id] of recipeIds.entries()) put.run(position, id);
      }),
    weighed: (recipeId) => marks.all(recipeId).map((row) => row.mark),
    keepWeighed: (recipeId, kept) =>
      db.write(() => {
        unmark.run(recipeId);
        for (const one of kept) mark.run(recipeId, one);
      }),
  };
}
