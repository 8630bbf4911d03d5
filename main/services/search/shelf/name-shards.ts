/**
 * @file The names of everything, found as the picker finds materials. Kept in shards, because building the index of forty
 * thousand names at once would hold up the window, and because one changed name should not cost all of them.
 */
import { createNameFinder, type FoundName, type NameFinder, type NameKey } from '#perfumery/search/find-by-name.ts';
import type { Findable } from '#services/search/items/findable.ts';

const shardSize = 256;
/** So many shards are built again while somebody waits; more wait for their turn, and answer as they were. */
const mostAtOnce = 2;
/** Fewer sure matches than this, and slips are looked for too. */
const fewMatches = 3;

interface Shard {
  finder: NameFinder<number>;
  isStale: boolean;
}

const named: ReadonlySet<string> = new Set(['material', 'accord', 'recipe', 'trial']);

export class NameShards {
  readonly #at: (slot: number) => Findable | undefined;
  readonly #shards: Shard[] = [];

  /** `at`: what stands in a slot now. */
  constructor(at: (slot: number) => Findable | undefined) {
    this.#at = at;
  }

  /** The thing in `slot` is another one, or gone. */
  touch(slot: number): void {
    const number = Math.floor(slot / shardSize);
    const shard = this.#shards[number];
    if (shard) shard.isStale = true;
    else this.#shards[number] = { finder: createNameFinder<number>([], () => []), isStale: true };
  }

  /** Every slot is another one. */
  clear(): void {
    this.#shards.length = 0;
  }

  /** Builds one stale shard again; false when there was none. */
  freshenOne(): boolean {
    const number = this.#shards.findIndex((shard) => shard?.isStale);
    if (number < 0) return false;
    this.#build(number);
    return true;
  }

  /** Best matches over all shards, best first; slips too where `isForgiving` and sure ones are few. Slots may be gone since. */
  find(typed: string, limit: number, isForgiving = true): readonly FoundName<number>[] {
    for (let built = 0; built < mostAtOnce && this.freshenOne(); built += 1);
    const sure = this.#ask(typed, limit, 'surely');
    if (!isForgiving || sure.length >= Math.min(fewMatches, limit)) return sure;
    return merge([sure, this.#ask(typed, limit, 'nearly')], limit);
  }

  #ask(typed: string, limit: number, how: 'surely' | 'nearly'): readonly FoundName<number>[] {
    return merge(
      this.#shards.map((shard) => shard?.finder.find(typed, limit, how) ?? []),
      limit,
    );
  }

  #build(number: number): void {
    const slots: number[] = [];
    for (let slot = number * shardSize; slot < (number + 1) * shardSize; slot += 1) {
      const kind = this.#at(slot)?.item.kind;
      if (kind !== undefined && named.has(kind)) slots.push(slot);
    }
    this.#shards[number] = {
      finder: createNameFinder(slots, (slot) => namesOf(this.#at(slot) as Findable)),
      isStale: false,
    };
  }
}

function merge(lists: readonly (readonly FoundName<number>[])[], limit: number): readonly FoundName<number>[] {
  const best = new Map<number, FoundName<number>>();
  for (const found of lists.flat()) {
    const before = best.get(found.owner);
    if (!before || found.score < before.score) best.set(found.owner, found);
  }
  return [...best.values()].sort((a, b) => a.score - b.score || a.owner - b.owner).slice(0, limit);
}

function namesOf({ item, pieces }: Findable): readonly NameKey[] {
  const { title, codes } = item;
  return [
    ...(title.ko ? [['name', title.ko] as NameKey] : []),
    ...(title.en ? [['name', title.en] as NameKey] : []),
    ...pieces.flatMap(({ field, text }): NameKey[] => (field === 'alias' ? [['alias', text]] : [])),
    ...codes.map((code): NameKey => [/^\d{2,7}-\d{2}-\d$/.test(code) ? 'cas' : 'inci', code]),
  ];
}
