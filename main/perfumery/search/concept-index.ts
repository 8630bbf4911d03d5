/**
 * @file What is said of things by concept, and how near each thing comes to a wish.
 *
 * A wish is asked for again with the next keystroke and the next filter: the last few are remembered until something changes.
 */
import { Postings } from './postings.ts';
import { unitOf } from './unit-bundle.ts';

/** The best cosine counts as such only from here on. */
const leastTop = 0.3;
/** Wishes that are remembered: more than a sentence has. */
const remembered = 16;

export class ConceptIndex {
  /** How strongly each concept is said of a thing, 0..1; under `deniedKey` that it is not so. */
  readonly stated = new Postings();
  /** All that is said of a thing, at length 1. */
  readonly #bundles = new Postings();
  readonly #cosines = new Map<ReadonlyMap<string, number>, Float64Array>();

  put(slot: number, stated: ReadonlyMap<string, number>, bundle: ReadonlyMap<string, number>): void {
    this.stated.put(slot, stated);
    this.#bundles.put(slot, unitOf(bundle));
    this.#cosines.clear();
  }

  remove(slot: number): void {
    this.stated.remove(slot);
    this.#bundles.remove(slot);
    this.#cosines.clear();
  }

  compact(to: (slot: number) => number): void {
    this.stated.compact(to);
    this.#bundles.compact(to);
    this.#cosines.clear();
  }

  /** By slot, below `slots`: cosine with `bundle`, as a share of the best. The same array for the same bundle: not to be changed. */
  cosines(bundle: ReadonlyMap<string, number>, slots: number): Readonly<Float64Array> {
    const known = this.#cosines.get(bundle);
    if (known?.length === slots) return known;
    const found = new Float64Array(slots);
    for (const [id, weight] of unitOf(bundle)) this.#bundles.addTo(found, id, weight);
    let top = leastTop;
    for (let slot = 0; slot < slots; slot += 1) if ((found[slot] as number) > top) top = found[slot] as number;
    for (let slot = 0; slot < slots; slot += 1) found[slot] = (found[slot] as number) / top;
    const [oldest] = this.#cosines.keys();
    if (oldest && this.#cosines.size === remembered) this.#cosines.delete(oldest);
    this.#cosines.set(bundle, found);
    return found;
  }
}
