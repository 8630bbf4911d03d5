/** @file The process of the models with one tiny model in it, for tests that share it: starting takes longer than answering. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Log } from '#foundation/log.ts';
import { createLanguageModels } from '#intelligence/models/create-language-models.ts';
import { forkHost } from '#intelligence/models/host/host-process.ts';
import { type HostNeeds, superviseHost } from '#intelligence/models/host/supervise-host.ts';
import { inspectModel } from '#intelligence/models/inspect-model.ts';
import { createInspector } from '#intelligence/models/inspector.ts';
import type { ModelRole } from '#intelligence/models/language-models.ts';
import type { LoadOptions } from '#intelligence/models/load-options.ts';
import { createModelKeeper } from '#intelligence/models/model-keeper.ts';
import { usualSettings } from '#intelligence/models/model-settings.ts';
import type { ModelToPlay, Player } from '#intelligence/models/model-to-play.ts';
import { type TinyGguf, writeTinyGguf } from '#tests/fixtures/tiny-gguf.ts';

export const quietLog: Log = { info: () => {}, warn: () => {}, bug: String };

/** One thread on the processor, a small context. */
export const smallOptions: LoadOptions = {
  context: 512,
  gpuLayers: 0,
  threads: 1,
  kvType: 'F16',
  flashAttention: 'auto',
  batch: 128,
};

export interface SmallHost {
  readonly folder: string;
  readonly host: ReturnType<typeof superviseHost>;
  readonly keeper: ReturnType<typeof createModelKeeper>;
  readonly models: ReturnType<typeof createLanguageModels>;
  /** Writes a model into the folder and looks at it. */
  write(name: string, options?: TinyGguf): Promise<ModelToPlay>;
  /** Lets `player` play a role. */
  cast(role: ModelRole, player: Player | undefined): void;
  close(): Promise<void>;
}

export function openSmallHost(needs: Partial<HostNeeds> = {}): SmallHost {
  const folder = mkdtempSync(path.join(tmpdir(), 'sillage-models-'));
  const roles = new Map<ModelRole, Player>();
  const inspector = createInspector();
  const host = superviseHost({ start: forkHost, backend: async () => 'cpu', log: quietLog, ...needs });
  const keeper = createModelKeeper({ host, inspector, idleMinutes: () => 0, log: quietLog });
  const models = createLanguageModels({
    playerOf: async (role) => roles.get(role),
    castOf: (role) => roles.get(role),
    host,
    keeper,
  });
  return {
    folder,
    host,
    keeper,
    models,
    async write(name, options = {}) {
      const file = path.join(folder, `${name}.gguf`);
      writeTinyGguf(file, { name, ...options });
      const { verdict, bytes, written } = await inspectModel(file);
      if (verdict.kind !== 'fit') return Promise.reject(verdict);
      return {
        id: name,
        name,
        path: file,
        seen: { bytes, written },
        facts: verdict.facts,
        settings: { ...usualSettings, context: 512, threads: 1 },
        isDemonstration: false,
      };
    },
    cast(role, player) {
      if (player) roles.set(role, player);
      else roles.delete(role);
    },
    async close() {
      await keeper.close();
      await inspector.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
