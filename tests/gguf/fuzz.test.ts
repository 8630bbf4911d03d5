import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SeededRandom } from '#foundation/seeded-random.ts';
import { type Preflight, preflightAdapter, preflightModel } from '#intelligence/models/gguf/preflight.ts';
import { readHeader } from '#intelligence/models/gguf/read-header.ts';
import { writeTinyAdapter, writeTinyGguf } from '#tests/fixtures/tiny-gguf.ts';
import { type GoodFile, writeDamaged } from './damage.ts';
import { type Attempt, LlamaChild, type Outcome } from './llama-child.ts';
import { tensorsOfFile } from './tensors-of-file.ts';

/** `SILLAGE_FUZZ=full npx vitest run tests/gguf/fuzz` tries more and sends all that pass to llama.cpp; `SILLAGE_FUZZ_SEED=N` others. */
const isFull = process.env.SILLAGE_FUZZ === 'full';
const models = isFull ? 1000 : 200;
const adapters = isFull ? 300 : 60;
const toLlama = isFull ? Number.POSITIVE_INFINITY : 5;
const seed = Number(process.env.SILLAGE_FUZZ_SEED ?? 77);
const hour = 3_600_000;

let folder: string;
let base: GoodFile;
let adapter: GoodFile;
const child = new LlamaChild(60_000);
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'fuzz-'));
  const small = { width: 32, heads: 2, keyHeads: 1, feedForward: 64, layers: 2 };
  const model = path.join(folder, 'base.gguf');
  const lora = path.join(folder, 'adapter.gguf');
  writeTinyAdapter(lora, writeTinyGguf(model, { shape: small }).shape);
  [base, adapter] = await Promise.all([goodFile(model), goodFile(lora)]);
}, hour);
afterAll(() => {
  child.close();
  rmSync(folder, { recursive: true, force: true });
});

async function goodFile(file: string): Promise<GoodFile> {
  return { path: file, header: await readHeader(file), tensors: await tensorsOfFile(file) };
}

interface Fuzz {
  readonly good: GoodFile;
  readonly count: number;
  readonly seed: number;
  readonly check: (file: string) => Promise<Preflight>;
  readonly attempt: (file: string) => Attempt;
}

async function fuzz({ good, count, seed, check, attempt }: Fuzz) {
  const random = new SeededRandom(seed);
  const outcomes: Record<Outcome | 'refused' | 'untried', number> = {
    refused: 0,
    untried: 0,
    loaded: 0,
    error: 0,
    crash: 0,
    hang: 0,
  };
  const deaths: string[] = [];
  const reasons = new Set<string>();
  let slowest = 0;
  for (let n = 0; n < count; n++) {
    const file = path.join(folder, `damaged-${n}.gguf`);
    writeDamaged(good, file, random);
    const began = performance.now();
    const seen = await check(file);
    slowest = Math.max(slowest, performance.now() - began);
    if (seen.verdict === 'refused') {
      outcomes.refused += 1;
      reasons.add(seen.faults[0]!.reason);
    } else if (outcomes.loaded + outcomes.error < toLlama) {
      const outcome = await child.attempt(attempt(file));
      outcomes[outcome] += 1;
      if (outcome === 'crash' || outcome === 'hang') deaths.push(`${n}: ${outcome} ${child.lastWords}`);
    } else outcomes.untried += 1;
    rmSync(file);
  }
  return { outcomes, deaths, reasons, slowest };
}

describe('damaged files', () => {
  it(
    'that pass as models never end llama.cpp',
    async () => {
      const { outcomes, deaths, reasons, slowest } = await fuzz({
        good: base,
        count: models,
        seed,
        check: preflightModel,
        attempt: (model) => ({ model }),
      });
      console.info(
        `${models} models: ${JSON.stringify(outcomes)}, ${reasons.size} reasons, slowest ${slowest.toFixed(0)} ms`,
      );
      expect(deaths).toEqual([]);
      expect(outcomes.refused).toBeGreaterThan(models / 3);
      expect(outcomes.loaded + outcomes.error).toBeGreaterThan(0);
      expect(reasons.size).toBeGreaterThan(10);
    },
    hour,
  );

  it(
    'that pass as adapters never end llama.cpp',
    async () => {
      const { outcomes, deaths, reasons } = await fuzz({
        good: adapter,
        count: adapters,
        seed: seed + 1,
        check: (file) => preflightAdapter(file, base.header),
        attempt: (file) => ({ model: base.path, adapter: file }),
      });
      console.info(`${adapters} adapters: ${JSON.stringify(outcomes)}, ${reasons.size} reasons`);
      expect(deaths).toEqual([]);
      expect(outcomes.refused).toBeGreaterThan(adapters / 3);
      expect(outcomes.loaded + outcomes.error).toBeGreaterThan(0);
      expect(reasons.size).toBeGreaterThan(5);
    },
    hour,
  );
});
