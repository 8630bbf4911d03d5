/** @file What pieces say: their words in both languages, the terms they are indexed by, and the concepts behind them. */
import type { MaterialId } from '#foundation/ids.ts';
import type { Slices } from '#foundation/slices.ts';
import type { Descriptor } from '#library/catalogue/load-catalogue.ts';
import type { Family, InTwoLanguages, Material } from '#perfumery/material/material.ts';
import { familyNames } from '#perfumery/search/family-names.ts';
import type { SearchFacets } from '#perfumery/search/search-item.ts';
import type { Findable, Piece, PieceField } from '#services/search/items/findable.ts';

/** How language is understood; the lexicon behind it may grow as the perfumer adds words. */
export interface Tongue {
  /** Makes ready what the first text would have to wait for. */
  readonly readying: () => Slices<void>;
  /** Terms of a text for an index. */
  readonly terms: (text: string) => readonly string[];
  /** Concepts a text speaks of, by weight 0..1; under `deniedKey` those it says are not so. */
  readonly conceptsIn: (text: string) => ReadonlyMap<string, number>;
  /** What a concept brings to mind, itself left out. */
  readonly impliedBy: (concept: string) => ReadonlyMap<string, number>;
  /** The season, mood or whom it is for that a concept stands for. */
  readonly facetsOf: (concept: string) => StatedFacets;
  /** Concepts behind an id of the odour vocabulary, a family or a material. */
  readonly conceptsOf: (what: 'descriptor' | 'family' | 'material', id: string) => ReadonlyMap<string, number>;
}

export type StatedFacets = Partial<Pick<SearchFacets, 'seasons' | 'moods' | 'genders'>>;

interface Said {
  readonly text: string;
  readonly terms: readonly string[];
  readonly concepts: ReadonlyMap<string, number>;
}

/** What a word of a field counts more than one that is only mentioned. Judgements, settled by the judged set. */
const boosts: Readonly<Record<PieceField, number>> = {
  name: 3,
  alias: 2.2,
  tag: 2.2,
  descriptor: 2,
  family: 1.6,
  words: 1.6,
  brief: 1.3,
  note: 1.3,
  product: 0.8,
  material: 0.9,
  supplier: 0.8,
  role: 0.6,
  constituent: 0.5,
};

/** What a field counts among the concepts of an item. */
const meanings: Readonly<Record<PieceField, number>> = {
  name: 0.5,
  alias: 0,
  tag: 1,
  descriptor: 1,
  family: 0.7,
  words: 1,
  brief: 0.9,
  note: 0.7,
  product: 0.2,
  material: 0.45,
  supplier: 0,
  role: 0.2,
  constituent: 0,
};

export interface PieceWordsNeeds {
  readonly tongue: Tongue;
  readonly descriptors: readonly Descriptor[];
  readonly material: (id: MaterialId) => Material | undefined;
}

/** An item made ready for the indexes. */
export interface SaidItem {
  readonly terms: ReadonlyMap<string, number>;
  /** How strongly each concept is said of it, 0..1, or denied. */
  readonly stated: ReadonlyMap<string, number>;
  /** All it says, with a little of what that brings to mind. */
  readonly bundle: ReadonlyMap<string, number>;
}

/** Fields in which somebody says what a thing is, and not only what is in it. */
const telling: ReadonlySet<PieceField> = new Set(['name', 'tag', 'brief', 'words', 'note']);
/** What a concept brings to mind counts so much among what is said. */
const impliedShare = 0.25;

export class PieceWords {
  readonly #needs: PieceWordsNeeds;
  readonly #descriptors: ReadonlyMap<string, Descriptor>;
  readonly #known = new Map<string, Said>();
  readonly #ofMaterials = new Map<string, { readonly material: Material; readonly said: Said }>();

  constructor(needs: PieceWordsNeeds) {
    this.#needs = needs;
    this.#descriptors = new Map(needs.descriptors.map((one) => [one.id, one]));
  }

  /** Makes ready what the first item would have to wait for. */
  readying(): Slices<void> {
    return this.#needs.tongue.readying();
  }

  /** The text of a piece, Korean and English together. */
  textOf(piece: Piece): string {
    return this.#isReference(piece) ? this.#said(piece).text : piece.text;
  }

  /** Everything said about an item in words, piece by piece. */
  wordsOf({ pieces }: Findable): string {
    return pieces.map((piece) => this.textOf(piece)).join('\n');
  }

  /** What a piece is shown as, in one language. */
  shownIn(piece: Piece, language: 'ko' | 'en'): string {
    const name = this.#nameOf(piece);
    return name ? name[language] || name.en || name.ko : piece.text;
  }

  /** The terms of one piece. */
  termsOf(piece: Piece): readonly string[] {
    return this.#said(piece).terms;
  }

