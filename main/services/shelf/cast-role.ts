/** @file Who plays which role. Roles that nobody was chosen for follow the orchestrator, and he the newest model there is; the demonstration where there is no other. */
import { StudioError } from '#foundation/errors.ts';
import type { Cast } from '#intelligence/models/create-language-models.ts';
import type { ModelRole } from '#intelligence/models/language-models.ts';
import type { Player } from '#intelligence/models/model-to-play.ts';
import type { ModelServer, ServerKind } from '#intelligence/models/remote-server.ts';
import type { StoredPlayer } from '#library/sqlite/model-role-store.ts';
import type { StoredServer } from '#library/sqlite/model-server-store.ts';
import { playableModel, storedModel } from './find-model.ts';
import { preferencesIn } from './preferences.ts';
import type { ShelfNeeds } from './shelf-needs.ts';
import { inspectionOf, isDemonstration, nameOf, settingsOf, toPlay } from './stored-model.ts';

type CastNeeds = Pick<ShelfNeeds, 'models' | 'modelRoles' | 'modelServers' | 'modelPreferences'>;

/** Gives a role to a model or a server, or back to whoever plays when nobody was chosen. */
export function castRole(needs: ShelfNeeds) {
  return (role: ModelRole, player: StoredPlayer | null): void => {
    if (player?.kind === 'local') storedModel(needs, player.modelId);
    if (player?.kind === 'server' && !needs.modelServers.find(player.serverId)) {
      throw new StudioError('model.not-found', { modelId: player.serverId });
    }
    needs.write(() => (player ? needs.modelRoles.cast(role, player) : needs.modelRoles.clear(role)));
    needs.shelfChanged.announce();
  };
}

/** Who plays a role, by choice or because nobody was chosen. */
export function chosenFor(
  needs: CastNeeds,
  role: ModelRole,
): { readonly player: StoredPlayer; readonly isChosen: boolean } | undefined {
  const chosen = needs.modelRoles.playerOf(role);
  if (chosen) return { player: chosen, isChosen: true };
  const lead = role === 'orchestrator' ? undefined : needs.modelRoles.playerOf('orchestrator');
  if (lead) return { player: lead, isChosen: false };
  const fit = needs.models.all().filter((model) => isDemonstration(model) || toPlay(model));
  const own = fit.filter((model) => !isDemonstration(model)).toSorted((a, b) => b.added.localeCompare(a.added));
  const usual = own[0] ?? fit[0];
  return usual && { player: { kind: 'local', modelId: usual.id }, isChosen: false };
}

/** As far as it is known without opening a file. A server counts only while servers may be asked. */
export function castOf(needs: CastNeeds, role: ModelRole): Cast | undefined {
  const chosen = chosenFor(needs, role)?.player;
  if (!chosen) return undefined;
  if (chosen.kind === 'server') {
    const server = needs.modelServers.find(chosen.serverId);
    return server && preferencesIn(needs).areServersOn ? { kind: 'server', server: serverOf(server) } : undefined;
  }
  const model = needs.models.find(chosen.modelId);
  if (!model) return undefined;
  const { id } = model;
  const facts = inspectionOf(model)?.verdict.facts;
  const isDemo = isDemonstration(model);
  return {
    kind: 'local',
    model: { id, name: nameOf(model), settings: settingsOf(model), isDemonstration: isDemo, facts },
  };
}

/** The same, looked at. Refuses (`model.server-failed`, `off`) a server while servers may not be asked. */
export async function playerOf(needs: ShelfNeeds, role: ModelRole): Promise<Player | undefined> {
  const chosen = chosenFor(needs, role)?.player;
  if (!chosen) return undefined;
  if (chosen.kind === 'local') return { kind: 'local', model: await playableModel(needs, chosen.modelId) };
  const server = needs.modelServers.find(chosen.serverId);
  if (!server) return undefined;
  if (!preferencesIn(needs).areServersOn) {
    throw new StudioError('model.server-failed', { reason: 'off', name: server.name, detail: '' });
  }
  return { kind: 'server', server: serverOf(server) };
}

export function serverOf({ kind, ...server }: StoredServer): ModelServer {
  return { ...server, kind: kind as ServerKind };
}
