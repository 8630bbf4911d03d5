/**
 * @file The history of a recipe's edits on disk, so that undo outlives the program.
 *
 * Edits are numbered from 1. The first `done` of them are in force; what is beyond was undone and can be redone.
 */
import type { RecipeId, TrialId } from '#foundation/ids.ts';
import type { EditKind, RecipeChange } from '#perfumery/formula/recipe.ts';
import type { WritableDb } from './db.ts';

export interface Edit {
  readonly kind: EditKind;
  /** Who made it: edits of one caller may run together, edits of two never do. */
  readonly origin: string;
  readonly change: RecipeChange;
  /** Where the edit also changed which trial the working formula grew from. */
  readonly base?: { readonly before: TrialId | null; readonly after: TrialId };
}

export interface Position {
  readonly done: number;
  readonly total: number;
}

export interface EditStore {
  position(recipeId: RecipeId): Position;
  at(recipeId: RecipeId, number: number): Edit | undefined;
  /** Adds an edit behind those in force and forgets what was undone. */
  push(recipeId: RecipeId, edit: Edit, made: string): void;
  /** Puts `edit` in the place of the last one in force. */
  replaceLast(recipeId: RecipeId, edit: Edit, made: string): void;
  /** Forgets the last edit in force, and what was undone. */
  dropLast(recipeId: RecipeId): void;
  /** Says how many edits are in force; for undo and redo. */
  moveTo(recipeId: RecipeId, done: number): void;
}

interface Row {
  kind: EditKind;
  origin: string;
  change: string;
  base_before: TrialId | null;
  base_after: TrialId | null;
}

export function createEditStore(db: WritableDb): EditStore {
  const position = db.prepare<{ recipeId: RecipeId }, Position>(`
    SELECT edits_done AS done,
           coalesce((SELECT max(number) FROM edit WHERE recipe_id = @recipeId), 0) AS total
    FROM recipe WHERE id = @recipeId`);
  const at = db.prepare<[RecipeId, number], Row>(
    'SELECT kind, origin, change, base_before, base_after FROM edit WHERE recipe_id = ? AND number = ?',
  );
  const forget = db.prepare('DELETE FROM edit WHERE recipe_id = ? AND number > ?');
  const put = db.prepare(`
    INSERT INTO edit (recipe_id, number, kind, origin, change, base_before, base_after, made)
    VALUES (@recipeId, @number, @kind, @origin, @change, @baseBefore, @baseAfter, @made)
    ON CONFLICT (recipe_id, number) DO UPDATE SET
      kind = excluded.kind, origin = excluded.origin, change = excluded.change, base_before = excluded.base_before,
      base_after = excluded.base_after, made = excluded.made`);
  const move = db.prepare('UPDATE recipe SET edits_done = ? WHERE id = ?');
  const whereIs = (recipeId: RecipeId): Position => position.get({ recipeId }) ?? { done: 0, total: 0 };
  const write = (recipeId: RecipeId, number: number, { kind, origin, change, base }: Edit, made: string) =>
    put.run({
      recipeId,
      number,
      kind,
      origin,
      change: JSON.stringify(change),
      baseBefore: base?.before ?? null,
      baseAfter: base?.after ?? null,
      made,
    });

  return {
    position: whereIs,
    at(recipeId, number) {
      const row = at.get(recipeId, number);
      if (!row) return undefined;
      return {
        kind: row.kind,
        origin: row.origin,
        change: JSON.parse(row.change) as RecipeChange,
        ...(row.base_after !== null && { base: { before: row.base_before, after: row.base_after } }),
      };
    },
    push(recipeId, edit, made) {
      const { done } = whereIs(recipeId);
      forget.run(recipeId, done);
      write(recipeId, done + 1, edit, made);
      move.run(done + 1, recipeId);
    },
    replaceLast(recipeId, edit, made) {
      write(recipeId, whereIs(recipeId).done, edit, made);
    },
    dropLast(recipeId) {
      const { done } = whereIs(recipeId);
      forget.run(recipeId, done - 1);
      move.run(done - 1, recipeId);
    },
    moveTo: (recipeId, done) => void move.run(done, recipeId),
  };
}
