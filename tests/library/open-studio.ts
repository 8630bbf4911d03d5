/** @file A whole studio without a window: a real library in a folder of its own, called through the real router. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createRouterClient } from '@orpc/server';
import type { StudioClient } from '#contract/contract.ts';
import { type Core, type CoreConfig, createCore } from '#core';
import type { Log } from '#foundation/log.ts';
import { createMemorySettings } from '#services/settings/memory-settings.ts';
import { layNewLibrary } from '#tests/fixtures/new-library.ts';

export const assetsFolder = path.resolve(import.meta.dirname, '../../assets');

/** A new empty folder that nobody else uses. */
export function temporaryFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'sillage-test-'));
}

export interface OpenStudio extends Disposable {
  readonly core: Core;
  readonly client: Client;
  readonly folder: string;
  /** Bugs that the log was told of. */
  readonly bugs: unknown[];
  close(): void;
}
type Client = StudioClient;

type StudioOptions = { folder?: string; locale?: string } & Pick<CoreConfig, 'searchSetup' | 'secrets'>;

/** Opens a studio; `folder` is left behind for whoever gave it, otherwise it goes with the studio. */
export function openStudio({ folder, locale = 'en', ...more }: StudioOptions = {}): OpenStudio {
  const libraryFolder = folder ?? temporaryFolder();
  const bugs: unknown[] = [];
  if (folder === undefined && locale === 'en') layNewLibrary(libraryFolder, (made) => coreIn(made, 'en', []).close());
  const core = coreIn(libraryFolder, locale, bugs, more);
  let isOpen = true;
  const close = () => {
    if (isOpen) void core.close();
    isOpen = false;
  };
  return {
    core,
    client: createRouterClient(core.router, { context: { transport: 'rest' } }),
    folder: libraryFolder,
    bugs,
    close,
    [Symbol.dispose]() {
      close();
      if (folder === undefined) rmSync(libraryFolder, { recursive: true, force: true });
    },
  };
}

function coreIn(libraryFolder: string, locale: string, bugs: unknown[], more: Partial<CoreConfig> = {}): Core {
  return createCore({
    libraryFolder,
    assetsFolder,
    appVersion: '0.0.0-test',
    host: 'headless',
    settings: createMemorySettings(locale),
    log: quietLog(bugs),
    ...more,
  });
}

function quietLog(bugs: unknown[]): Log {
  return { info() {}, warn() {}, bug: (error) => `bug-${bugs.push(error)}` };
}

/** The refusal that `asked` ends in: its kind, code and facts. Undefined when it was answered after all. */
export async function refusalOf(asked: Promise<unknown>): Promise<unknown> {
  try {
    await asked;
    return undefined;
  } catch (error) {
    const { code, data } = error as { code?: string; data?: { code?: string; facts?: unknown } };
    return data?.code === undefined ? error : { kind: code, code: data.code, facts: data.facts };
  }
}
