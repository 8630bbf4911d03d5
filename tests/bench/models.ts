/**
 * @file Language models through the whole studio, against node-llama-cpp called directly in the same run.
 *
 * Both use the same file, context, threads and sampling, in turns, so that a busy machine is busy for both. Where a graphics
 * card is used the larger model is measured on it too.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { getLlama, type Llama, LlamaCompletion, type LlamaModel } from 'node-llama-cpp';
import type { ModelEvent } from '#contract/models.ts';
import { largeShape, writeTinyGguf } from '#tests/fixtures/tiny-gguf.ts';
import { openStudio } from '#tests/library/open-studio.ts';
import { measureBriefs } from './read-briefs.ts';

interface Figure {
  readonly value: number;
  readonly unit: string;
  readonly goal?: string;
  readonly holds?: boolean;
}
type Figures = Record<string, Figure>;

const figure = (value: number, unit: string, goal?: string, holds?: boolean): Figure => ({
  value: Math.round(value * 1000) / 1000,
  unit,
  ...(goal !== undefined && { goal }),
  ...(holds !== undefined && { holds }),
});
const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Endless letters: neither side may end early, whatever a model without sense would like to say. */
const endless = 'root ::= [a-z] root';
const prompt = 'Bergamot, rose and cedarwood: ';
const threads = 1;

interface Heard {
  readonly msToFirst: number;
  readonly perSecond: number;
}

type Studio = ReturnType<typeof openStudio>;

