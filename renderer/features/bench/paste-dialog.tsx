/** @file Rows of a spreadsheet, pasted: what they were understood as before they become lines, in one act. */
import Button from '@mui/material/Button';
import { useEffect, useState } from 'react';
import type { RecipeId } from '#foundation/ids.ts';
import type { Line } from '#perfumery/formula/formula.ts';
import { mostLines } from '#perfumery/formula/formula-limits.ts';
import { edit, undo, useBench } from '#renderer/shared/bench.ts';
import { tell } from '#renderer/shared/notices.ts';
import { useText } from '#renderer/shared/text.ts';
import { FaultyRows } from '#renderer/shared/understood/faulty-rows.tsx';
import { UnderstoodLines } from '#renderer/shared/understood/understood-lines.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import styles from './paste-dialog.module.css';
import type { Pasted } from './read-pasted.ts';
import { usePasted } from './use-pasted.ts';

/** From so many characters on, the browser's own paste holds the page up for seconds: the text is then put in as a whole. */
const longPaste = 10_000;

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
  const read = usePasted(text);
  const [shown, setShown] = useState<Pasted>();
  const before = useBench(({ sheets }) => sheets[recipeId]?.recipe.formula.lines) ?? [];

  // While the next text is read, the preview stays; only what can be added goes.
  useEffect(() => {
    if (read) setShown(read);
  }, [read]);

  const lines = read && !('fault' in read) ? read.lines : [];
  const isTooLong = before.length + lines.length > mostLines;

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
            {lines.length > 0 &&
              before.length > 0 &&
              words(isTooLong ? 'paste-too-long' : 'paste-replaces', { count: before.length })}
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
            autoFocus
            value={text}
            spellCheck={false}
            wrap="off"
            placeholder={'Bergamot oil\t12\nHedione 10% in DPG\t30'}
            onChange={(event) => setText(event.target.value)}
            onPaste={(event) => {
              const pasted = event.clipboardData.getData('text/plain');
              if (pasted.length < longPaste) return;
              event.preventDefault();
              const { value, selectionStart, selectionEnd } = event.currentTarget;
              setText(value.slice(0, selectionStart) + pasted + value.slice(selectionEnd));
            }}
          />
        </label>
        <section className={styles.preview} aria-label={t('paste-preview')} aria-busy={read === undefined}>
          {shown && <Preview read={shown} />}
        </section>
      </div>
    </Dialog>
  );
}

function Preview({ read }: { readonly read: Pasted }) {
  const { t } = useText('bench');
  const { t: words } = useText('interchange');
  if ('fault' in read) {
    const isEmpty = read.fault === 'empty';
    return (
      <p className={isEmpty ? styles.quiet : styles.fault} role={isEmpty ? 'status' : 'alert'}>
        {words(`paste-fault.${read.fault}`)}
      </p>
    );
  }
  const { lines, matched, notUnderstood, ignored } = read;
  const near = matched.filter(({ by }) => by === 'near').length;
  return (
    <>
      <h3 role="status">
        {t('paste-understood', { count: lines.length })}
        {notUnderstood.length > 0 && (
          <span className={styles.warn}> · {t('paste-not-understood', { count: notUnderstood.length })}</span>
        )}
      </h3>
      {near > 0 && <p className={styles.warn}>{words('near', { count: near })}</p>}
      {notUnderstood.length > 0 && (
        <div className={styles.faulty}>
          <FaultyRows rows={notUnderstood} />
        </div>
      )}
      {lines.length > 0 && <UnderstoodLines lines={lines} matched={matched} />}
      {ignored.length > 0 && (
        <p className={styles.quiet}>
          {words('ignored')}: {ignored.map(({ text, why }) => `${text} (${words(`ignored-${why}`)})`).join(', ')}
        </p>
      )}
    </>
  );
}
