import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeTinyGguf } from '#tests/fixtures/tiny-gguf.ts';
import { temporaryFolder } from '#tests/library/open-studio.ts';
import { all, openShelfStudio, type ShelfStudio } from './shelf-studio.ts';

let folder: string;
let studio: ShelfStudio | undefined;
beforeEach(() => {
  folder = path.join(temporaryFolder(), 'demonstration');
  process.env.SILLAGE_DEMONSTRATION = folder;
});
afterEach(() => {
  delete process.env.SILLAGE_DEMONSTRATION;
  if (studio) {
    studio.close();
    rmSync(studio.files, { recursive: true, force: true });
  }
  studio = undefined;
  rmSync(path.dirname(folder), { recursive: true, force: true });
});

function ship(): void {
  mkdirSync(folder);
  writeTinyGguf(path.join(folder, 'demonstration.gguf'), { name: 'Demonstration', shape: { context: 2048 } });
  writeFileSync(path.join(folder, 'manifest.json'), '{}');
}
const stateOf = (one: ShelfStudio) => one.core.languageModels.stateOf('assistant');

describe('the demonstration model', () => {
  it('plays every role until there is another, and says what it is', async () => {
    ship();
    studio = openShelfStudio();
    const { models, roles } = await studio.client.models.shelf();
    expect(models).toMatchObject([{ id: 'demonstration', isDemonstration: true, origin: 'shipped', isMissing: false }]);
    expect(roles.every(({ player, isChosen }) => player?.kind === 'local' && !isChosen)).toBe(true);
    expect(stateOf(studio)).toMatchObject({ kind: 'local', isDemonstration: true });

    const said = await all(studio.client.assistant.talk({ message: 'hello', language: 'en' }));
    const started = said.find((event) => event.what === 'model' && event.event.kind === 'started');
    expect(started).toMatchObject({ event: { modelName: 'Demonstration', isDemonstration: true } });
    expect(said.at(-1)?.what).toBe('done');

    const own = path.join(studio.files, 'own.gguf');
    writeTinyGguf(own, { name: 'Own', seed: 2 });
    const { modelId } = await studio.client.models.add({ path: own });
    expect(stateOf(studio)).toMatchObject({ kind: 'local', modelId, isDemonstration: false });
    await studio.client.models.forget({ modelId });
    expect(stateOf(studio)).toMatchObject({ modelId: 'demonstration' });
  });

  it('may be missing: nobody plays, and the engine answers with its own facts', async () => {
    studio = openShelfStudio();
    expect((await studio.client.models.shelf()).models).toEqual([]);
    expect(stateOf(studio)).toEqual({ kind: 'nobody' });
    const said = await all(studio.client.assistant.talk({ message: 'hello', language: 'en' }));
    expect(said.map(({ what }) => what)).toEqual(['plan', 'facts', 'done']);
    const read = await all(studio.client.assistant.readBrief({ text: 'A light rose.', language: 'en' }));
    expect(read.map((event) => event.what === 'reading' && event.by)).toEqual(['lexicon']);
  });
});
