/** @file What the perfumer knows of a material that no catalogue can: where it came from, what it cost, how much is left. */
import type { MaterialId } from '#foundation/ids.ts';
import type { DecimalText } from '#perfumery/units/decimal.ts';
import type { LotComposition } from './lot-composition.ts';
import type { Material } from './material.ts';

/** What the perfumer paid. `perKilogram` in `currency` (ISO 4217), on `date` (ISO). */
export interface Price {
  readonly perKilogram: DecimalText;
  readonly currency: string;
  readonly date: string;
}

/** A strength that stands ready on the shelf: % by mass in a solvent. */
export interface ShelfDilution {
  readonly percent: DecimalText;
  readonly solventId: MaterialId;
}

export interface Shelf {
  readonly supplier: string;
  readonly sku: string;
  readonly price?: Price;
  /** g in stock; absent when nobody has counted. */
  readonly stock?: DecimalText;
  readonly location: string;
  readonly note: string;
  readonly dilutions: readonly ShelfDilution[];
}

/** A material as it stands in the perfumer's library. */
export interface LibraryMaterial {
  /** The facts in force: the shipped ones, with the perfumer's own on top. */
  readonly material: Material;
  readonly origin: 'shipped' | 'own';
  /** Fields of `material` that the perfumer has set over shipped facts. A catalogue update leaves them alone. */
  readonly ownFields: readonly string[];
  readonly shelf: Shelf;
  /** The composition of a lot that is in use; what is judged is `judgedMaterial`. */
  readonly lot?: LotComposition;
  readonly archived: boolean;
  readonly revision: number;
}
