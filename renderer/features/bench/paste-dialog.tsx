/** @file Rows of a spreadsheet, pasted: what they were understood as before they become lines, in one act. */
import Button from '@mui/material/Button';
import { useEffect, useMemo, useState } from 'react';
import type { RecipeId } from '#foundation/ids.ts';
import type { Line } from '#perfumery/formula/formula.ts';
import { mostLines } from '#perfumery/formula/formula-limits.ts';
import { edit, undo, useBench } from '#renderer/shared/bench.ts';
import { tell } from '#renderer/shared/notices.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { useText } from '#renderer/shared/text.ts';
import { FaultyRows } from '#renderer/shared/understood/faulty-rows.tsx';
import { UnderstoodLines } from '#renderer/shared/understood/understood-lines.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import styles from './paste-dialog.module.css';
import { readPasted } from './read-pasted.ts';

/** How long typing must rest before it is read, in ms. */
const rest = 200;

interface Props {
  readonly recipeId: RecipeId;
  /** What was pasted already. */
  readonly rows: string;
  readonly onClose: () => void;
}

export function PasteDialog({ recipeId, rows, onClose }: Props) {
  const { t } = useText('bench');
  const { t: words } = useText('interchange');
  const { t: common } = useText('common');
  const [text, setText] = useState(rows);
  const [settled, setSettled] = useState(rows);
  const materials = useStudio((studio) => studio.materials);
  const read = useMemo(() => readPasted(settled, [...materials.values()]), [settled, materials]);
  const formula = useBench(({ sheets }) => sheets[recipeId]?.recipe.formula);

  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), rest);
    return () => clearTimeout(timer);
  }, [text]);

  const before = formula?.lines ?? [];
  const lines = 'fault' in read || text !== settled ? [] : read.lines;
  const isTooLong = before.length + lines.length > mostLines;
  const near = 'fault' in read ? 0 : read.matched.filter(({ by }) => by === 'near').length;

  function paste(after: readonly Line[]): void {
    edit(recipeId, { kind: 'paste', formula: { lines: after } });
    tell({
      tone: 'good',
      text: words('pasted', { count: lines.length }),
      action: { label: common('undo'), run: () => void undo(recipeId) },
    });
    onClose();
  }

  return (
    <Dialog
      title={t('paste')}
      width="lg"
      closeLabel={common('close')}
      onClose={onClose}
      actions={
        <>
          <span className={styles.foot} role="status">
            {lines.length > 0 && isTooLong
              ? words('paste-too-long', { have: before.length })
              : before.length > 0 && lines.length > 0 && words('paste-replaces', { count: before.length })}
          </span>
          {before.length > 0 && (
            <Button disabled={lines.length === 0} onClick={() => paste(lines)}>
              {t('paste-replace')}
            </Button>
          )}
          <Button
            variant="contained"
            disabled={lines.length === 0 || isTooLong}
            onClick={() => paste([...before, ...lines])}
          >
            {t('paste-append')}
          </Button>
        </>
      }
    >
      <div className={styles.columns}>
        <label className={styles.source}>
          <span>{t('paste-hint')}</span>
          <textarea
            // biome-ignore lint/a11y/noAutofocus: the dialog was opened to paste into it
            autoFocus
            value={text}
            spellCheck={false}
            wrap="off"
            placeholder={'Bergamot oil\t12\nHedione\t30\t10% in DPG'}
            onChange={(event) => setText(event.target.value)}
          />
        </label>
        <section className={styles.preview} aria-label={t('paste-preview')}>
          {'fault' in read ? (
            <p
              className={read.fault === 'empty' ? styles.quiet : styles.fault}
              role={read.fault === 'empty' ? undefined : 'alert'}
            >
              {words(`paste-fault.${read.fault}`)}
            </p>
          ) : (
            <>
              <h3 role="status">
                {t('paste-understood', { count: read.lines.length })}
                {read.notUnderstood.length > 0 && (
                  <span className={styles.warn}>
                    {' '}
                    · {t('paste-not-understood', { count: read.notUnderstood.length })}
                  </span>
                )}
              </h3>
              {near > 0 && <p className={styles.warn}>{words('near', { count: near })}</p>}
              {read.notUnderstood.length > 0 && (
                <div className={styles.faulty}>
                  <FaultyRows rows={read.notUnderstood} />
                </div>
              )}
              {read.lines.length > 0 && <UnderstoodLines lines={read.lines} matched={read.matched} />}
              {read.ignored.length > 0 && (
                <p className={styles.quiet}>
                  {words('ignored')}:{' '}
                  {read.ignored.map(({ text: ignored, why }) => `${ignored} (${words(`ignored-${why}`)})`).join(', ')}
                </p>
              )}
            </>
          )}
        </section>
      </div>
    </Dialog>
  );
}
