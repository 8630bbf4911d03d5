/** @file Everything that can be found, in memory: by words, by concepts and by name, whether or not vectors are at hand. */
import type { Slices } from '#foundation/slices.ts';
import { ConceptIndex } from '#perfumery/search/concept-index.ts';
import { FacetColumns } from '#perfumery/search/facet-columns.ts';
import { Postings } from '#perfumery/search/postings.ts';
import type { Findable } from '#services/search/items/findable.ts';
import { NameShards } from './name-shards.ts';
import type { PieceWords } from './piece-words.ts';

/** Removed things are swept out once there are so many, and they are this share of all. */
const sweepFrom = 2000;
const sweepShare = 0.3;
/** Terms are put in order again once there are so many more of them. */
const moreTerms = 1.01;

export class FindableShelf {
  readonly words = new Postings();
  readonly concepts = new ConceptIndex();
  readonly facets = new FacetColumns();
  readonly names = new NameShards((slot) => this.#slots[slot]);
  readonly #said: PieceWords;
  #slots: (Findable | undefined)[] = [];
  readonly #slotOf = new Map<string, number>();
  readonly #bySource = new Map<string, readonly string[]>();
  #sortedTerms: readonly string[] = [];
  #newest: { readonly version: number; readonly slots: readonly number[] } = { version: -1, slots: [] };
  #version = 0;

  constructor(said: PieceWords) {
    this.#said = said;
  }

  /** Makes ready what the first thing put on it would have to wait for. */
  readying(): Slices<void> {
    return this.#said.readying();
  }

  /** Changes with every change of what is on it. */
  get version(): number {
    return this.#version;
  }

  get size(): number {
    return this.#slotOf.size;
  }

  /** Slots run from 0 to below this; some are empty. */
  get slots(): number {
    return this.#slots.length;
  }

  at(slot: number): Findable | undefined {
    return this.#slots[slot];
  }

  slotOf(id: string): number | undefined {
    return this.#slotOf.get(id);
  }

  find(id: string): Findable | undefined {
    const slot = this.#slotOf.get(id);
    return slot === undefined ? undefined : this.#slots[slot];
  }

  /** Ids made of a source. */
  idsOf(source: string): readonly string[] {
    return this.#bySource.get(source) ?? [];
  }

  sources(): Iterable<string> {
    return this.#bySource.keys();
  }

  *all(): Generator<Findable, undefined> {
    for (const one of this.#slots) if (one) yield one;
    return undefined;
  }

  /** Puts what was made of `source` in the place of what was made of it before. */
  put(source: string, findables: readonly Findable[]): void {
    for (const id of this.idsOf(source)) this.#remove(id);
    this.#bySource.set(
      source,
      findables.map(({ item }) => item.id),
    );
    for (const one of findables) this.#add(this.#said.withStatedFacets(one));
    this.#version += 1;
  }

  drop(source: string): void {
    for (const id of this.idsOf(source)) this.#remove(id);
    this.#bySource.delete(source);
    this.#version += 1;
  }

  /** Slots in the order in which their things were last worked on, the latest first. */
  newestFirst(): readonly number[] {
    if (this.#newest.version !== this.#version) {
      const slots = [...this.#slotOf.values()];
      const changed = this.#slots.map((one) => one?.item.facets.changed ?? '');
      const order = (a: number, b: number) =>
        changed[a] === changed[b] ? a - b : (changed[a] as string) < (changed[b] as string) ? 1 : -1;
      this.#newest = { version: this.#version, slots: slots.sort(order) };
    }
    return this.#newest.slots;
  }

  /** Terms that begin with `start`, at most `most`, in the order of the alphabet. */
  termsFrom(start: string, most: number): readonly string[] {
    const size = this.words.keyCount;
    if (size > this.#sortedTerms.length * moreTerms + 20) this.#sortedTerms = [...this.words.keys()].sort();
    const terms = this.#sortedTerms;
    let [low, high] = [0, terms.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((terms[middle] as string) < start) low = middle + 1;
      else high = middle;
    }
    const found: string[] = [];
    for (let at = low; at < terms.length && found.length < most; at += 1) {
      const term = terms[at] as string;
      if (!term.startsWith(start)) break;
      found.push(term);
    }
    return found;
  }

  /** Sweeps out what was removed, where that is worth it. */
  sweep(): void {
    const gone = this.#slots.length - this.#slotOf.size;
    if (gone < sweepFrom || gone < sweepShare * this.#slots.length) return;
    const to = new Map<number, number>();
    const kept: Findable[] = [];
    for (const [slot, one] of this.#slots.entries()) {
      if (!one) continue;
      to.set(slot, kept.length);
      this.#slotOf.set(one.item.id, kept.length);
      kept.push(one);
    }
    this.words.compact((slot) => to.get(slot) ?? -1);
    this.concepts.compact((slot) => to.get(slot) ?? -1);
    this.facets.compact([...to.keys()]);
    this.#slots = kept;
    this.names.clear();
    for (let slot = 0; slot < kept.length; slot += 1) this.names.touch(slot);
    this.#version += 1;
  }

  #add(one: Findable): void {
    const slot = this.#slots.length;
    const { terms, stated, bundle } = this.#said.read(one);
    this.#slots.push(one);
    this.#slotOf.set(one.item.id, slot);
    this.words.put(slot, terms);
    this.concepts.put(slot, stated, bundle);
    this.facets.add(one.item);
    this.names.touch(slot);
  }

  #remove(id: string): void {
    const slot = this.#slotOf.get(id);
    if (slot === undefined) return;
    this.#slotOf.delete(id);
    this.#slots[slot] = undefined;
    this.words.remove(slot);
    this.concepts.remove(slot);
    this.facets.remove(slot);
    this.names.touch(slot);
  }
}
