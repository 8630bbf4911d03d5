/** @file Briefs on disk, and which recipe works towards which. */
import type { BriefId, RecipeId } from '#foundation/ids.ts';
import type { Brief, BriefFacts } from '#perfumery/brief/brief.ts';
import type { WritableDb } from './db.ts';

export interface BriefStore {
  /** The next deadline first, then those without one, newest first. */
  all(): readonly Brief[];
  find(id: BriefId): Brief | undefined;
  /** Keeps `brief`, whose revision is one above the one on disk. False when that is no longer so. */
  put(brief: Brief): boolean;
  remove(id: BriefId): void;
  of(recipeId: RecipeId): Brief | undefined;
  /** The recipes that work towards it. */
  recipesOf(id: BriefId): readonly RecipeId[];
  /** Says which brief a recipe works towards; undefined: none. */
  give(recipeId: RecipeId, briefId: BriefId | undefined): void;
}

interface Row {
  id: BriefId;
  name: string;
  client: string;
  deadline: string | null;
  facts: string;
  revision: number;
  created: string;
  updated: string;
}

export function createBriefStore(db: WritableDb): BriefStore {
  const all = db.prepare<[], Row>('SELECT * FROM brief ORDER BY deadline IS NULL, deadline, id DESC');
  const byId = db.prepare<[BriefId], Row>('SELECT * FROM brief WHERE id = ?');
  const ofRecipe = db.prepare<[RecipeId], Row>(
    'SELECT brief.* FROM brief JOIN recipe_brief ON brief_id = brief.id WHERE recipe_id = ?',
  );
  const recipes = db.prepare<[BriefId], { recipe_id: RecipeId }>(
    'SELECT recipe_id FROM recipe_brief WHERE brief_id = ? ORDER BY recipe_id',
  );
  const insert = db.prepare(`
    INSERT INTO brief (id, name, client, deadline, facts, revision, created, updated)
    VALUES (@id, @name, @client, @deadline, @facts, @revision, @created, @updated) ON CONFLICT DO NOTHING`);
  const update = db.prepare(`
    UPDATE brief SET name = @name, client = @client, deadline = @deadline, facts = @facts, revision = @revision,
                     updated = @updated WHERE id = @id AND revision = @revision - 1`);
  const remove = db.prepare('DELETE FROM brief WHERE id = ?');
  const take = db.prepare('DELETE FROM recipe_brief WHERE recipe_id = ?');
  const give = db.prepare('INSERT INTO recipe_brief (recipe_id, brief_id) VALUES (?, ?)');
  return {
    all: () => all.all().map(briefOf),
    find(id) {
      const row = byId.get(id);
      return row && briefOf(row);
    },
    put({ id, name, client, deadline = null, words, references, limits, wishes, revision, created, updated }) {
      const facts = JSON.stringify({ words, references, limits, wishes });
      const { changes } = update.run({ id, name, client, deadline, facts, revision, updated });
      if (changes === 1) return true;
      if (revision !== 1) return false;
      return insert.run({ id, name, client, deadline, facts, revision, created, updated }).changes === 1;
    },
    remove: (id) => void remove.run(id),
    of(recipeId) {
      const row = ofRecipe.get(recipeId);
      return row && briefOf(row);
    },
    recipesOf: (id) => recipes.all(id).map(({ recipe_id }) => recipe_id),
    give(recipeId, briefId) {
      take.run(recipeId);
      if (briefId) give.run(recipeId, briefId);
    },
  };
}

function briefOf({ id, name, client, deadline, facts, revision, created, updated }: Row): Brief {
  const rest = JSON.parse(facts) as Pick<BriefFacts, 'words' | 'references' | 'limits' | 'wishes'>;
  return { id, name, client, ...(deadline !== null && { deadline }), ...rest, revision, created, updated };
}
