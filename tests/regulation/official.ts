/**
 * @file IFRA's own figures as the tests read them: from the reference copy beside the project, which is never shipped and
 * may be absent. Read here a second time, apart from whatever wrote assets/regulation.
 */
import { existsSync } from 'node:fs';
import { invariant } from '#foundation/errors.ts';
import { type Category, categories } from '#perfumery/safety/category.ts';
import type { Limit } from '#perfumery/safety/regulation.ts';
import { readRows, sharedPath } from '#tests/catalogue/read-assets.ts';

const path = sharedPath('data/ifra51/parsed_ifra51_limits.csv');

/** Whether the reference copy is there to compare with. */
export const hasOfficial = existsSync(path);

export interface OfficialStandard {
  readonly row: string;
  readonly amendment: number;
  readonly cas: readonly string[];
  readonly kinds: ReadonlySet<string>;
  readonly driver: string;
  /** Absent where all 18 cells are blank. */
  readonly limits?: Readonly<Record<Category, Limit>>;
}

/** Every row of the overview. */
export function readOfficial(): readonly OfficialStandard[] {
  return readRows(path).map((row) => {
    const cells = categories.map((category) => row.get(`cat${category}`) ?? '');
    const limits = cells.every((cell) => cell.trim() === '')
      ? {}
      : {
          limits: Object.fromEntries(categories.map((category, i) => [category, readCell(cells[i] ?? '')])) as Record<
            Category,
            Limit
          >,
        };
    return {
      row: row.get('key') ?? '',
      amendment: Number(row.get('amendment')),
      cas: (row.get('cas') ?? '').split('|').filter(Boolean),
      kinds: new Set((row.get('type') ?? '').toLowerCase().split('_')),
      driver: row.get('property') ?? '',
      ...limits,
    };
  });
}

/** A cell as it stands in the overview: decimal commas, trailing blanks, remarks in brackets. Any other form is refused. */
function readCell(raw: string): Limit {
  const text = raw.trim();
  if (/^no restriction$/i.test(text)) return { state: 'no-restriction' };
  if (text === 'See Notebox') return { state: 'see-note' };
  if (text === '0.0 (Prohibited)') return { state: 'prohibited' };
  const [, number] = /^(\d+(?:[.,]\d+)?(?:[eE]-?\d+)?)(?: \(5-MOP\))?$/.exec(text) ?? [];
  invariant(number, `a cell has a known form, not ${raw}`);
  return { state: 'limit', percent: Number(Number(number.replace(',', '.')).toPrecision(3)).toString() };
}
