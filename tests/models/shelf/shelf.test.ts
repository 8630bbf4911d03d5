import { copyFileSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeTinyGguf } from '#tests/fixtures/tiny-gguf.ts';
import { all, openShelfStudio, type ShelfStudio } from './shelf-studio.ts';

let studio: ShelfStudio;
let rose: string;
const at = (...parts: string[]) => path.join(studio.files, ...parts);
const add = async (file: string) => (await studio.client.models.add({ path: file })).modelId;
const shelf = () => studio.client.models.shelf();
const modelCalled = async (name: string) => (await shelf()).models.find((model) => model.name === name);

beforeAll(async () => {
  studio = openShelfStudio();
  writeTinyGguf(at('rose.gguf'), { name: 'Rose' });
  rose = await add(at('rose.gguf'));
});
afterAll(() => {
  studio.close();
  rmSync(studio.files, { recursive: true, force: true });
});

describe('the shelf', () => {
  it('says what a file says of itself, and starts nothing for it', async () => {
    const model = await modelCalled('Rose');
    expect(model).toMatchObject({
      id: rose,
      origin: 'file',
      refused: null,
      isMissing: false,
      loaded: null,
      licence: { name: null, commercial: 'unknown' },
      facts: { architecture: 'llama', storedAs: 'F32', context: 512, isTied: false, hasChatTemplate: true },
    });
    expect((await shelf()).host).toMatchObject({ stage: 'off', starts: 0 });
  });

  it('refuses with a reason what llama.cpp must not see', async () => {
    writeFileSync(at('notes.gguf'), 'not a model at all, only some words');
    await expect(add(at('notes.gguf'))).rejects.toMatchObject({
      data: { code: 'model.refused', facts: { reason: 'not-gguf' } },
    });
    await expect(add(at('nowhere.gguf'))).rejects.toMatchObject({ data: { code: 'model.file-gone' } });
    await expect(add('rose.gguf')).rejects.toMatchObject({
      data: { code: 'model.invalid', facts: { reason: 'path' } },
    });
    await expect(add(studio.files)).rejects.toMatchObject({ data: { code: 'model.invalid' } });
  });

  it('takes the same file once, and knows a copy', async () => {
    expect(await add(at('rose.gguf'))).toBe(rose);
    copyFileSync(at('rose.gguf'), at('rose copy.gguf'));
    const copy = await add(`"${at('rose copy.gguf')}"`);
    expect((await shelf()).models.find(({ id }) => id === copy)?.copyOf).toBe('Rose');
    await studio.client.models.forget({ modelId: copy });
    expect((await shelf()).models.map(({ id }) => id)).not.toContain(copy);
  });

  it('finds models of other programs without copying them', async () => {
    const sha = 'a'.repeat(64);
    const ollama = at('ollama');
    mkdirSync(path.join(ollama, 'manifests/registry.ollama.ai/library/qwen2.5'), { recursive: true });
    mkdirSync(path.join(ollama, 'blobs'));
    writeTinyGguf(path.join(ollama, 'blobs', `sha256-${sha}`), { name: 'Qwen', seed: 3 });
    const layers = [{ mediaType: 'application/vnd.ollama.image.model', digest: `sha256:${sha}` }];
    writeFileSync(path.join(ollama, 'manifests/registry.ollama.ai/library/qwen2.5/7b'), JSON.stringify({ layers }));
    const hub = at('hub', 'models--org--Musk');
    mkdirSync(path.join(hub, 'blobs'), { recursive: true });
    mkdirSync(path.join(hub, 'snapshots/1'), { recursive: true });
    writeTinyGguf(path.join(hub, 'blobs', 'b'.repeat(64)), { name: 'Musk', seed: 4 });
    symlinkSync(path.join('../../blobs', 'b'.repeat(64)), path.join(hub, 'snapshots/1/musk.gguf'));
    symlinkSync(studio.files, at('hub', 'round'));
    writeFileSync(at('hub', 'broken.gguf'), Buffer.alloc(5000, 1));

    const stages = await all(studio.client.models.addFolder({ path: studio.files }));
    expect(stages.at(-1)).toMatchObject({ stage: 'done', refused: 1, added: 3 }); // the copy is found again, too
    expect(stages.find(({ stage }) => stage === 'refused')).toMatchObject({ name: 'broken.gguf', reason: 'not-gguf' });
    expect(await modelCalled('qwen2.5:7b')).toMatchObject({ origin: 'ollama', sha256: sha });
    expect(await modelCalled('Musk')).toMatchObject({ origin: 'hugging-face', sha256: 'b'.repeat(64) });
    expect((await shelf()).folders).toMatchObject([{ path: studio.files }]);
    const again = await all(studio.client.models.addFolder({ path: studio.files }));
    expect(again.at(-1)).toMatchObject({ stage: 'done', added: 0 });
    await expect(all(studio.client.models.addFolder({ path: at('no such folder') }))).rejects.toMatchObject({
      data: { code: 'model.invalid', facts: { reason: 'folder' } },
    });
  });

  it('lists folders and model files, and nothing else of them', async () => {
    writeFileSync(at('formula.txt'), 'secret');
    const listing = await studio.client.models.browse({ path: studio.files });
    expect(listing.folders).toEqual(['hub', 'ollama']);
    expect(listing.files.map(({ name }) => name)).toContain('rose.gguf');
    expect(JSON.stringify(listing)).not.toContain('formula');
  });

  it('gives roles to models, and those nobody was chosen for to the orchestrator', async () => {
    await studio.client.models.cast({ role: 'orchestrator', player: { kind: 'local', modelId: rose } });
    const roles = Object.fromEntries((await shelf()).roles.map(({ role, ...cast }) => [role, cast]));
    expect(roles.orchestrator).toMatchObject({ player: { modelId: rose }, isChosen: true });
    expect(roles.assistant).toMatchObject({ player: { modelId: rose }, isChosen: false });
    expect(studio.core.languageModels.stateOf('composer')).toMatchObject({
      kind: 'local',
      name: 'Rose',
      isLoaded: false,
    });
    await expect(
      studio.client.models.cast({ role: 'composer', player: { kind: 'local', modelId: 'nobody' } }),
    ).rejects.toMatchObject({ data: { code: 'model.not-found' } });
  });

  it('keeps settings for each model and refuses what cannot be', async () => {
    const settings = await studio.client.models.settings({ modelId: rose, settings: { context: 512, threads: 1 } });
    expect(settings).toMatchObject({ context: 512, threads: 1, gpuLayers: 'auto', kvType: 'F16' });
    await expect(studio.client.models.settings({ modelId: rose, settings: { context: 4096 } })).rejects.toMatchObject({
      data: { code: 'model.invalid', facts: { reason: 'context', text: '512' } },
    });
    const small = { kvType: 'Q8_0', flashAttention: false } as const;
    await expect(studio.client.models.settings({ modelId: rose, settings: small })).rejects.toMatchObject({
      data: { code: 'model.invalid', facts: { reason: 'setting' } },
    });
  });

  it('says what loading would do, loads, answers, measures, unloads, and tells it all as it happens', async () => {
    const stop = new AbortController();
    const seen: string[] = [];
    const following = (async () => {
      for await (const { host } of await studio.client.models.follow(undefined, { signal: stop.signal }))
        seen.push(host.stage);
    })().catch(() => undefined);
    await studio.client.models.preferences({ backend: 'cpu' });
    const [plan] = await studio.client.models.plan({ modelIds: [rose] });
    expect(plan).toMatchObject({ modelId: rose, outcome: 'fits', context: 512, gpuLayers: 0, vram: 0, unloads: [] });
    const stages = await all(studio.client.models.load({ modelId: rose }));
    expect(stages[0]).toMatchObject({ stage: 'planned' });
    expect(stages.at(-1)).toMatchObject({ stage: 'done', context: 512, gpuLayers: 0 });
    const events = await all(
      studio.client.models.try({
        modelId: rose,
        prompt: { kind: 'chat', messages: [{ speaker: 'user', text: '장미' }] },
        maxTokens: 40,
        gbnf: 'root ::= [a-z] root',
      }),
    );
    expect(events.at(-1)).toMatchObject({ kind: 'done', tokens: 40, isConstrained: true });
    const loaded = await modelCalled('Rose');
    expect(loaded?.loaded).toMatchObject({ context: 512, gpuLayers: 0 });
    expect(loaded?.speed).toBeGreaterThan(0);
    expect(loaded?.speedOn).toBe('cpu');
    expect((await shelf()).backend).toMatchObject({ backend: 'cpu', isSecondBest: false });
    await studio.client.models.unload({ modelId: rose });
    await expect.poll(async () => (await shelf()).host.stage).toBe('off');
    stop.abort();
    await following;
    expect(seen).toContain('ready');
    expect(studio.bugs).toEqual([]);
  });

  it('diagnoses, and names no folder and no user', async () => {
    const stages = await all(studio.client.models.diagnose({ modelId: rose }));
    const last = stages.at(-1);
    const diagnosis = last?.stage === 'done' ? last.diagnosis : undefined;
    expect(diagnosis).toMatchObject({ wish: 'cpu', problems: [], model: { name: 'Rose', architecture: 'llama' } });
    expect(diagnosis?.backend?.findings.map(({ backend }) => backend)).toEqual(['cuda', 'vulkan', 'metal', 'cpu']);
    expect(JSON.stringify(diagnosis)).not.toContain(studio.files);
  });

  it('makes a model that cannot be loaded part of the diagnosis', async () => {
    writeTinyGguf(at('gone.gguf'), { name: 'Gone', seed: 9 });
    const gone = await add(at('gone.gguf'));
    rmSync(at('gone.gguf'));
    expect((await modelCalled('Gone'))?.isMissing).toBe(true);
    const stages = await all(studio.client.models.diagnose({ modelId: gone }));
    const last = stages.at(-1);
    expect(last?.stage === 'done' && last.diagnosis.problems).toMatchObject([{ at: 'load', code: 'model.file-gone' }]);
  });
});
