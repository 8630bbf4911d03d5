/** @file A material as a row of a collection makes it: a new one, or what the row changes of one that is here. */
import type { Facts } from '#library/catalogue/own-facts.ts';
import type { MaterialRow } from '#perfumery/collection/read-material-row.ts';
import type { Fact, Family, InTwoLanguages, MaterialKind, Role } from '#perfumery/material/material.ts';
import type { LibraryMaterial, Shelf } from '#perfumery/material/shelf.ts';

/** What the perfumer says of materials whose row does not say it. */
export interface Defaults {
  readonly kind: MaterialKind;
  readonly family: Family;
  readonly role: Role;
  /** ISO 4217, for prices without one. */
  readonly currency: string;
  /** ISO date, for prices without one. */
  readonly date: string;
  /** Of the file; the source of the facts in it. */
  readonly source: string;
}

/** The facts of a new material. */
export function newFacts(said: MaterialRow, name: InTwoLanguages, defaults: Defaults): Facts {
  const kind = said.kind ?? defaults.kind;
  const isSolvent = kind === 'solvent';
  return {
    name,
    aliases: inLanguages(said.aliases),
    cas: said.cas,
    kind,
    family: said.family ?? (isSolvent ? 'solvent' : defaults.family),
    role: said.role ?? (isSolvent ? 'none' : defaults.role),
    descriptors: said.descriptors,
    flags: [],
    ...(said.inci !== undefined && { inci: said.inci }),
    ...factsIn(said, defaults.source),
  };
}

/**
 * The facts of a material with what the row says on top. Its names and numbers stay: the row was recognised by them. A name
 * the row has for it becomes another name.
 */
export function updatedFacts({ material }: LibraryMaterial, said: MaterialRow, source: string): Facts {
  const { id: _, ...facts } = material;
  const known = new Set(
    [facts.name.en, facts.name.ko, ...facts.aliases.en, ...facts.aliases.ko].map((text) => text.toLowerCase()),
  );
  const fresh = inLanguages(
    [said.name.en, said.name.ko, ...said.aliases].filter((text) => text !== '' && !known.has(text.toLowerCase())),
  );
  return {
    ...facts,
    aliases: {
      en: [...facts.aliases.en, ...fresh.en].slice(0, 60),
      ko: [...facts.aliases.ko, ...fresh.ko].slice(0, 60),
    },
    ...(said.kind && { kind: said.kind }),
    ...(said.family && { family: said.family }),
    ...(said.role && { role: said.role }),
    ...(said.descriptors.length > 0 && { descriptors: said.descriptors }),
    ...(said.inci !== undefined && { inci: said.inci }),
    ...factsIn(said, source),
  };
}

/** The shelf with what the row says on top. */
export function shelfWith(
  shelf: Shelf,
  said: MaterialRow,
  { currency, date }: Pick<Defaults, 'currency' | 'date'>,
): Shelf {
  const { supplier, sku, stock, location, note, price } = said;
  return {
    ...shelf,
    ...(supplier !== undefined && { supplier }),
    ...(sku !== undefined && { sku }),
    ...(stock !== undefined && { stock }),
    ...(location !== undefined && { location }),
    ...(note !== undefined && { note }),
    ...(price && {
      price: { perKilogram: price.perKilogram, currency: price.currency ?? currency, date: price.date ?? date },
    }),
  };
}

function factsIn(said: MaterialRow, source: string): Partial<Facts> {
  const fact = (value: number): Fact<number> => ({ value, method: 'perfumer', source });
  return {
    ...(said.molecularWeight !== undefined && { molecularWeight: fact(said.molecularWeight) }),
    ...(said.density !== undefined && { density: fact(said.density) }),
    ...(said.vapourPressure !== undefined && { vapourPressure: fact(said.vapourPressure) }),
    ...(said.typicalUse !== undefined && { typicalUse: fact(said.typicalUse) }),
    ...(said.maximumUse !== undefined && { maximumUse: fact(said.maximumUse) }),
  };
}

function inLanguages(words: readonly string[]): InTwoLanguages<readonly string[]> {
  const isKorean = (text: string) => /\p{Script=Hangul}/u.test(text);
  return { en: words.filter((text) => !isKorean(text)), ko: words.filter(isKorean) };
}
