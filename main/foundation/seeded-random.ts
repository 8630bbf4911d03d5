/** The whole state of a `SeededRandom`: four unsigned 32-bit integers. */
export type RandomState = readonly [number, number, number, number];

/**
 * Random numbers that can be had again: from a seed, or from a state put by earlier.
 *
 * Small Fast Counter, sfc32 (Chris Doty-Humphrey, PractRand). Not for secrets.
 */
export class SeededRandom {
  #a: number;
  #b: number;
  #c: number;
  #counter: number;

  constructor(from: number | RandomState) {
    [this.#a, this.#b, this.#c, this.#counter] =
      typeof from === 'number' ? [0, from | 0, Math.floor(from / 2 ** 32) | 0, 1] : from;
    if (typeof from === 'number') for (let at = 0; at < 12; at++) this.#draw();
  }

  /** For continuing exactly here. */
  get state(): RandomState {
    return [this.#a >>> 0, this.#b >>> 0, this.#c >>> 0, this.#counter >>> 0];
  }

  /** Uniform in [0, 1). */
  next(): number {
    return this.#draw() / 2 ** 32;
  }

  /** A whole number in [0, limit). */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  isLikely(probability: number): boolean {
    return this.next() < probability;
  }

  /** Mean 0, standard deviation 1 (Box and Muller 1958, one of the pair, so that the state stays four numbers). */
  normal(): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.next()));
    return radius * Math.cos(2 * Math.PI * this.next());
  }

  /** One of a list that is not empty. */
  pick<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)] as Item;
  }

  /** A new list in another order (Fisher and Yates). */
  shuffled<Item>(items: readonly Item[]): Item[] {
    const list = [...items];
    for (let at = list.length - 1; at > 0; at--) {
      const other = this.below(at + 1);
      [list[at], list[other]] = [list[other] as Item, list[at] as Item];
    }
    return list;
  }

  #draw(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }
}
