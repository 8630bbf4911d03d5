/** @file Where each thing stands in an overview: found by the text of the header, since a later amendment may move columns. */
import { type Category, categories } from '#perfumery/safety/category.ts';
import { type ImportProblem, type OverviewCell, type OverviewRows, textOf } from './overview.ts';

const headers = {
  key: 'Key',
  amendment: 'Amendment number',
  existingDeadline: 'Implementation deadline for existing creations',
  newDeadline: 'Implementation deadline for new creations',
  name: 'Name of the IFRA Standard',
  cas: 'CAS numbers',
  synonyms: 'Synonyms',
  kinds: 'IFRA Standard type',
  drivers: 'Intrinsic property driving the risk management measure',
  flavouring: 'Flavor use consideration',
  prohibitionNote: 'Prohibited fragrance ingredients: notes',
  phototoxicityNote: 'Restricted ingredients due to phototoxicity considerations: notes',
  restrictionNote: 'Restricted ingredients: notes',
  specificationNote: 'Specified ingredients: notes',
} as const;
type Field = keyof typeof headers;

/** The header text of a field's column. */
export function fieldHeader(field: Field): string {
  return headers[field];
}

/** Without these a row still means what it says. */
const optional: readonly Field[] = ['synonyms', 'phototoxicityNote', 'existingDeadline', 'newDeadline'];
/** The header stands near the top; a disclaimer may come before it. */
const searched = 30;

export interface OverviewColumns {
  /** Place of the header among the rows. */
  readonly header: number;
  readonly fields: Readonly<Record<Field, number>>;
  readonly limits: Readonly<Record<Category, number>>;
}

/** The header text of a category's column. */
export function limitHeader(category: Category): string {
  return `Category ${category} (%)`;
}

/** Finds the columns, or says which are missing or stand there twice. A field that may be missing has place -1. */
export function findOverviewColumns(
  rows: OverviewRows,
): { readonly columns: OverviewColumns } | { readonly problems: readonly ImportProblem[] } {
  const header = rows
    .slice(0, searched)
    .findIndex((row) => placesOf(row, limitHeader('4')).length > 0 && placesOf(row, headers.cas).length > 0);
  const row = rows[header];
  if (!row) return { problems: [{ why: 'no-header', stops: true, text: limitHeader('4') }] };
  const problems: ImportProblem[] = [];
  const place = (text: string, isOptional = false): number => {
    const places = placesOf(row, text);
    const why = places.length > 1 ? 'column-twice' : 'column-missing';
    if (places.length > 1 || (places.length === 0 && !isOptional))
      problems.push({ why, stops: true, row: header + 1, text });
    return places[0] ?? -1;
  };
  const fields = Object.fromEntries(
    (Object.keys(headers) as Field[]).map((field) => [field, place(headers[field], optional.includes(field))]),
  ) as Record<Field, number>;
  const limits = Object.fromEntries(categories.map((category) => [category, place(limitHeader(category))])) as Record<
    Category,
    number
  >;
  return problems.length > 0 ? { problems } : { columns: { header, fields, limits } };
}

function placesOf(row: readonly OverviewCell[], text: string): number[] {
  const wanted = folded(text);
  return row.flatMap((cell, at) => (folded(textOf(cell)) === wanted ? [at] : []));
}

function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/\s*\(\s*%\s*\)/, ' (%)');
}
