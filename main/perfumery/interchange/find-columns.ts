/** @file Which column of a table says what: by its heading, in Korean or English, or by what stands in it. */
import { parseCas } from '#perfumery/material/cas.ts';
import { readNumber } from '#perfumery/units/written-number.ts';
import { type Cell, cellText } from './cell-text.ts';

export type ColumnKind =
  | 'id'
  | 'name'
  | 'cas'
  | 'parts'
  | 'percent'
  | 'gram'
  | 'milligram'
  | 'dilution'
  | 'solvent'
  | 'note'
  | 'carrier'
  | 'locked';

export interface Columns {
  readonly at: Partial<Readonly<Record<ColumnKind, number>>>;
  /** The first row that is no heading. */
  readonly firstRow: number;
  /** Headings, or first cells, of columns that nothing is read from. */
  readonly unread: readonly string[];
  /** The heading of the column of dilutions, where there is one. */
  readonly dilutionHeading?: string;
}

const headings: readonly (readonly [ColumnKind, RegExp])[] = [
  ['id', /^(material )?id$|^원료 ?(id|아이디|코드)$/],
  ['cas', /^cas\b|^cas ?(no|number|rn|#|번호)|^카스/],
  ['dilution', /^dil(ution|uted|\.)?\b|^strength|^conc(entration|\.)?( ?\(?%\)?)?$|^희석|^농도/],
  ['solvent', /^(solvent|diluent|diluted in|in)$|^용매|^용제|^희석제/],
  ['locked', /^lock(ed)?$|^잠금|^고정$/],
  ['carrier', /^carrier$|^캐리어|^담체|^베이스 ?용제/],
  ['note', /^(notes?|comments?|remarks?)$|^비고|^메모|^노트|^참고/],
  [
    'name',
    /^(raw )?(materials?|ingredients?|names?|items?|components?|products?)( names?)?$|^원료|^향료|^재료|^성분|^이름|^품명|^물질/,
  ],
  ['milligram', /^(mg|milligrams?)$|\(mg\)|^밀리그램/],
  ['gram', /^(g|gr|grams?|weight|mass)$|\(g\)|^weight|^그램|^중량|^무게/],
  ['percent', /^(%|percent(age)?|pct|share|% ?(of|in) .*|.*\(%\))$|^퍼센트|^비율|^함량|^백분율/],
  ['parts', /^(parts?|amounts?|qty|quantity|pts|dose)\b|^배합|^부수|^부$|^양$|^수량|^사용량|^투입/],
];

/** Finds the columns of a table. Undefined when no column names materials. */
export function findColumns(rows: readonly (readonly Cell[])[]): Columns | undefined {
  for (const [index, row] of rows.slice(0, 15).entries()) {
    const columns = fromHeadings(row, index + 1);
    if (columns) return columns;
  }
  return fromContents(rows);
}

function fromHeadings(row: readonly Cell[], firstRow: number): Columns | undefined {
  const at: Partial<Record<ColumnKind, number>> = {};
  const unread: string[] = [];
  let dilutionHeading: string | undefined;
  for (const [index, cell] of row.entries()) {
    const heading = cellText(cell).toLowerCase();
    if (heading === '') continue;
    const kind = headings.find(([, pattern]) => pattern.test(heading))?.[0];
    if (!kind || at[kind] !== undefined) unread.push(cellText(cell));
    else at[kind] = index;
    if (kind === 'dilution' && at.dilution === index) dilutionHeading = heading;
  }
  const names = at.name ?? at.cas ?? at.id;
  const known = Object.keys(at).length;
  if (names === undefined || known < 2 || known < unread.length) return undefined;
  return { at, firstRow, unread, ...(dilutionHeading !== undefined && { dilutionHeading }) };
}

/** Without headings: the first column of words is the name, CAS numbers know themselves, the first numbers are amounts. */
function fromContents(rows: readonly (readonly Cell[])[]): Columns | undefined {
  const sample = rows.filter((row) => row.some((cell) => cellText(cell) !== '')).slice(0, 200);
  const width = Math.max(0, ...sample.map((row) => row.length));
  const at: Partial<Record<ColumnKind, number>> = {};
  const unread: string[] = [];
  for (let index = 0; index < width; index += 1) {
    const cells = sample.map((row) => cellText(row[index])).filter((text) => text !== '');
    if (cells.length === 0) continue;
    const kind = kindOfCells(cells);
    const taken = kind === 'parts' && at.parts !== undefined ? dilutionIn(cells) : kind;
    const free = taken === 'name' && at.name !== undefined ? 'note' : taken;
    if (free && at[free] === undefined) at[free] = index;
    else unread.push(cells[0] ?? '');
  }
  return at.name === undefined && at.cas === undefined ? undefined : { at, firstRow: 0, unread };
}

function kindOfCells(cells: readonly string[]): ColumnKind {
  const most = (fits: (text: string) => boolean) => cells.filter(fits).length * 2 > cells.length;
  if (most((text) => looksLikeCas(text))) return 'cas';
  if (most((text) => isAmount(text))) return 'parts';
  return 'name';
}

/** A second column of numbers is only read where it says that it is strengths: `10 %`. */
function dilutionIn(cells: readonly string[]): ColumnKind | undefined {
  return cells.every((text) => /%/.test(text)) ? 'dilution' : undefined;
}

function looksLikeCas(text: string): boolean {
  const cas = parseCas(text);
  return cas.ok || cas.reason === 'check-digit';
}

function isAmount(text: string): boolean {
  const number = readNumber(text.replace(/\s*(%|g|mg|ml|parts?|그램|부)$/i, ''));
  return 'value' in number || number.refused === 'ambiguous';
}
