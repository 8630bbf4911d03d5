/** @file What the whole window knows: the core behind the bridge, the materials, the regulation and the settings. */
import { create } from 'zustand';
import type { StudioClient } from '#contract/contract.ts';
import type { Settings } from '#contract/settings.ts';
import type { MaterialId } from '#foundation/ids.ts';
import { createMaterialFinder } from '#perfumery/material/find-material.ts';
import { judgedMaterial } from '#perfumery/material/lot-composition.ts';
import type { Material } from '#perfumery/material/material.ts';
import type { LibraryMaterial } from '#perfumery/material/shelf.ts';
import { createJudge } from '#perfumery/safety/judge.ts';
import type { Regulation } from '#perfumery/safety/regulation.ts';

export type StudioInfo = Awaited<ReturnType<StudioClient['studio']['info']>>;
type Materials = ReadonlyMap<MaterialId, LibraryMaterial>;

interface Studio {
  readonly client: StudioClient;
  readonly info: StudioInfo;
  readonly settings: Settings;
  readonly regulation: Regulation;
  readonly materials: Materials;
  /** The safety engine over `materials` and `regulation`; a new one whenever either changes. */
  readonly judge: ReturnType<typeof createJudge>;
  /** Finds a material by what was typed; archived ones are not offered. */
  readonly finder: ReturnType<typeof createMaterialFinder>;
  readonly connection: 'connected' | 'lost';
}

export const useStudio = create<Studio>(() => ({}) as Studio);

/** Fetches what the window needs before it can be used, all at once. */
export async function loadStudio(client: StudioClient): Promise<void> {
  const [info, settings, regulation, list] = await Promise.all([
    client.studio.info(),
    client.settings.get(),
    client.safety.regulation(),
    client.materials.list(),
  ]);
  const materials = new Map(list.map((one) => [one.material.id, one]));
  useStudio.setState({
    client,
    info,
    settings,
    regulation,
    connection: 'connected',
    ...derived(materials, regulation),
  });
}

/** Follows materials that change, from this window or another, until `signal` aborts. `onMissed`: more changed at once than is told. */
export async function followMaterials(
  client: StudioClient,
  signal: AbortSignal,
  onMissed: () => Promise<void>,
): Promise<void> {
  while (!signal.aborted) {
    for await (const changed of await client.materials.watch(undefined, { signal }))
      keepMaterial(changed as LibraryMaterial);
    if (!signal.aborted) await onMissed();
  }
}

/** Fetches the tables in force again, with the engine that depends on them. */
export async function fetchRegulation(): Promise<void> {
  const { client, materials } = useStudio.getState();
  const [regulation, info] = await Promise.all([client.safety.regulation(), client.studio.info()]);
  useStudio.setState({ regulation, info, ...derived(materials, regulation) });
}

/** Follows which table is in force, whichever window chose it, until `signal` aborts. */
export async function followRegulation(client: StudioClient, signal: AbortSignal): Promise<void> {
  for await (const _ of await client.regulation.watch(undefined, { signal })) await fetchRegulation();
}

/** Puts one changed material in place, with the engine and the finder that depend on it. */
export function keepMaterial(changed: LibraryMaterial): void {
  const { materials, regulation } = useStudio.getState();
  useStudio.setState(derived(new Map(materials).set(changed.material.id, changed), regulation));
}

/** Puts a whole new list in place of the materials. */
export function replaceMaterials(materials: Materials): void {
  useStudio.setState(derived(materials, useStudio.getState().regulation));
}

/** Changes settings, here at once and in the core. */
export async function changeSettings(patch: Partial<Settings>): Promise<void> {
  const { client, settings } = useStudio.getState();
  useStudio.setState({ settings: { ...settings, ...patch } });
  useStudio.setState({ settings: await client.settings.set(patch) });
}

/** The facts of a material with the composition in use, or undefined where the library has no such id. */
export function materialOf(id: MaterialId): Material | undefined {
  return judgedIn(useStudio.getState().materials, id);
}

function judgedIn(materials: Materials, id: MaterialId): Material | undefined {
  const entry = materials.get(id);
  return entry && judgedMaterial(entry);
}

function derived(materials: Materials, regulation: Regulation) {
  return {
    materials,
    judge: createJudge({ regulation, materials: (id) => judgedIn(materials, id) }),
    finder: createMaterialFinder([...materials.values()].filter(({ archived }) => !archived)),
  };
}
