/** @file A studio to be killed: edits one recipe without end and tells its parent of each edit that was acknowledged. */
import { writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { toWire } from '#api/to-wire.ts';
import { openStudio } from '#tests/library/open-studio.ts';
import { randomEdit, randomFrom } from '#tests/library/random-edit.ts';

const [, , folder = '', recipeId = '', seed = ''] = process.argv;
flushCompileCache(); // who is killed leaves nothing compiled to whoever comes after
const { client } = openStudio({ folder });
const random = randomFrom(Number(seed));
for (;;) {
  const recipe = await client.recipes.open({ recipeId });
  if (random() < 0.15 && recipe.canUndo) {
    const { revision } = await client.recipes.undo({ recipeId });
    writeSync(1, `${revision}\n`);
    continue;
  }
  const { kind, change } = randomEdit(recipe, random);
  const { revision } = await client.recipes.edit({ recipeId, revision: recipe.revision, kind, change: toWire(change) });
  writeSync(1, `${revision}\n`);
}
