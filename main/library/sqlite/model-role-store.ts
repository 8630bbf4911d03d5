/** @file Who plays which role, on disk: a model of this machine or a server. */
import type { WritableDb } from './db.ts';

export type StoredPlayer =
  | { readonly kind: 'local'; readonly modelId: string }
  | { readonly kind: 'server'; readonly serverId: string };

export interface ModelRoleStore {
  playerOf(role: string): StoredPlayer | undefined;
  cast(role: string, player: StoredPlayer): void;
  clear(role: string): void;
}

export function createModelRoleStore(db: WritableDb): ModelRoleStore {
  const byRole = db.prepare<[string], { modelId: string | null; serverId: string | null }>(
    'SELECT model_id AS modelId, server_id AS serverId FROM model_role WHERE role = ?',
  );
  const put = db.prepare(`
    INSERT INTO model_role (role, model_id, server_id) VALUES (?, ?, ?)
    ON CONFLICT (role) DO UPDATE SET model_id = excluded.model_id, server_id = excluded.server_id`);
  const clear = db.prepare('DELETE FROM model_role WHERE role = ?');
  return {
    playerOf(role) {
      const { modelId, serverId } = byRole.get(role) ?? {};
      if (modelId) return { kind: 'local', modelId };
      return serverId ? { kind: 'server', serverId } : undefined;
    },
    cast: (role, player) =>
      void put.run(
        role,
        player.kind === 'local' ? player.modelId : null,
        player.kind === 'server' ? player.serverId : null,
      ),
    clear: (role) => void clear.run(role),
  };
}