  conceptsOf(piece: Piece): ReadonlyMap<string, number> {
    return this.#said(piece).concepts;
  }

  /** Terms and concepts of a whole item, weighted by where they stand. */
  read({ pieces }: Pick<Findable, 'pieces'>): SaidItem {
    const terms = new Map<string, number>();
    const stated = new Map<string, number>();
    const sums = new Map<string, number>();
    for (const piece of pieces) {
      const said = this.#said(piece);
      const boost = boosts[piece.field] * piece.weight;
      for (const term of said.terms) add(terms, term, boost);
      const meaning = meanings[piece.field] * piece.weight;
      if (meaning === 0) continue;
      for (const [id, weight] of said.concepts) {
        stated.set(id, Math.max(stated.get(id) ?? 0, weight * meaning));
        if (!id.startsWith('!')) add(sums, id, weight * meaning);
      }
    }
    const bundle = new Map(sums);
    for (const [id, weight] of sums) {
      for (const [near, share] of this.#needs.tongue.impliedBy(id)) add(bundle, near, weight * share * impliedShare);
    }
    return { terms, stated, bundle };
  }

  /** With the seasons, moods and people that somebody said it is for. */
  withStatedFacets(found: Findable): Findable {
    const [seasons, moods, genders] = [new Set<string>(), new Set<string>(), new Set<string>()];
    for (const piece of found.pieces) {
      if (!telling.has(piece.field)) continue;
      for (const id of this.#said(piece).concepts.keys()) {
        const facets = id.startsWith('!') ? {} : this.#needs.tongue.facetsOf(id);
        for (const one of facets.seasons ?? []) seasons.add(one);
        for (const one of facets.moods ?? []) moods.add(one);
        for (const one of facets.genders ?? []) genders.add(one);
      }
    }
    if (seasons.size + moods.size + genders.size === 0) return found;
    const { item } = found;
    const facets = { ...item.facets, seasons: [...seasons], moods: [...moods], genders: [...genders] };
    return { ...found, item: { ...item, facets } };
  }

  /** After the lexicon changed. */
  forget(): void {
    this.#known.clear();
    this.#ofMaterials.clear();
  }

  #isReference({ field }: Piece): boolean {
    return field === 'descriptor' || field === 'family' || field === 'material';
  }

  #nameOf({ field, text }: Piece): InTwoLanguages | undefined {
    if (field === 'descriptor') return this.#descriptors.get(text)?.name;
    if (field === 'family') return familyNames[text as Family];
    if (field === 'material') return this.#needs.material(text as MaterialId)?.name;
    return undefined;
  }

  #said(piece: Piece): Said {
    if (!this.#isReference(piece)) return this.#sayText(piece);
    const { field, text } = piece;
    if (field === 'material') return this.#sayMaterial(text as MaterialId);
    const key = `${field} ${text}`;
    const before = this.#known.get(key);
    if (before) return before;
    const words = field === 'descriptor' ? this.#wordsOfDescriptor(text) : this.#wordsOfFamily(text);
    const said = this.#say(words, this.#needs.tongue.conceptsOf(field as 'descriptor' | 'family', text));
    this.#known.set(key, said);
    return said;
  }

  #sayText({ text, field }: Piece): Said {
    const { tongue } = this.#needs;
    return {
      text,
      terms: tongue.terms(text),
      concepts: meanings[field] > 0 ? tongue.conceptsIn(text) : new Map(),
    };
  }

  #sayMaterial(id: MaterialId): Said {
    const material = this.#needs.material(id);
    const before = this.#ofMaterials.get(id);
    if (before && before.material === material) return before.said;
    if (!material) return this.#say(id, new Map());
    const { name, aliases } = material;
    const words = [name.ko, name.en, aliases.ko[0], aliases.en[0]].filter(Boolean).join(' ');
    const said = this.#say(words, this.#needs.tongue.conceptsOf('material', id));
    this.#ofMaterials.set(id, { material, said });
    return said;
  }

  #say(text: string, concepts: ReadonlyMap<string, number>): Said {
    return { text, terms: [...new Set(this.#needs.tongue.terms(text))], concepts };
  }

  #wordsOfDescriptor(id: string): string {
    const one = this.#descriptors.get(id);
    if (!one) return id;
    return [one.name.ko, ...one.synonyms.ko, one.name.en, ...one.synonyms.en].join(' ');
  }

  #wordsOfFamily(id: string): string {
    const name = familyNames[id as Family];
    return name ? `${name.ko} ${name.en}` : id;
  }
}

function add(sums: Map<string, number>, id: string, weight: number): void {
  sums.set(id, (sums.get(id) ?? 0) + weight);
}
