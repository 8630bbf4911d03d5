/** @file The table of what is inside: rows to fill in, and what they add up to. */
import Button from '@mui/material/Button';
import { useNumbers } from '#renderer/shared/number.ts';
import { useText } from '#renderer/shared/text.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import { NamedIconButton } from '#renderer/ui/icon-button.tsx';
import { type ConstituentDraft, type Draft, nextRow } from './draft.ts';
import { useEditing, write } from './editing.ts';
import { useProblem } from './form-state.ts';
import styles from './material-form.module.css';
import { constituentSum } from './read-draft.ts';
import { CellField } from './text-field.tsx';

const cells = ['name', 'cas', 'typical', 'min', 'max'] as const;

export function ConstituentFields({ draft }: { readonly draft: Draft }) {
  const { t } = useText('materials');
  const numbers = useNumbers();
  const problem = useProblem('constituents');
  const lot = useEditing((state) => state.editing?.was?.lot);
  const rows = draft.constituents;
  const labels = {
    name: t('constituent'),
    cas: 'CAS',
    typical: t('typical'),
    min: t('lowest'),
    max: t('highest'),
  };
  const set = (row: number, part: Partial<ConstituentDraft>) =>
    write({ constituents: rows.map((one) => (one.row === row ? { ...one, ...part } : one)) });
  const add = () =>
    write({
      constituents: [...rows, { row: nextRow(rows), cas: '', name: '', typical: '', min: '', max: '' }],
    });

  return (
    <fieldset className={styles.group}>
      <legend>{t('composition')}</legend>
      {lot && <p className={styles.hint}>{t('lot-over-typical', { lot: lot.lot })}</p>}
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={draft.isComposed}
          onChange={(event) => write({ isComposed: event.target.checked })}
        />
        {t('constituents-known')}
      </label>
      {draft.isComposed && (
        <>
          {rows.length > 0 && (
            <table className={styles.rows}>
              <thead>
                <tr>
                  {cells.map((cell) => (
                    <th
                      key={cell}
                      scope="col"
                      className={cell === 'cas' ? styles.casCell : cell === 'name' ? undefined : styles.narrow}
                    >
                      {labels[cell]}
                    </th>
                  ))}
                  <td />
                </tr>
              </thead>
              <tbody>
                {rows.map((row, index) => (
                  <tr key={row.row}>
                    {cells.map((cell) => (
                      <td key={cell}>
                        <CellField
                          name={`constituents ${row.row} ${cell}`}
                          label={t('in-row', { label: labels[cell], row: index + 1 })}
                          value={row[cell]}
                          onChange={(value) => set(row.row, { [cell]: value })}
                        />
                      </td>
                    ))}
                    <td>
                      <NamedIconButton
                        icon="trash"
                        size={15}
                        label={t('remove-row', { row: index + 1 })}
                        onClick={() => write({ constituents: rows.filter((one) => one !== row) })}
                      />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          <div className={styles.foot}>
            <Button size="small" startIcon={<Icon name="add" size={14} />} onClick={add}>
              {t('add-constituent')}
            </Button>
            <span className={styles.hint} role="status">
              {rows.length === 0
                ? t('constituents-empty')
                : t('constituents-sum', { sum: numbers.percent(constituentSum(rows), 5) })}
            </span>
            {problem && (
              <span className={styles.problem} role="alert">
                {problem}
              </span>
            )}
          </div>
        </>
      )}
    </fieldset>
  );
}
