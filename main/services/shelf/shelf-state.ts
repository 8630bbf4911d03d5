/** @file The whole shelf as a window shows it. */
import { access } from 'node:fs/promises';
import type { BackendChoice } from '#intelligence/models/choose-backend.ts';
import type { HostState } from '#intelligence/models/host/supervise-host.ts';
import { isLike } from '#intelligence/models/known-models.ts';
import { type ModelRole, modelRoles } from '#intelligence/models/language-models.ts';
import type { ModelSettings } from '#intelligence/models/model-settings.ts';
import type { ShelfFacts } from '#intelligence/models/shelf-facts.ts';
import type { StoredDownload } from '#library/sqlite/model-download-store.ts';
import type { StoredFolder } from '#library/sqlite/model-folder-store.ts';
import type { StoredPlayer } from '#library/sqlite/model-role-store.ts';
import type { StoredServer } from '#library/sqlite/model-server-store.ts';
import type { ModelOrigin, StoredModel } from '#library/sqlite/model-store.ts';
import { duplicatesAmong } from './add-model.ts';
import { chosenFor } from './cast-role.ts';
import { licenceOf, type ModelLicence } from './licence-of.ts';
import { lookAt } from './look-at-model.ts';
import { preferencesIn, type ShelfPreferences } from './preferences.ts';
import type { DownloadNow } from './running-downloads.ts';
import type { ShelfNeeds } from './shelf-needs.ts';
import { inspectionOf, isDemonstration, nameOf, settingsOf } from './stored-model.ts';

export interface ShelfModel {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly label: string;
  readonly origin: ModelOrigin;
  readonly isDemonstration: boolean;
  /** Its file is no longer there. */
  readonly isMissing: boolean;
  /** null until somebody looked. */
  readonly facts: Omit<ShelfFacts, 'weights'> | null;
  /** Why llama.cpp must not see it; null where it may. */
  readonly refused: { readonly reason: string; readonly detail: string } | null;
  readonly sha256: string | null;
  readonly licence: ModelLicence;
  /** The published model it looks like. */
  readonly knownAs: string | null;
  /** The name of the model whose copy it is. */
  readonly copyOf: string | null;
  readonly settings: ModelSettings;
  readonly loaded: {
    readonly context: number;
    readonly gpuLayers: number;
    readonly ram: number;
    readonly vram: number;
  } | null;
  /** Tokens per second, as last measured. */
  readonly speed: number | null;
  readonly speedOn: string | null;
  readonly used: string | null;
}

export interface ShelfState {
  readonly models: readonly ShelfModel[];
  readonly roles: readonly {
    readonly role: ModelRole;
    readonly player: StoredPlayer | null;
    readonly isChosen: boolean;
  }[];
  readonly servers: readonly StoredServer[];
  readonly folders: readonly StoredFolder[];
  readonly downloads: readonly (Omit<StoredDownload, 'refusal'> & {
    readonly refusal: { readonly code: string; readonly facts: Readonly<Record<string, unknown>> } | null;
    readonly now: DownloadNow | null;
  })[];
  readonly host: Pick<HostState, 'stage' | 'starts'> & {
    readonly breaker: {
      readonly state: 'closed' | 'open' | 'half-open';
      readonly failures: number;
      readonly retryAt: number | null;
    };
    readonly lastEnding: HostState['lastEnding'];
    readonly memory: {
      readonly ramFree: number;
      readonly ramTotal: number;
      readonly vramFree: number;
      readonly vramTotal: number;
    } | null;
    readonly release: string | null;
    readonly cores: number | null;
  };
  /** null until something was needed of a model. */
  readonly backend: BackendChoice | null;
  readonly preferences: ShelfPreferences;
  readonly modelsFolder: string;
}

export function shelfState(needs: ShelfNeeds) {
  const looked = new Set<string>();
  return async (): Promise<ShelfState> => {
    const stored = needs.models.all();
    for (const model of stored) {
      if (model.seen || !isDemonstration(model) || looked.has(model.path)) continue;
      looked.add(model.path); // whoever added another model had it looked at
      void lookAt(needs, model).catch((error: unknown) => needs.log.bug(error));
    }
    const copies = duplicatesAmong(stored);
    const { stage, starts, breaker, lastEnding, facts } = needs.host.state;
    const { ramFree, ramTotal, vramFree, vramTotal } = facts?.memory ?? {};
    return {
      models: await Promise.all(stored.map((model) => shelfModel(needs, model, copies.get(model.id)))),
      roles: modelRoles.map((role) => {
        const chosen = chosenFor(needs, role);
        return { role, player: chosen?.player ?? null, isChosen: chosen?.isChosen ?? false };
      }),
      servers: needs.modelServers.all(),
      folders: needs.modelFolders.all(),
      downloads: needs.modelDownloads.all().map((download) => ({
        ...download,
        refusal: download.refusal as ShelfState['downloads'][number]['refusal'],
        now: needs.downloads.now(download.id) ?? null,
      })),
      host: {
        stage,
        starts,
        lastEnding,
        breaker: { state: breaker.state, failures: breaker.failures, retryAt: breaker.retryAt ?? null },
        memory:
          ramFree === undefined || ramTotal === undefined
            ? null
            : { ramFree, ramTotal, vramFree: vramFree ?? 0, vramTotal: vramTotal ?? 0 },
        release: facts?.release ?? null,
        cores: facts?.cores ?? null,
      },
      backend: needs.backend.chosen ?? null,
      preferences: preferencesIn(needs),
      modelsFolder: needs.modelsFolder,
    };
  };
}

async function shelfModel(needs: ShelfNeeds, model: StoredModel, copyOf: string | undefined): Promise<ShelfModel> {
  const verdict = inspectionOf(model)?.verdict;
  const { weights: _, ...facts } = verdict?.facts ?? { weights: undefined };
  const known = verdict?.facts && needs.known.find((one) => isLike(one, verdict.facts as ShelfFacts));
  const loaded = needs.host.state.loaded.find((one) => one.model === model.id)?.facts;
  return {
    id: model.id,
    name: nameOf(model),
    path: model.path,
    label: model.label,
    origin: model.origin,
    isDemonstration: isDemonstration(model),
    isMissing: await isGone(model.path),
    facts: verdict?.facts ? (facts as Omit<ShelfFacts, 'weights'>) : null,
    refused: verdict?.kind === 'refused' ? { reason: verdict.reason, detail: verdict.detail } : null,
    sha256: model.sha256,
    licence: licenceOf(verdict?.facts, known),
    knownAs: known?.name ?? null,
    copyOf: copyOf ?? null,
    settings: settingsOf(model),
    loaded: loaded
      ? { context: loaded.context, gpuLayers: loaded.gpuLayers, ram: loaded.ram, vram: loaded.vram }
      : null,
    speed: model.speed,
    speedOn: model.backend,
    used: model.used,
  };
}

const isGone = (file: string): Promise<boolean> =>
  access(file).then(
    () => false,
    () => true,
  );
