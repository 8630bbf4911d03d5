/** @file A formula drafted from a brief: what came, what the engine mended and why, and what to do with it. Nothing is kept without a click. */
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import type { DraftEvent, DraftedFormula } from '#contract/assistant.ts';
import type { RecipeId } from '#foundation/ids.ts';
import { type Brief, longestBrief } from '#perfumery/brief/brief.ts';
import type { Product } from '#perfumery/formula/formula.ts';
import { ModelStage } from '#renderer/shared/model-stage.tsx';
import { tellRefusal } from '#renderer/shared/refusal.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { useText } from '#renderer/shared/text.ts';
import { useStream } from '#renderer/shared/use-stream.ts';
import { materialOf, useWishes, type Wish, wishList } from '#renderer/shared/wish.ts';
import { useAsked } from '#renderer/shared/working-day.ts';
import { Segmented } from '#renderer/ui/segmented.tsx';
import styles from './assistant.module.css';
import { DraftPreview } from './draft-preview.tsx';
import { LinesWritten } from './lines-written.tsx';

interface Props {
  readonly recipeId: RecipeId;
  readonly product: Product;
  readonly brief: string;
  /** Nobody plays the composer: the engine drafts by rule. */
  readonly isAlone: boolean;
  readonly onOpen: (recipeId: RecipeId) => void;
  readonly onClose: () => void;
}

export function DraftTab({ recipeId, product, brief: given, isAlone, onOpen, onClose }: Props) {
  const { t, language } = useText('assistant');
  const { t: common } = useText('common');
  const { t: told } = useText('brief');
  const [brief, setBrief] = useState(given);
  const [depth, setDepth] = useState<DraftedFormula['depth']>('basic');
  const [isInStock, setInStock] = useState(false);
  const { nameOf } = useWishes();
  const kept = useAsked(['briefs'], recipeId, (client) => client.briefs.of({ recipeId })) as Brief | null | undefined;
  const stream = useStream<DraftEvent>();
  const isTooLong = brief.length > longestBrief;
  const isReady = brief.trim() !== '' && !isTooLong;
  const last = stream.events.at(-1);
  const draft = last?.what === 'draft' ? last.draft : undefined;
  const stage = stream.events.findLast((event) => event.what === 'model');
  const wishes = wishList(kept?.wishes);
  const unwanted = wishes.filter(({ field }) => field === 'notesUnwanted');
  const wanted = wishes.filter(({ field }) => !unlike.has(field));

  function ask(isByRule: boolean): void {
    const { client } = useStudio.getState();
    const asked = {
      brief,
      product,
      depth,
      isInStock,
      isByRule,
      language,
      wanted: wanted.map(nameOf),
      unwanted: unwanted.map(nameOf),
      forbidden: [...(kept?.limits.forbidden ?? []), ...unwanted.flatMap((one: Wish) => materialOf(one) ?? [])],
    };
    stream.run((signal) => client.assistant.draft(asked as never, { signal }));
  }

  function keep({ name, formula }: DraftedFormula): void {
    const { client } = useStudio.getState();
    const title = name || t('untitled-draft');
    const lines = formula.lines.map((line, at) => ({ ...line, id: `draft-${at + 1}` }));
    client.recipes
      .create({ name: { ko: '', en: '', [language]: title }, brief, product, formula: { lines } } as never)
      .then(({ id }) => onOpen(id as RecipeId), tellRefusal);
  }

  return (
    <>
      <TextField
        label={t('brief')}
        value={brief}
        onChange={(event) => setBrief(event.target.value)}
        multiline
        minRows={3}
        maxRows={8}
        fullWidth
        size="small"
        error={isTooLong}
        helperText={isTooLong ? told('too-long', { length: brief.length, most: longestBrief }) : t('brief-hint')}
      />
      {wishes.length > 0 && (
        <p className={styles.hint}>
          {wanted.length > 0 && t('wanted', { names: wanted.map(nameOf).join(', ') })}{' '}
          {unwanted.length > 0 && t('unwanted', { names: unwanted.map(nameOf).join(', ') })}
        </p>
      )}
      <div className={styles.controls}>
        {!isAlone && (
          <Segmented
            legend={t('depth')}
            options={(['basic', 'detailed', 'premium'] as const).map((key) => ({ key, label: t(`depth-${key}`) }))}
            chosen={depth}
            onChoose={setDepth}
          />
        )}
        <label className={styles.check}>
          <input type="checkbox" checked={isInStock} onChange={(event) => setInStock(event.target.checked)} />
          {t('in-stock')}
        </label>
        <span className={styles.acts}>
          {stream.isRunning ? (
            <Button variant="outlined" onClick={stream.stop}>
              {common('cancel')}
            </Button>
          ) : (
            <>
              <Button variant={isAlone ? 'contained' : 'text'} disabled={!isReady} onClick={() => ask(true)}>
                {t('lay-out')}
              </Button>
              {!isAlone && (
                <Button variant="contained" disabled={!isReady} onClick={() => ask(false)}>
                  {t('write-draft')}
                </Button>
              )}
            </>
          )}
        </span>
      </div>
      <div role="status">
        {stage && !draft && <ModelStage event={stage.event} />}
        {stream.isRunning && !stage && <p className={styles.hint}>{t('choosing')}</p>}
      </div>
      {!draft && <LinesWritten events={stream.events} isRunning={stream.isRunning} />}
      {stream.fault && (
        <p className={styles.fault} role="alert">
          {stream.fault}
        </p>
      )}
      {draft && <DraftPreview recipeId={recipeId} draft={draft} onKeep={() => keep(draft)} onUsed={onClose} />}
    </>
  );
}

/** What is wished for, but no smell to look for. */
const unlike: ReadonlySet<Wish['field']> = new Set(['notesUnwanted', 'product', 'longevity', 'intensity']);
