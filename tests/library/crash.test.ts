import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { openStudio, temporaryFolder } from '#tests/library/open-studio.ts';
import { randomFrom } from '#tests/library/random-edit.ts';

const script = path.join(import.meta.dirname, 'edit-forever.ts');

/** Lets a studio edit until it has acknowledged `edits`, kills it at once or `delay` ms later, and answers the last revision heard. */
function killWhileEditing(
  folder: string,
  recipeId: string,
  seed: number,
  edits: number,
  delay: number,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, folder, recipeId, String(seed)], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    let complained = '';
    const heard = () => said.split('\n').slice(0, -1).map(Number);
    child.stderr.on('data', (chunk) => (complained += chunk));
    child.stdout.on('data', (chunk) => {
      said += chunk;
      if (heard().length >= edits && !child.killed) {
        if (delay > 0) setTimeout(() => child.kill('SIGKILL'), delay);
        else child.kill('SIGKILL');
      }
    });
    child.on('close', (_, signal) => {
      if (signal === 'SIGKILL') resolve(heard().at(-1) ?? 0);
      else reject(new Error(`the studio ended by itself: ${complained}`));
    });
  });
}

it('kill -9 while editing loses at most the keystroke in flight, and never damages the library', async () => {
  const folder = temporaryFolder();
  try {
    const recipeId = await newRecipe(folder);
    const random = randomFrom(20261121);
    let before = 1;
    for (let round = 0; round < 14; round++) {
      const edits = 5 + Math.floor(random() * 25);
      const delay = random() < 0.5 ? 0 : random() * 12;
      const acknowledged = await killWhileEditing(folder, recipeId, round, edits, delay);
      expect(acknowledged).toBeGreaterThanOrEqual(before + edits);
      before = await lookAtWhatIsLeft(folder, recipeId, acknowledged);
    }
    expect(before).toBeGreaterThan(200);
    await undoAll(folder, recipeId);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 180_000);

async function newRecipe(folder: string): Promise<string> {
  using studio = openStudio({ folder });
  return (await studio.client.recipes.create({ name: { en: 'Rose', ko: '장미' } })).id;
}

async function lookAtWhatIsLeft(folder: string, recipeId: string, acknowledged: number): Promise<number> {
  using studio = openStudio({ folder });
  const { client, core } = studio;
  expect(core.library.db.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(core.library.db.pragma('foreign_key_check')).toEqual([]);
  const left = await client.recipes.open({ recipeId });
  expect([acknowledged, acknowledged + 1]).toContain(left.revision);
  expect(left.lineCount).toBe(left.formula.lines.length);
  if (!left.canUndo) return left.revision;
  await client.recipes.undo({ recipeId });
  const { revision } = await client.recipes.redo({ recipeId });
  const again = await client.recipes.open({ recipeId });
  expect([again.formula, again.product]).toEqual([left.formula, left.product]);
  return revision;
}

async function undoAll(folder: string, recipeId: string): Promise<void> {
  using studio = openStudio({ folder });
  const { client } = studio;
  for (let canUndo = true; canUndo; ) canUndo = (await client.recipes.undo({ recipeId })).canUndo;
  expect((await client.recipes.open({ recipeId })).formula.lines).toEqual([]);
}
