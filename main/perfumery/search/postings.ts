/**
 * @file Which things hold which keys, and how much of each: the inside of a word index and of a concept index.
 *
 * Things are numbered by slots that whoever keeps them hands out, each greater than the last; `compact` keeps their order.
 */
export class Postings {
  readonly #lists = new Map<string, { slots: number[]; weights: number[] }>();
  /** By slot: 1 where a thing is. */
  #alive = new Uint8Array(1024);
  #slots = 0;
  /** Sum of the weights of a slot. */
  readonly #lengths: number[] = [];
  #count = 0;
  #total = 0;

  /** Puts a thing in a slot after all others. Weights are above 0. */
  put(slot: number, weights: ReadonlyMap<string, number>): void {
    let length = 0;
    for (const [key, weight] of weights) {
      const list = this.#lists.get(key) ?? { slots: [], weights: [] };
      list.slots.push(slot);
      list.weights.push(weight);
      this.#lists.set(key, list);
      length += weight;
    }
    this.#live(slot);
    this.#lengths[slot] = length;
    this.#count += 1;
    this.#total += length;
  }

  #live(slot: number): void {
    if (slot >= this.#alive.length) {
      const wider = new Uint8Array(2 * slot);
      wider.set(this.#alive);
      this.#alive = wider;
    }
    this.#alive[slot] = 1;
    this.#slots = slot + 1;
  }

  remove(slot: number): void {
    if (!this.#alive[slot]) return;
    this.#alive[slot] = 0;
    this.#count -= 1;
    this.#total -= this.#lengths[slot] ?? 0;
  }

  /** How many things there are. */
  get count(): number {
    return this.#count;
  }

  /** Mean of the sums of weights; 0 of nothing. */
  get meanLength(): number {
    return this.#count === 0 ? 0 : this.#total / this.#count;
  }

  lengthOf(slot: number): number {
    return this.#lengths[slot] ?? 0;
  }

  /** How many entries a key has, those of removed things included. */
  sizeOf(key: string): number {
    return this.#lists.get(key)?.slots.length ?? 0;
  }

  has(key: string): boolean {
    return this.#lists.has(key);
  }

  get keyCount(): number {
    return this.#lists.size;
  }

  keys(): Iterable<string> {
    return this.#lists.keys();
  }

  each(key: string, visit: (slot: number, weight: number) => void): void {
    const list = this.#lists.get(key);
    if (!list) return;
    const { slots, weights } = list;
    for (let at = 0; at < slots.length; at += 1) {
      const slot = slots[at] as number;
      if (this.#alive[slot]) visit(slot, weights[at] as number);
    }
  }

  /** Adds `share` of its weight to the sum of every thing that holds a key. */
  addTo(sums: Float64Array, key: string, share: number): void {
    const list = this.#lists.get(key);
    if (!list) return;
    const { slots, weights } = list;
    for (let at = 0; at < slots.length; at += 1) {
      const slot = slots[at] as number;
      if (this.#alive[slot]) sums[slot] = (sums[slot] as number) + share * (weights[at] as number);
    }
  }

  /** The weight with which a thing holds a key; 0 where it does not. */
  weightIn(key: string, slot: number): number {
    const list = this.#lists.get(key);
    if (!list || !this.#alive[slot]) return 0;
    const { slots, weights } = list;
    let [low, high] = [0, slots.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((slots[middle] as number) < slot) low = middle + 1;
      else high = middle;
    }
    return slots[low] === slot ? (weights[low] as number) : 0;
  }

  /** Forgets what was removed and gives every thing the slot `to` says. */
  compact(to: (slot: number) => number): void {
    for (const [key, { slots, weights }] of this.#lists) {
      const kept = { slots: [] as number[], weights: [] as number[] };
      for (let at = 0; at < slots.length; at += 1) {
        const slot = slots[at] as number;
        if (!this.#alive[slot]) continue;
        kept.slots.push(to(slot));
        kept.weights.push(weights[at] as number);
      }
      if (kept.slots.length > 0) this.#lists.set(key, kept);
      else this.#lists.delete(key);
    }
    const lengths = this.#lengths.splice(0);
    const alive = this.#alive.slice(0, this.#slots);
    this.#alive.fill(0);
    for (const [slot, isAlive] of alive.entries()) {
      if (!isAlive) continue;
      this.#live(to(slot));
      this.#lengths[to(slot)] = lengths[slot] ?? 0;
    }
  }
}
