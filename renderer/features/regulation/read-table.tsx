import Button from '@mui/material/Button';
import { useState } from 'react';
import type { ReadTable as Read } from '#contract/regulation.ts';
import type { CellDifference, StandardDifference } from '#perfumery/safety/import/compare-tables.ts';
import type { ImportProblem } from '#perfumery/safety/import/overview.ts';
import type { Limit } from '#perfumery/safety/regulation.ts';
import { useDeadlines } from '#renderer/shared/deadlines.ts';
import { inLanguage, useText } from '#renderer/shared/text.ts';
import styles from './regulation.module.css';

const mostShown = 40;

/** What a workbook says: what is wrong with it, how its cells count, and every cell that differs. */
export function ReadTable({ read }: { readonly read: Read }) {
  const { t } = useText('regulation');
  const [isWhole, setWhole] = useState(false);
  const { problems, counts, differences } = read;
  const stopping = problems.filter(({ stops }) => stops);
  const remarks = problems.filter(({ stops }) => !stops);
  const { limit: limits, 'no-restriction': free, prohibited, 'see-note': notes, blank } = counts;
  const shown = isWhole ? differences : differences.slice(0, mostShown);
  return (
    <div className={styles.read}>
      {stopping.length > 0 && <Problems title={t('stops', { count: stopping.length })} problems={stopping} isBad />}
      {remarks.length > 0 && <Problems title={t('remarks', { count: remarks.length })} problems={remarks} />}
      <p className={styles.hint}>{t('counts', { limits, free, prohibited, notes, blank })}</p>
      <h4>{differences.length > 0 ? t('differences', { count: differences.length }) : t('no-differences')}</h4>
      {shown.length > 0 && <Differences differences={shown} />}
      {shown.length < differences.length && (
        <Button onClick={() => setWhole(true)}>{t('show-all', { count: differences.length })}</Button>
      )}
    </div>
  );
}

interface ProblemsProps {
  readonly title: string;
  readonly problems: readonly ImportProblem[];
  readonly isBad?: boolean;
}

function Problems({ title, problems, isBad = false }: ProblemsProps) {
  const { t } = useText('regulation');
  const place = ({ row, column }: ImportProblem) => {
    if (row !== undefined && column !== undefined) return t('at-cell', { row, column });
    return row === undefined ? (column ?? '') : t('at-row', { row });
  };
  return (
    <div className={styles.problems} data-bad={isBad}>
      <h4>{title}</h4>
      <ul>
        {problems.slice(0, mostShown).map((problem) => (
          <li key={`${problem.why} ${problem.row} ${problem.column} ${problem.text}`}>
            {place(problem) && <b>{place(problem)}</b>} {t(`problem.${problem.why}`, { text: problem.text })}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Differences({ differences }: { readonly differences: readonly StandardDifference[] }) {
  const { t, language } = useText('regulation');
  return (
    <table className={styles.differences}>
      <thead>
        <tr>
          <th scope="col">{t('standard')}</th>
          <th scope="col">{t('what')}</th>
          <th scope="col">{t('cells')}</th>
        </tr>
      </thead>
      <tbody>
        {differences.map((one) => (
          <tr key={one.key}>
            <td>{inLanguage(one.title, language)}</td>
            <td>{t(one.what)}</td>
            <td>
              <Changes difference={one} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Changes({ difference }: { readonly difference: StandardDifference }) {
  const { t } = useText('regulation');
  const sayDeadlines = useDeadlines();
  const { what, cells, amendment, deadlines, kinds, traceCeiling, casAdded, casRemoved } = difference;
  const by = what === 'withdrawn' ? undefined : sayDeadlines(deadlines.now);
  const said = (limit: Limit | undefined) => {
    if (!limit) return t('state-blank');
    return limit.state === 'limit' ? limit.percent : t(`state-${limit.state}`);
  };
  const cell = ({ category, before, now }: CellDifference) =>
    what === 'added'
      ? t('cell-new', { category, now: said(now) })
      : t('cell-change', { category, before: said(before), now: said(now) });
  const isMoved = what === 'changed' && amendment.before !== amendment.now;
  const words = [
    ...cells.map(cell),
    ...(by ? [by] : []),
    ...(isMoved ? [t('amendment-changed', { before: amendment.before ?? '', now: amendment.now ?? '' })] : []),
    ...(kinds && what !== 'withdrawn' ? [kinds.now.map((kind) => t(`kind.${kind}`)).join(', ')] : []),
    ...(traceCeiling?.now ? [t('ceiling-changed', { now: `${traceCeiling.now} %` })] : []),
    ...(what === 'changed' && casAdded.length > 0 ? [t('cas-added', { cas: casAdded.join(', ') })] : []),
    ...(what === 'changed' && casRemoved.length > 0 ? [t('cas-removed', { cas: casRemoved.join(', ') })] : []),
  ];
  return (
    <span className={styles.cells}>
      {words.map((word) => (
        <span key={word}>{word}</span>
      ))}
    </span>
  );
}
