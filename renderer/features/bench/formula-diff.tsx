import { useMemo } from 'react';
import { diffLines, type LineDifference } from '#perfumery/formula/diff-lines.ts';
import type { Formula, Line } from '#perfumery/formula/formula.ts';
import type { Sheet } from '#renderer/shared/bench.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { inLanguage, useText } from '#renderer/shared/text.ts';
import table from '#renderer/ui/table.module.css';
import { cellText } from './cell-text.ts';

interface Props {
  readonly before: Formula;
  readonly after: Formula;
  readonly accords: Sheet['accords'];
}

/** Two formulas line by line: what came, what went, what changed. */
export function FormulaDiff({ before, after, accords }: Props) {
  const { t, language } = useText('bench');
  const materials = useStudio((studio) => studio.materials);
  const { rows } = useMemo(() => diffLines(before, after), [before, after]);
  if (rows.length === 0) return <p className={table.hint}>{t('diff-none')}</p>;

  function nameOf({ ingredient }: Line): string {
    if (ingredient.kind === 'accord') {
      const accord = accords.get(ingredient.trialId);
      return accord
        ? t('accord-of', { name: inLanguage(accord.recipeName, language), number: accord.number })
        : t('accord-missing');
    }
    const material = materials.get(ingredient.materialId)?.material;
    return material ? inLanguage(material.name, language) : t('material-missing');
  }
  const amount = ({ parts, dilution }: Line) => (dilution === '100' ? parts : `${parts} @ ${dilution} %`);

  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th scope="col">{t('material')}</th>
          <th scope="col" />
          <th scope="col" className={table.number}>
            {t('diff-before')}, {t('unit.parts')}
          </th>
          <th scope="col" className={table.number}>
            {t('diff-after')}, {t('unit.parts')}
          </th>
          <th scope="col" className={table.number}>
            {t('of-concentrate')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const { before: was, after: is } = sides(row);
          const line = is ?? was;
          if (!line) return null;
          return (
            <tr key={line.id}>
              <td className={row.what === 'removed' ? table.removed : row.what === 'added' ? table.added : undefined}>
                {was && is && nameOf(was) !== nameOf(is) ? `${nameOf(was)} → ${nameOf(is)}` : nameOf(line)}
              </td>
              <td className={table.quiet}>{t(`diff-${row.what}`)}</td>
              <td className={table.number}>{was ? amount(was) : ''}</td>
              <td className={table.number}>{is ? amount(is) : ''}</td>
              <td className={table.number}>
                {row.what !== 'added' && cellText(row.shareBefore, 3)} →{' '}
                {row.what !== 'removed' && cellText(row.shareAfter, 3)}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function sides(row: LineDifference): { before?: Line; after?: Line } {
  if (row.what === 'added') return { after: row.after };
  return row.what === 'removed' ? { before: row.before } : row;
}
