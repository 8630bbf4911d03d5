/** @file Which materials the list shows, and in what order. */
import type { MaterialId } from '#foundation/ids.ts';
import type { MaterialLabel } from '#perfumery/formula/label.ts';
import { type Family, families, type MaterialKind, type Role } from '#perfumery/material/material.ts';
import type { LibraryMaterial } from '#perfumery/material/shelf.ts';
import { decimal } from '#perfumery/units/decimal.ts';
import { scaled } from '#perfumery/units/rounding.ts';

export type Sort = 'relevance' | 'name' | 'family' | 'price' | 'stock';

export interface Choice {
  readonly text: string;
  readonly kind: MaterialKind | 'all';
  readonly family: Family | 'all';
  readonly role: Role | 'all';
  readonly origin: 'all' | 'shipped' | 'own';
  readonly archived: 'without' | 'only' | 'with';
  readonly inStock: boolean;
  readonly favourite: boolean;
  /** Empty: whatever its tags. */
  readonly tag: string;
  readonly sort: Sort;
}

export const everything: Choice = {
  text: '',
  kind: 'all',
  family: 'all',
  role: 'all',
  origin: 'all',
  archived: 'without',
  inStock: false,
  favourite: false,
  tag: '',
  sort: 'name',
};

/** Whether anything but the order narrows the list. */
export function isNarrowed({ sort: _, ...choice }: Choice): boolean {
  const { sort: __, ...none } = everything;
  return JSON.stringify(choice) !== JSON.stringify(none);
}

interface Needs {
  /** The perfumer's marks. */
  readonly labels: ReadonlyMap<MaterialId, Pick<MaterialLabel, 'tags' | 'isFavourite'>>;
  /** Ids of what the typed text means, best first. */
  readonly find: (typed: string) => readonly MaterialId[];
  readonly language: 'ko' | 'en';
  readonly exchange: { readonly currency: string; readonly rates: Readonly<Record<string, string>> };
}

/** The materials that fit, in order. While text is typed, `relevance` keeps the finder's order. */
export function chooseMaterials(
  materials: readonly LibraryMaterial[],
  choice: Choice,
  { labels, find, language, exchange }: Needs,
): readonly LibraryMaterial[] {
  const isSearching = choice.text.trim() !== '';
  const kept = (isSearching ? inOrder(materials, find(choice.text)) : materials).filter(
    (entry) => fits(entry, choice) && isMarked(labels.get(entry.material.id), choice),
  );
  if (isSearching && choice.sort === 'relevance') return kept;
  const collator = new Intl.Collator(language === 'ko' ? 'ko' : 'en', { numeric: true });
  const nameOf = ({ material: { name } }: LibraryMaterial) => name[language] || name.en || name.ko;
  const byName = (a: LibraryMaterial, b: LibraryMaterial) => collator.compare(nameOf(a), nameOf(b));
  return kept.toSorted((a, b) => compare(choice.sort, exchange)(a, b) || byName(a, b));
}

function inOrder(materials: readonly LibraryMaterial[], ids: readonly MaterialId[]): readonly LibraryMaterial[] {
  const byId = new Map(materials.map((entry) => [entry.material.id, entry]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

function fits({ material, origin, shelf, archived }: LibraryMaterial, choice: Choice): boolean {
  return (
    (choice.kind === 'all' || material.kind === choice.kind) &&
    (choice.family === 'all' || material.family === choice.family) &&
    (choice.role === 'all' || material.role === choice.role) &&
    (choice.origin === 'all' || origin === choice.origin) &&
    (choice.archived === 'with' || archived === (choice.archived === 'only')) &&
    (!choice.inStock || (shelf.stock !== undefined && decimal(shelf.stock) > 0n))
  );
}

function isMarked(label: Pick<MaterialLabel, 'tags' | 'isFavourite'> | undefined, { favourite, tag }: Choice): boolean {
  return (!favourite || label?.isFavourite === true) && (tag === '' || label?.tags.includes(tag) === true);
}

function compare(sort: Sort, exchange: Needs['exchange']): (a: LibraryMaterial, b: LibraryMaterial) => number {
  if (sort === 'family') return (a, b) => families.indexOf(a.material.family) - families.indexOf(b.material.family);
  if (sort === 'price') return (a, b) => knownFirst(priceIn(a, exchange), priceIn(b, exchange));
  if (sort === 'stock') return (a, b) => knownFirst(mostFirst(stockOf(a)), mostFirst(stockOf(b)));
  return () => 0;
}

/** Ascending, with what is not known at the end. */
function knownFirst(a: bigint | undefined, b: bigint | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Turned round, so that ascending puts the most in front. */
function mostFirst(value: bigint | undefined): bigint | undefined {
  return value === undefined ? undefined : -value;
}

function stockOf({ shelf }: LibraryMaterial): bigint | undefined {
  return shelf.stock === undefined ? undefined : decimal(shelf.stock);
}

/** Per kg in the perfumer's currency; undefined without a price or without a rate for it. */
function priceIn({ shelf: { price } }: LibraryMaterial, { currency, rates }: Needs['exchange']): bigint | undefined {
  if (!price) return undefined;
  if (price.currency === currency) return decimal(price.perKilogram);
  const rate = Object.hasOwn(rates, price.currency) ? rates[price.currency] : undefined;
  return rate === undefined ? undefined : scaled(decimal(price.perKilogram), decimal(rate), 1_000_000_000n);
}
