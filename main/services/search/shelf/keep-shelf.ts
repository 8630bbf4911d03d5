/**
 * @file Keeps the shelf of what can be found up to date, in small slices beside everything else.
 *
 * Everything there is, is a source with a stamp. What the cache holds under the same stamp is taken over; the rest is made
 * anew: at the start what changed since, afterwards what an event names, with the formulas that use a changed material.
 */
import { createHash } from 'node:crypto';
import { Changes } from '#foundation/changes.ts';
import type { MaterialId, RecipeId, TrialId } from '#foundation/ids.ts';
import { inTurns } from '#foundation/slices.ts';
import type { Breath } from '#foundation/task.ts';
import type { CachedSource, FindableCache } from '#library/sqlite/findable-cache.ts';
import type { SourceStamps } from '#library/sqlite/source-stamps.ts';
import type { LibraryMaterial } from '#perfumery/material/shelf.ts';
import type { Findable } from '#services/search/items/findable.ts';
import type { ItemNeeds } from '#services/search/items/item-needs.ts';
import { materialItems } from '#services/search/items/material-items.ts';
import { recipeItems } from '#services/search/items/recipe-items.ts';
import { trialItems } from '#services/search/items/trial-items.ts';
import type { FindableShelf } from './findable-shelf.ts';

export interface ShelfNeeds extends ItemNeeds {
  readonly stamps: SourceStamps;
  readonly cache: Pick<FindableCache, 'page' | 'put' | 'drop'>;
  readonly breath: Breath;
}

/** `reading`: what was kept is being looked through; `making`: `left` of `total` sources are made anew. */
export interface ShelfState {
  readonly stage: 'resting' | 'reading' | 'making';
  readonly left: number;
  readonly total: number;
}

export interface KeptShelf {
  readonly state: () => ShelfState;
  readonly changes: Changes<ShelfState>;
  /** Looks through everything; runs until `signal` aborts. */
  run(signal: AbortSignal): Promise<void>;
  /** Something about these changed. */
  touchMaterial(id: MaterialId): void;
  touchMaterials(): void;
  /** `trials`: what its trials are found by may have changed too. */
  touchRecipe(id: RecipeId, trials: boolean): void;
  dropRecipe(id: RecipeId): void;
  /** Anything may have changed. */
  touchAll(): void;
  /** Everything is put on the shelf anew, as it stands. */
  rereadAll(): void;
  /** Ids put or gone, told after each slice. */
  follow(listener: (change: { readonly put: readonly string[]; readonly gone: readonly string[] }) => void): () => void;
}

/** Goes up when what is made of a source changes in kind, so that nothing made by an older studio is taken over. */
const makings = 2;
const pageSize = 200;
const written = 100;

