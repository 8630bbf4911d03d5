/**
 * @file Exact search over rows held in memory: what answers while the index cannot, and what answers small libraries anyway.
 *
 * Every question looks at every row that is left by the filters. Words are ranked by BM25 (Robertson and Zaragoza 2009, eq.
 * 3.15) with the constants LanceDB uses.
 */
import { type CountedField, type SearchFilter, satisfies } from '#perfumery/search/search-filter.ts';
import type { SearchItem } from '#perfumery/search/search-item.ts';
import { exactToken, exactTokensOf, wordTokens } from './exact-token.ts';
import { pace } from './pace.ts';
import { sortKey } from './row-batch.ts';
import type {
  Answers,
  ExactQuestion,
  Hit,
  IndexRow,
  LexicalQuestion,
  NearestQuestion,
  PageOrder,
  PageQuestion,
} from './search-index.ts';

const saturation = 1.2;
const lengthShare = 0.75;

interface Said {
  /** Words with how often each is there. */
  readonly words: ReadonlyMap<string, number>;
  readonly length: number;
  readonly names: ReadonlySet<string>;
}

export class MemoryEngine implements Answers {
  readonly #rows = new Map<string, IndexRow>();
  /** Words and names of the rows that were read for them: nobody may ever ask by words, and reading them costs most. */
  readonly #said = new Map<string, Said>();
  readonly #unread = new Set<string>();
  /** Word or name -> ids of the rows that have it. */
  readonly #postings = new Map<string, Set<string>>();
  readonly #termsOf: (item: SearchItem) => readonly string[];
  #totalLength = 0;

  constructor(termsOf: (item: SearchItem) => readonly string[]) {
    this.#termsOf = termsOf;
  }

  get size(): number {
    return this.#rows.size;
  }

  has(id: string): boolean {
    return this.#rows.has(id);
  }

  put({ item, vector }: IndexRow): void {
    this.remove(item.id);
    this.#rows.set(item.id, { item, vector });
    this.#unread.add(item.id);
  }

  hasVector(id: string): boolean {
    return this.#rows.get(id)?.vector !== undefined;
  }

  remove(id: string): void {
    this.#rows.delete(id);
    this.#unread.delete(id);
    const said = this.#said.get(id);
    if (!said) return;
    this.#said.delete(id);
    this.#totalLength -= said.length;
    for (const token of [...said.words.keys(), ...said.names]) {
      const ids = this.#postings.get(token);
      ids?.delete(id);
      if (ids?.size === 0) this.#postings.delete(token);
    }
  }