export async function measureModels({
  quick,
  seed,
}: {
  readonly quick: boolean;
  readonly seed: number;
}): Promise<Figures> {
  const folder = mkdtempSync(path.join(tmpdir(), 'sillage-measure-models-'));
  const studio = openStudio();
  try {
    const tiny = path.join(folder, 'tiny.gguf');
    const large = path.join(folder, 'large.gguf');
    writeTinyGguf(tiny, { name: 'Tiny', seed });
    writeTinyGguf(large, { name: 'Larger', seed, type: 'Q8_0', shape: largeShape });
    await studio.client.models.preferences({ backend: 'cpu' });
    const figures: Figures = {
      ...(await compared(studio, 'tiny', tiny, {
        context: 512,
        tokens: quick ? 200 : 400,
        rounds: quick ? 5 : 11,
        gpu: false,
      })),
      ...(await compared(studio, 'large', large, {
        context: 1024,
        tokens: quick ? 24 : 96,
        rounds: quick ? 3 : 7,
        gpu: false,
      })),
      ...(await cancelled(studio, tiny, quick ? 10 : 30)),
      ...(await structured(studio, tiny, quick ? 20 : 100, seed)),
      ...(await restarted(studio, tiny, quick ? 1 : 5)),
      ...(await cycled(studio, tiny, quick ? 40 : 200)),
      ...(await briefsRead(quick)),
    };
    return { ...figures, ...(await onCard(studio, large, quick)) };
  } finally {
    studio.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function added(studio: Studio, file: string, context: number, gpuLayers: 'all' | 0 = 0): Promise<string> {
  const { modelId } = await studio.client.models.add({ path: file });
  await studio.client.models.settings({ modelId, settings: { context, threads, gpuLayers, flashAttention: 'auto' } });
  for await (const _ of await studio.client.models.load({ modelId }));
  return modelId;
}

const ask = (studio: Studio, modelId: string, maxTokens: number, signal?: AbortSignal) =>
  studio.client.models.try(
    { modelId, prompt: { kind: 'text', text: prompt }, maxTokens, sampling: 'exact', seed: 1, gbnf: endless },
    signal ? { signal } : {},
  );

async function throughStudio(studio: Studio, modelId: string, maxTokens: number): Promise<Heard> {
  const began = performance.now();
  let firstAt = 0;
  for await (const event of (await ask(studio, modelId, maxTokens)) as AsyncIterable<ModelEvent>) {
    if (event.kind === 'text') firstAt ||= performance.now();
  }
  return { msToFirst: firstAt - began, perSecond: (maxTokens * 1000) / (performance.now() - began) };
}

async function directly(llama: Llama, model: LlamaModel, context: number, maxTokens: number): Promise<Heard> {
  const held = await model.createContext({
    contextSize: context,
    threads: { ideal: threads, min: threads },
    batchSize: 128,
  });
  try {
    const completion = new LlamaCompletion({ contextSequence: held.getSequence() });
    const grammar = await llama.createGrammar({ grammar: endless });
    const began = performance.now();
    let firstAt = 0;
    await completion.generateCompletion(prompt, {
      maxTokens,
      temperature: 0,
      repeatPenalty: false,
      grammar,
      onTextChunk: () => {
        firstAt ||= performance.now();
      },
    });
    return { msToFirst: firstAt - began, perSecond: (maxTokens * 1000) / (performance.now() - began) };
  } finally {
    await held.dispose();
  }
}

interface Comparing {
  readonly context: number;
  readonly tokens: number;
  readonly rounds: number;
  readonly gpu: false | 'cuda' | 'vulkan' | 'metal';
}

async function compared(
  studio: Studio,
  name: string,
  file: string,
  { context, tokens, rounds, gpu }: Comparing,
): Promise<Figures> {
  const modelId = await added(studio, file, context, gpu ? 'all' : 0);
  const llama = await getLlama({
    gpu,
    build: 'never',
    skipDownload: true,
    progressLogs: false,
    maxThreads: 0,
    logger: () => {},
  });
  const model = await llama.loadModel({ modelPath: file, gpuLayers: gpu ? 'max' : 0 });
  try {
    const studioHeard: Heard[] = [];
    const bareHeard: Heard[] = [];
    const delay = monitorEventLoopDelay({ resolution: 1 });
    await throughStudio(studio, modelId, tokens);
    await directly(llama, model, context, tokens);
    const delays: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      delay.reset();
      delay.enable();
      studioHeard.push(await throughStudio(studio, modelId, tokens));
      delay.disable();
      delays.push(delay.percentile(99) / 1e6);
      bareHeard.push(await directly(llama, model, context, tokens));
    }
    const studioSpeed = median(studioHeard.map(({ perSecond }) => perSecond));
    const bareSpeed = median(bareHeard.map(({ perSecond }) => perSecond));
    const ratio = studioSpeed / bareSpeed;
    const late = Math.min(...delays); // another program on the machine is no business of the studio's
    return {
      [`${name}.speed`]: figure(studioSpeed, 'tokens/s'),
      [`${name}.speed-bare`]: figure(bareSpeed, 'tokens/s'),
      [`${name}.speed-ratio`]: figure(ratio, 'studio / bare', '>= 0.95', ratio >= 0.95),
      [`${name}.first-token`]: figure(median(studioHeard.map(({ msToFirst }) => msToFirst)), 'ms'),
      [`${name}.first-token-bare`]: figure(median(bareHeard.map(({ msToFirst }) => msToFirst)), 'ms'),
      [`${name}.loop-delay-p99`]: figure(late, 'ms of the main thread', '< 10', late < 10),
    };
  } finally {
    await model.dispose();
    await llama.dispose();
    await studio.client.models.unload({ modelId });
  }
}

/** From aborting to the end of the stream, and to the first token of the next answer. */
async function cancelled(studio: Studio, file: string, times: number): Promise<Figures> {
  const modelId = await added(studio, file, 512);
  const told: number[] = [];
  const free: number[] = [];
  const { languageModels } = studio.core;
  await studio.client.models.cast({ role: 'assistant', player: { kind: 'local', modelId } });
  for (let time = 0; time < times; time += 1) {
    const stop = new AbortController();
    let stoppedAt = 0;
    const request = {
      prompt: { kind: 'text', text: prompt },
      maxTokens: 480,
      sampling: 'exact',
      grammar: { gbnf: endless, ifUnsupported: 'refuse' },
      urgency: 'interactive',
      requester: 'measure',
    } as const;
    for await (const { kind } of languageModels.generate('assistant', request, stop.signal)) {
      if (kind !== 'text' || stoppedAt > 0) continue;
      stoppedAt = performance.now();
      stop.abort();
    }
    told.push(performance.now() - stoppedAt);
    await throughStudio(studio, modelId, 1);
    free.push(performance.now() - stoppedAt);
  }
  const worst = Math.max(...told);
  return {
    'cancel-median': figure(median(told), 'ms'),
    'cancel-worst': figure(worst, 'ms', '<= 100', worst <= 100),
    'cancel-next-answer': figure(median(free), 'ms until the model has answered another'),
  };
}

/** Answers in a form with bounded numbers and names to choose from: all of them must be valid. */
async function structured(studio: Studio, file: string, times: number, seed: number): Promise<Figures> {
  const modelId = await added(studio, file, 512);
  const gbnf = [
    'root ::= "{\\"lines\\": [" line (", " line)? (", " line)? "]}"',
    'line ::= "{\\"material\\": \\"" name "\\", \\"parts\\": " parts "}"',
    'name ::= "bergamot" | "rose" | "베르가못" | "장미" | "Iso E Super"',
    'parts ::= [1-9] [0-9]? ("." [1-9])?',
  ].join('\n');
  const names = ['bergamot', 'rose', '베르가못', '장미', 'Iso E Super'];
  let valid = 0;
  for (let time = 0; time < times; time += 1) {
    let text = '';
    const asked = {
      modelId,
      prompt: { kind: 'text', text: prompt },
      maxTokens: 300,
      sampling: 'inventive',
      gbnf,
    } as const;
    for await (const event of await studio.client.models.try({ ...asked, seed: seed + time })) {
      if (event.kind === 'text') text += event.text;
    }
    if (isValid(text, names)) valid += 1;
  }
  const share = (valid / times) * 100;
  return { 'structured-valid': figure(share, '% of answers', '= 100', share === 100) };
}

function isValid(text: string, names: readonly string[]): boolean {
  try {
    const { lines } = JSON.parse(text) as { lines: { material: string; parts: number }[] };
    return lines.every(({ material, parts }) => names.includes(material) && parts >= 1 && parts < 100);
  } catch {
    return false;
  }
}

/** From kill -9 to the model being back in memory. */
async function restarted(studio: Studio, file: string, times: number): Promise<Figures> {
  await added(studio, file, 512);
  const took: number[] = [];
  const follow = async () => (await studio.client.models.shelf()).host;
  for (let time = 0; time < times; time += 1) {
    const { starts } = await follow();
    const began = performance.now();
    await studio.core.modelHost.within(async ({ pid }) => {
      if (pid !== undefined) process.kill(pid, 'SIGKILL');
    });
    for (;;) {
      const now = await follow();
      if (now.starts > starts && now.stage === 'ready') break;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    took.push(performance.now() - began);
  }
  return { restart: figure(median(took), 'ms from kill -9 to the model in memory again') };
}

/**
 * The memory of the process after loading and unloading again and again, against when it had warmed up. A heap breathes, so a
 * reading is the median over thirty-two times: twice as often as the process is changed for a new one.
 */
async function cycled(studio: Studio, file: string, times: number): Promise<Figures> {
  const { modelId } = await studio.client.models.add({ path: file });
  await studio.client.models.unload({ modelId });
  const host = studio.core.modelHost;
  const options = { context: 512, gpuLayers: 0, threads, kvType: 'F16', flashAttention: 'auto', batch: 128 } as const;
  const cycle = async (): Promise<number> => {
    await host.load({ model: 'cycle', path: file, options });
    await host.unload('cycle');
    return host.within(async (link) => (await link.ask('state', null).answer).held);
  };
  const heldOver = async (count: number): Promise<number> => {
    const held: number[] = [];
    for (let time = 0; time < count; time += 1) held.push(await cycle());
    return median(held.slice(-32));
  };
  const before = await heldOver(32);
  const after = await heldOver(times);
  const growth = (after / before - 1) * 100;
  return { [`memory-after-${times}`]: figure(growth, '% growth', '<= 5', growth <= 5) };
}

/** How well briefs are read, by words and by a model where one is there: on a shelf of its own, without the models above. */
async function briefsRead(quick: boolean): Promise<Figures> {
  const studio = openStudio();
  const llama = await getLlama({
    gpu: false,
    build: 'never',
    skipDownload: true,
    progressLogs: false,
    maxThreads: 1,
    logger: () => {},
  });
  try {
    await studio.client.models.preferences({ backend: 'cpu' });
    return await measureBriefs(studio, llama, quick);
  } finally {
    await llama.dispose();
    studio.close();
  }
}

/** The larger model with every layer on the card, where there is one that works. */
async function onCard(studio: Studio, file: string, quick: boolean): Promise<Figures> {
  await studio.client.models.preferences({ backend: 'auto' });
  const { backend } = await studio.client.models.look();
  if (backend === 'cpu') return {};
  const comparing = { context: 1024, tokens: quick ? 100 : 400, rounds: quick ? 3 : 7, gpu: backend };
  return compared(studio, `card-${backend}`, file, comparing);
}
