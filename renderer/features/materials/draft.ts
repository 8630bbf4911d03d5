/**
 * @file A material while it is being edited: everything as text, so that nothing typed is lost for being wrong.
 *
 * What the perfumer does not touch keeps its value with its method and source; what is typed becomes the perfumer's or, when
 * said so, the supplier's.
 */
import type { MaterialId } from '#foundation/ids.ts';
import type { Constituent, Fact, Family, Grade, Material, MaterialKind, Role } from '#perfumery/material/material.ts';
import type { LibraryMaterial } from '#perfumery/material/shelf.ts';

export const figureFields = [
  'molecularWeight',
  'density',
  'vapourPressure',
  'boilingPoint',
  'odourThreshold',
  'blotterLife',
  'typicalUse',
  'maximumUse',
  'defaultDilution',
] as const;
export type FigureField = (typeof figureFields)[number];
export type FactField = FigureField | 'molecularFormula' | 'smiles';

/** `method` and `source` count once the value is changed. */
export interface FactDraft {
  readonly value: string;
  readonly method: 'perfumer' | 'supplier';
  readonly source: string;
}

/** `was`: the constituent this row began as, with its provenance. */
export interface ConstituentDraft {
  readonly row: number;
  readonly cas: string;
  readonly name: string;
  readonly typical: string;
  readonly min: string;
  readonly max: string;
  readonly was?: Constituent;
}

export interface DilutionDraft {
  readonly row: number;
  readonly percent: string;
  readonly solventId: MaterialId | '';
}

/** Another material that can take its place, with the reason in each language. */
export interface SubstituteDraft {
  readonly materialId: MaterialId;
  readonly en: string;
  readonly ko: string;
}

export interface Draft {
  readonly nameEn: string;
  readonly nameKo: string;
  readonly aliasesEn: string;
  readonly aliasesKo: string;
  readonly inci: string;
  readonly cas: string;
  readonly kind: MaterialKind;
  readonly grade: Grade | '';
  readonly family: Family;
  readonly role: Role;
  readonly descriptors: readonly string[];
  readonly facts: Readonly<Record<FactField, FactDraft>>;
  readonly isComposed: boolean;
  readonly constituents: readonly ConstituentDraft[];
  readonly substitutes: readonly SubstituteDraft[];
  readonly pairings: readonly MaterialId[];
  /** One code to a line. */
  readonly hazards: string;
  /** A safety data sheet names none, which is not the same as nobody having entered any. */
  readonly hasNoHazards: boolean;
  readonly hazardSource: string;
  readonly supplier: string;
  readonly sku: string;
  readonly price: string;
  readonly currency: string;
  readonly date: string;
  readonly stock: string;
  readonly location: string;
  readonly note: string;
  readonly dilutions: readonly DilutionDraft[];
}

const factFields: readonly FactField[] = ['molecularFormula', 'smiles', ...figureFields];

/** A draft of what is there; of a material that is not there yet, an empty one. */
export function draftOf(entry: LibraryMaterial | undefined): Draft {
  const { material, shelf } = entry ?? {};
  return {
    nameEn: material?.name.en ?? '',
    nameKo: material?.name.ko ?? '',
    aliasesEn: material?.aliases.en.join('\n') ?? '',
    aliasesKo: material?.aliases.ko.join('\n') ?? '',
    inci: material?.inci ?? '',
    cas: material?.cas.join(', ') ?? '',
    kind: material?.kind ?? 'synthetic',
    grade: material?.grade ?? '',
    family: material?.family ?? 'floral',
    role: material?.role ?? 'heart',
    descriptors: material?.descriptors ?? [],
    facts: Object.fromEntries(factFields.map((field) => [field, factDraft(material?.[field])])) as Draft['facts'],
    isComposed: material?.constituents !== undefined,
    constituents: (material?.constituents ?? []).map((was, row) => ({ ...constituentText(was), row, was })),
    substitutes: (material?.substitutes ?? []).map(({ materialId, reason }) => ({ materialId, ...reason })),
    pairings: material?.pairings ?? [],
    hazards: material?.hazards?.join('\n') ?? '',
    hasNoHazards: material?.hazards?.length === 0,
    hazardSource: material?.hazardSource ?? '',
    supplier: shelf?.supplier ?? '',
    sku: shelf?.sku ?? '',
    price: shelf?.price?.perKilogram ?? '',
    currency: shelf?.price?.currency ?? '',
    date: shelf?.price?.date ?? '',
    stock: shelf?.stock ?? '',
    location: shelf?.location ?? '',
    note: shelf?.note ?? '',
    dilutions: (shelf?.dilutions ?? []).map(({ percent, solventId }, row) => ({ row, percent, solventId })),
  };
}

/** A number that no row has yet. */
export function nextRow(rows: readonly { readonly row: number }[]): number {
  return Math.max(-1, ...rows.map(({ row }) => row)) + 1;
}

/** Whether a fact is still as it was: its provenance then stays with it. */
export function isUntouched(typed: FactDraft, was: Material[FactField]): boolean {
  const before = factDraft(was);
  const isSameText = typed.value.trim() === before.value;
  return isSameText && (typed.value === '' || (typed.method === before.method && typed.source === before.source));
}

/** A figure as it is typed: all its digits, a point, no exponent. */
export function figureText(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : text;
}

/** The texts of a constituent's row. */
export function constituentText({ cas, name, typical, min, max }: Constituent): Omit<ConstituentDraft, 'row' | 'was'> {
  const text = (value: number | undefined) => (value === undefined ? '' : figureText(value));
  return { cas, name, typical: text(typical), min: text(min), max: text(max) };
}

function factDraft(fact: Fact<number> | Fact<string> | undefined): FactDraft {
  if (!fact) return { value: '', method: 'perfumer', source: '' };
  const { value, method, source } = fact;
  const isTyped = method === 'perfumer' || method === 'supplier';
  return {
    value: typeof value === 'number' ? figureText(value) : value,
    method: method === 'supplier' ? 'supplier' : 'perfumer',
    source: isTyped ? source : '',
  };
}
