/** @file Model servers of the own network: looked at only after the address was confirmed, used only while servers are on. */
import { StudioError } from '#foundation/errors.ts';
import { newId } from '#foundation/ids.ts';
import { refuseForeign, serverAddress } from '#intelligence/models/remote-address.ts';
import { modelsOf } from '#intelligence/models/remote-model.ts';
import type { ServerKind } from '#intelligence/models/remote-server.ts';
import type { StoredServer } from '#library/sqlite/model-server-store.ts';
import { preferencesIn } from './preferences.ts';
import type { ShelfNeeds } from './shelf-needs.ts';

export interface ServerDraft {
  readonly serverId?: string | undefined;
  readonly name: string;
  readonly address: string;
  readonly kind: ServerKind;
  readonly model: string;
  readonly context: number;
}

/** Asks a server which models it has. Refuses (`model.server-failed`, `off`) while servers may not be asked. */
export function lookAtServer(needs: ShelfNeeds) {
  return async (
    address: string,
    signal?: AbortSignal,
  ): Promise<{ readonly address: string; readonly models: string[] }> => {
    const clean = serverAddress(address);
    const { host: name } = new URL(clean);
    if (!preferencesIn(needs).areServersOn)
      throw new StudioError('model.server-failed', { reason: 'off', name, detail: '' });
    return { address: clean, models: await modelsOf({ name, address: clean }, signal ?? new AbortController().signal) };
  };
}

/** Keeps a server, new or changed. Refuses (`model.invalid`) an address out of the own network. */
export function keepServer(needs: ShelfNeeds) {
  return async ({ serverId, ...draft }: ServerDraft): Promise<StoredServer> => {
    const address = serverAddress(draft.address);
    await refuseForeign(address);
    const before = serverId === undefined ? undefined : needs.modelServers.find(serverId);
    const stored: StoredServer = {
      ...draft,
      address,
      id: before?.id ?? newId<string>(),
      added: before?.added ?? needs.now(),
    };
    needs.write(() => needs.modelServers.put(stored));
    needs.shelfChanged.announce();
    return stored;
  };
}

/** Forgets a server; roles it played go back. */
export function forgetServer(needs: ShelfNeeds) {
  return (serverId: string): void => {
    needs.write(() => needs.modelServers.remove(serverId));
    needs.shelfChanged.announce();
  };
}
