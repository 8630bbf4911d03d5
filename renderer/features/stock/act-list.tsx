import Button from '@mui/material/Button';
import { useNumbers } from '#renderer/shared/number.ts';
import { tellRefusal } from '#renderer/shared/refusal.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { useText } from '#renderer/shared/text.ts';
import table from '#renderer/ui/table.module.css';
import { type ActSeen, type StockSeen, useMaterialName } from './use-stock.ts';

/** What was done to the stock, the newest first; the newest that is in force can be taken back. */
export function ActList({ acts }: Pick<StockSeen, 'acts'>) {
  const { t, language } = useText('stock');
  const { t: common } = useText('common');
  const numbers = useNumbers();
  const nameOf = useMaterialName();
  const client = useStudio((studio) => studio.client);
  const last = acts.find(({ undone }) => undone === undefined);
  const what = ({ shelves }: ActSeen) =>
    shelves
      .map(({ materialId, before, after }) => {
        const said = (stock: typeof before.stock) => (stock === undefined ? t('uncounted') : numbers.gram(stock));
        return `${nameOf(materialId)}: ${said(before.stock)} → ${said(after.stock)}`;
      })
      .join(', ');
  if (acts.length === 0) return <p className={table.hint}>{t('no-acts')}</p>;
  return (
    <table className={table.table} aria-label={t('acts')}>
      <tbody>
        {acts.map((act) => (
          <tr key={act.id}>
            <td>
              {new Date(act.made).toLocaleString(language === 'ko' ? 'ko-KR' : 'en-GB', {
                dateStyle: 'medium',
                timeStyle: 'short',
              })}
            </td>
            <td>{t(`act.${act.kind}`)}</td>
            <td>{what(act)}</td>
            <td>
              {act.undone && <span className={table.quiet}>{t('was-undone')}</span>}
              {act === last && (
                <Button onClick={() => void client.stock.undo({ actId: act.id }).catch(tellRefusal)}>
                  {common('undo')}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