export function keepShelf(needs: ShelfNeeds, shelf: FindableShelf): KeptShelf {
  const { breath, cache, stamps, materials } = needs;
  const changes = new Changes<ShelfState>();
  const listeners = new Set<(change: { put: readonly string[]; gone: readonly string[] }) => void>();
  const queue = new Set<string>();
  const trialsOf = new Map<RecipeId, Set<TrialId>>();
  const facts = new WeakMap<LibraryMaterial, string>();
  const held = new Map<string, string>();
  const unsaved = new Map<string, CachedSource>();
  /** Materials whose formulas have not been asked for yet. */
  const changed = new Set<string>();
  let state: ShelfState = { stage: 'resting', left: 0, total: 0 };
  let isAllAsked = true;
  let rules = '';
  let wake = () => {};

  const tell = (next: ShelfState) => {
    state = next;
    changes.announce(state);
  };
  const ask = (source: string) => {
    queue.add(source);
    wake();
  };
  const makers = { material: materialItems(needs), recipe: recipeItems(needs), trial: trialItems(needs) };

  function make(source: string): readonly Findable[] {
    const at = source.indexOf(':');
    const id = source.slice(at + 1);
    const kind = source.slice(0, at);
    if (kind === 'material') return makers.material(id as MaterialId);
    return kind === 'recipe' ? makers.recipe(id as RecipeId) : makers.trial(id as TrialId);
  }

  /** What a formula is judged, priced and smelled by of one material. */
  function factsOf(id: string): string {
    const entry = materials.find(id as MaterialId);
    if (!entry) return '-';
    const known = facts.get(entry);
    if (known) return known;
    const hash = hashOf(JSON.stringify([entry.material, entry.shelf.price]));
    facts.set(entry, hash);
    return hash;
  }

  function rulesNow(): string {
    const { tableId, regulation } = needs.inForce.now();
    const { amendment, checked } = regulation.ifra;
    return hashOf(JSON.stringify([makings, tableId, amendment, checked, needs.exchange()]));
  }

  /** The part of the stamp that the library itself knows; undefined where the source is gone. */
  function bareStamp(source: string): string | undefined {
    const at = source.indexOf(':');
    const id = source.slice(at + 1);
    const kind = source.slice(0, at);
    if (kind === 'recipe') return stamps.recipe(id as RecipeId)?.stamp;
    if (kind === 'trial') return stamps.trial(id as TrialId)?.stamp;
    return materialStamp(id as MaterialId);
  }

  function materialStamp(id: MaterialId): string | undefined {
    const entry = materials.find(id);
    if (!entry) return undefined;
    const { shelf: onShelf, archived, ownFields } = entry;
    const tags = needs.labels.material(id).tags;
    return JSON.stringify([factsOf(id), onShelf, archived, ownFields.length, tags, needs.stockOfLots(id) ?? '']);
  }

  /** Bare stamp, rules, and the facts of every material in it. */
  function wholeStamp(source: string, bare: string, found: readonly Findable[]): string {
    const inside = source.startsWith('material:')
      ? []
      : [...new Set(found.flatMap((one) => one.item.facets.materials))];
    return hashOf([bare, rules, ...inside.sort().map(factsOf)].join('\n'));
  }

  function announce(put: readonly string[], gone: readonly string[]): void {
    if (put.length + gone.length > 0) for (const listen of listeners) listen({ put, gone });
  }

  function place(source: string, found: readonly Findable[]): void {
    const before = shelf.idsOf(source);
    shelf.put(source, found);
    const put = found.map(({ item }) => item.id);
    announce(
      put,
      before.filter((id) => !put.includes(id)),
    );
  }

  function forget(source: string): void {
    const gone = shelf.idsOf(source);
    shelf.drop(source);
    held.delete(source);
    queue.delete(source);
    unsaved.delete(source);
    cache.drop([source]);
    announce([], gone);
  }

  function note({ recipeId, id }: { readonly recipeId: RecipeId; readonly id: TrialId }): void {
    const ids = trialsOf.get(recipeId) ?? new Set();
    ids.add(id);
    trialsOf.set(recipeId, ids);
  }

  async function rested(until: number): Promise<number> {
    if (breath.now() < until) return until;
    await breath.rest();
    return breath.now() + breath.slice;
  }

  /** Every source there is now, with its bare stamp. */
  async function sourcesNow(signal: AbortSignal): Promise<Map<string, string>> {
    const now = new Map<string, string>();
    let until = breath.now() + breath.slice;
    for (const { material } of materials.all()) {
      now.set(`material:${material.id}`, materialStamp(material.id) ?? '');
      until = await rested(until);
    }
    for (let after = ''; !signal.aborted; ) {
      const page = stamps.recipes(after, pageSize);
      for (const { id, stamp } of page) now.set(`recipe:${id}`, stamp);
      until = await rested(until);
      if (page.length < pageSize) break;
      after = page.at(-1)?.id ?? '';
    }
    trialsOf.clear();
    for (let after = ''; !signal.aborted; ) {
      const page = stamps.trials(after, pageSize);
      for (const trial of page) {
        now.set(`trial:${trial.id}`, trial.stamp);
        note(trial);
      }
      until = await rested(until);
      if (page.length < pageSize) break;
      after = page.at(-1)?.id ?? '';
    }
    return now;
  }

  /** Takes over what is kept and still true, asks for the rest, forgets what is gone. */
  async function lookThrough(signal: AbortSignal): Promise<void> {
    isAllAsked = false;
    rules = rulesNow();
    tell({ stage: 'reading', left: 0, total: 0 });
    await inTurns(shelf.readying(), breath);
    const now = await sourcesNow(signal);
    if (signal.aborted) return;
    let until = breath.now() + breath.slice;
    for (const source of [...shelf.sources()]) {
      if (!now.has(source)) forget(source);
      until = await rested(until);
    }
    for (let after = ''; !signal.aborted; ) {
      const page = cache.page(after, pageSize);
      for (const { source, stamp, found } of page) {
        const bare = now.get(source);
        if (bare === undefined) {
          cache.drop([source]);
          continue;
        }
        const isHeld = held.has(source);
        const findables = JSON.parse(found) as Findable[];
        const isTrue = wholeStamp(source, bare, findables) === stamp;
        if (!isHeld) place(source, findables); // stale is better than nothing until it is made anew
        if (isTrue) {
          held.set(source, stamp);
          now.delete(source);
        }
        until = await rested(until);
      }
      if (page.length < pageSize) break;
      after = page.at(-1)?.source ?? '';
    }
    for (const source of now.keys()) queue.add(source);
    await breath.rest();
  }

  function save(): void {
    if (unsaved.size === 0) return;
    cache.put([...unsaved.values()]);
    unsaved.clear();
  }

  function makeOne(source: string): void {
    const bare = bareStamp(source);
    if (bare === undefined) {
      forget(source);
      return;
    }
    const standing = shelf.idsOf(source).flatMap((id) => shelf.find(id) ?? []);
    if (held.get(source) === wholeStamp(source, bare, standing)) return;
    const found = make(source);
    const stamp = wholeStamp(source, bare, found);
    held.set(source, stamp);
    place(source, found);
    unsaved.set(source, { source, stamp, found: JSON.stringify(found) });
    if (unsaved.size >= written) save();
  }

  /** Asks for the formulas that use a changed material. */
  function askUsers(): void {
    if (changed.size === 0) return;
    for (const { item } of shelf.all()) {
      if (!item.facets.materials.some((id) => changed.has(id))) continue;
      if (item.kind === 'recipe' || item.kind === 'accord') queue.add(`recipe:${item.subject}`);
      else if (item.kind === 'trial') queue.add(`trial:${item.subject}`);
    }
    changed.clear();
  }

  async function makeAll(signal: AbortSignal): Promise<void> {
    askUsers();
    let total = queue.size;
    let told = breath.now();
    let until = breath.now() + breath.slice;
    if (total > 0) tell({ stage: 'making', left: total, total });
    for (let source = first(queue); source !== undefined && !signal.aborted; source = first(queue)) {
      queue.delete(source);
      makeOne(source);
      until = await rested(until);
      total = Math.max(total, queue.size);
      if (breath.now() - told > 250) {
        told = breath.now();
        tell({ stage: 'making', left: queue.size, total });
      }
      if (isAllAsked) return;
    }
    while (!signal.aborted && shelf.names.freshenOne()) until = await rested(until);
    shelf.sweep();
    save();
  }

  return {
    state: () => state,
    changes,
    async run(signal) {
      const stop = () => wake();
      signal.addEventListener('abort', stop);
      try {
        while (!signal.aborted) {
          if (isAllAsked || rules !== rulesNow()) await lookThrough(signal);
          await makeAll(signal);
          if (isAllAsked || queue.size + changed.size > 0 || signal.aborted) continue;
          tell({ stage: 'resting', left: 0, total: 0 });
          await new Promise<void>((resolve) => (wake = resolve));
        }
      } finally {
        signal.removeEventListener('abort', stop);
      }
    },
    touchMaterial(id) {
      changed.add(id);
      ask(`material:${id}`);
    },
    touchMaterials() {
      for (const { material } of materials.all()) ask(`material:${material.id}`);
    },
    touchRecipe(id, trials) {
      ask(`recipe:${id}`);
      if (!trials) return;
      for (const trial of stamps.trialsOf(id)) {
        note(trial);
        ask(`trial:${trial.id}`);
      }
    },
    dropRecipe(id) {
      for (const trial of trialsOf.get(id) ?? []) ask(`trial:${trial}`);
      ask(`recipe:${id}`);
    },
    touchAll() {
      isAllAsked = true;
      wake();
    },
    rereadAll() {
      held.clear();
      isAllAsked = true;
      wake();
    },
    follow(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function first(queue: ReadonlySet<string>): string | undefined {
  for (const one of queue) return one;
  return undefined;
}

function hashOf(text: string): string {
  return createHash('sha1').update(text).digest('base64url');
}