  async #readAll(): Promise<void> {
    const rest = pace();
    for (const id of this.#unread) {
      this.#read(id);
      await rest();
    }
  }

  #read(id: string): void {
    const { item } = this.#rows.get(id) as IndexRow;
    const words = new Map<string, number>();
    const tokens = wordTokens(this.#termsOf(item));
    for (const token of tokens) words.set(token, (words.get(token) ?? 0) + 1);
    const names = exactTokensOf(item);
    this.#unread.delete(id);
    this.#said.set(id, { words, length: tokens.length, names });
    this.#totalLength += tokens.length;
    for (const token of [...words.keys(), ...names]) {
      const ids = this.#postings.get(token);
      if (ids) ids.add(id);
      else this.#postings.set(token, new Set([id]));
    }
  }

  async count(filters: readonly SearchFilter[] = []): Promise<number> {
    if (filters.length === 0) return this.#rows.size;
    let count = 0;
    for (const { item } of this.#rows.values()) if (passes(item, filters)) count += 1;
    return count;
  }

  async nearest({ vector, filters = [], limit, exclude = [] }: NearestQuestion): Promise<readonly Hit[]> {
    const unwanted = new Set(exclude);
    const best = new Best(limit);
    for (const [id, row] of this.#rows) {
      if (!row.vector || unwanted.has(id)) continue;
      const score = dot(row.vector, vector);
      if (best.takes(score) && passes(row.item, filters)) best.add(id, score);
    }
    return best.hits;
  }

  async lexical({ terms, filters = [], limit }: LexicalQuestion): Promise<readonly Hit[]> {
    await this.#readAll();
    const scores = new Map<string, number>();
    const meanLength = this.#totalLength / Math.max(1, this.#rows.size);
    for (const term of new Set(wordTokens(terms))) {
      const ids = this.#postings.get(term);
      if (!ids) continue;
      const rarity = Math.log(1 + (this.#rows.size - ids.size + 0.5) / (ids.size + 0.5));
      for (const id of ids) {
        const { words, length } = this.#said.get(id) as Said;
        const often = words.get(term) ?? 0;
        const damped = often + saturation * (1 - lengthShare + (lengthShare * length) / meanLength);
        scores.set(id, (scores.get(id) ?? 0) + (rarity * often * (saturation + 1)) / damped);
      }
    }
    const best = new Best(limit);
    for (const [id, score] of scores) {
      if (best.takes(score) && passes((this.#rows.get(id) as IndexRow).item, filters)) best.add(id, score);
    }
    return best.hits;
  }

  async exact({ texts, filters = [], limit }: ExactQuestion): Promise<readonly Hit[]> {
    await this.#readAll();
    const ids = new Set(texts.flatMap((text) => [...(this.#postings.get(exactToken(text)) ?? [])]));
    return [...ids]
      .filter((id) => passes((this.#rows.get(id) as IndexRow).item, filters))
      .slice(0, limit)
      .map((id) => ({ id, score: 1 }));
  }

  async page({ filters = [], order, offset = 0, limit }: PageQuestion): Promise<readonly string[]> {
    return [...this.#rows.values()]
      .filter(({ item }) => passes(item, filters))
      .map(({ item }) => ({ id: item.id, key: keyOf(item, order) }))
      .sort((a, b) => compared(a.key, b.key, order.descending === true) || (a.id < b.id ? -1 : 1))
      .slice(offset, offset + limit)
      .map(({ id }) => id);
  }

  async itemsOf(ids: readonly string[]): Promise<ReadonlyMap<string, SearchItem>> {
    return this.#mapOf(ids, (row) => row.item);
  }

  async vectorsOf(ids: readonly string[]): Promise<ReadonlyMap<string, Float32Array>> {
    return this.#mapOf(ids, (row) => row.vector);
  }

  async facetCounts(filters: readonly SearchFilter[], fields: readonly CountedField[]) {
    const counts = new Map(fields.map((field) => [field, new Map<string, number>()]));
    for (const { item } of this.#rows.values()) {
      if (!passes(item, filters)) continue;
      for (const [field, values] of counts) {
        for (const value of field === 'kind' ? [item.kind] : new Set(item.facets[field])) {
          values.set(value, (values.get(value) ?? 0) + 1);
        }
      }
    }
    return counts;
  }

  #mapOf<T>(ids: readonly string[], part: (row: IndexRow) => T | undefined): ReadonlyMap<string, T> {
    return new Map(
      ids.flatMap((id) => {
        const row = this.#rows.get(id);
        const value = row && part(row);
        return value === undefined ? [] : [[id, value] as const];
      }),
    );
  }
}

function passes(item: SearchItem, filters: readonly SearchFilter[]): boolean {
  return filters.every((filter) => satisfies(item, filter));
}

/** Four sums at once, which the processor can do side by side. */
function dot(a: Float32Array, b: Float32Array): number {
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  const whole = a.length - (a.length % 4);
  for (let i = 0; i < whole; i += 4) {
    s0 += a[i]! * b[i]!;
    s1 += a[i + 1]! * b[i + 1]!;
    s2 += a[i + 2]! * b[i + 2]!;
    s3 += a[i + 3]! * b[i + 3]!;
  }
  for (let i = whole; i < a.length; i++) s0 += a[i]! * b[i]!;
  return s0 + s1 + s2 + s3;
}

function keyOf(item: SearchItem, order: PageOrder): string | number | undefined {
  if (order.by !== 'name') return item.facets[order.by];
  const { en, ko } = item.title;
  return sortKey(order.language === 'en' ? (en ?? ko) : (ko ?? en));
}

/** By UTF-8 bytes, as the index orders text; what is unknown comes last either way. */
function compared(a: string | number | undefined, b: string | number | undefined, isDescending: boolean): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  const rising = typeof a === 'string' ? Buffer.compare(Buffer.from(a), Buffer.from(String(b))) : a - Number(b);
  return isDescending ? -rising : rising;
}

/** The best few of many; of equals the smaller id. */
class Best {
  readonly hits: Hit[] = [];
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  takes(score: number): boolean {
    return this.hits.length < this.#limit || score >= (this.hits.at(-1)?.score ?? Infinity);
  }

  add(id: string, score: number): void {
    let at = this.hits.length;
    while (at > 0 && isBetter({ id, score }, this.hits[at - 1] as Hit)) at -= 1;
    this.hits.splice(at, 0, { id, score });
    if (this.hits.length > this.#limit) this.hits.pop();
  }
}

function isBetter(a: Hit, b: Hit): boolean {
  return a.score > b.score || (a.score === b.score && a.id < b.id);
}
