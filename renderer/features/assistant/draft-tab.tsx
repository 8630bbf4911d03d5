/** @file A formula drafted from a brief: what came, what the engine mended and why, and what to do with it. Nothing is kept without a click. */
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import type { DraftEvent, DraftedFormula } from '#contract/assistant.ts';
import type { MaterialId, RecipeId } from '#foundation/ids.ts';
import type { Product } from '#perfumery/formula/formula.ts';
import { familyNames } from '#perfumery/search/family-names.ts';
import { useNumbers } from '#renderer/shared/number.ts';
import { tellRefusal } from '#renderer/shared/refusal.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { inLanguage, useText } from '#renderer/shared/text.ts';
import { Segmented } from '#renderer/ui/segmented.tsx';
import table from '#renderer/ui/table.module.css';
import styles from './assistant.module.css';
import { ModelStage } from './model-stage.tsx';
import { useStream } from './use-stream.ts';

interface Props {
  readonly product: Product;
  readonly brief: string;
  readonly onOpen: (recipeId: RecipeId) => void;
}

export function DraftTab({ product, brief: given, onOpen }: Props) {
  const { t, language } = useText('assistant');
  const { t: common } = useText('common');
  const [brief, setBrief] = useState(given);
  const [depth, setDepth] = useState<DraftedFormula['depth']>('basic');
  const [isInStock, setInStock] = useState(false);
  const stream = useStream<DraftEvent>();
  const last = stream.events.at(-1);
  const draft = last?.what === 'draft' ? last.draft : undefined;
  const stage = stream.events.findLast((event) => event.what === 'model');

  function ask(): void {
    const { client } = useStudio.getState();
    const asked = { brief, product, depth, isInStock, language };
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
        helperText={t('brief-hint')}
      />
      <div className={styles.controls}>
        <Segmented
          legend={t('depth')}
          options={(['basic', 'detailed', 'premium'] as const).map((key) => ({ key, label: t(`depth-${key}`) }))}
          chosen={depth}
          onChoose={setDepth}
        />
        <label>
          <input type="checkbox" checked={isInStock} onChange={(event) => setInStock(event.target.checked)} />{' '}
          {t('in-stock')}
        </label>
        {stream.isRunning ? (
          <Button variant="outlined" onClick={stream.stop}>
            {common('cancel')}
          </Button>
        ) : (
          <Button variant="contained" disabled={brief.trim() === ''} onClick={ask}>
            {t('write-draft')}
          </Button>
        )}
      </div>
      <div role="status">
        {stage && !draft && <ModelStage event={stage.event} />}
        {stream.isRunning && last?.what === 'writing' && (
          <p className={styles.hint}>{t('writing', { lines: last.lines, least: last.least })}</p>
        )}
      </div>
      {stream.fault && (
        <p className={styles.hint} role="alert">
          {stream.fault}
        </p>
      )}
      {draft && <DraftTable draft={draft} onKeep={() => keep(draft)} />}
    </>
  );
}

function DraftTable({ draft, onKeep }: { readonly draft: DraftedFormula; readonly onKeep: () => void }) {
  const { t, language } = useText('assistant');
  const { float } = useNumbers();
  const materials = useStudio((studio) => studio.materials);
  const nameOf = (id: string) => {
    const material = materials.get(id as MaterialId)?.material;
    return material ? inLanguage(material.name, language) : id;
  };
  const hasReasons = draft.lines.some(({ reason }) => reason);
  const isGrouped = draft.lines.some(({ accord }) => accord);
  const led = draft.led.flatMap(({ hours, family }) => (family ? [`${hours} h ${familyNames[family][language]}`] : []));
  return (
    <section aria-label={t('draft')}>
      <h3 className={styles.title}>{draft.name || t('untitled-draft')}</h3>
      <p className={styles.hint}>
        {t('by', { name: draft.model.name })}
        {draft.model.isDemonstration && <strong> {t('demonstration')}</strong>}
        {draft.model.leavesMachine && <strong> {t('leaves-machine')}</strong>}{' '}
        {t('of-candidates', { count: draft.candidates })}
      </p>
      <p>
        <strong>{t(`verdict-${draft.weighed.verdict}`)}</strong>
        {led.length > 0 && ` · ${t('led', { times: led.join(', ') })}`}
      </p>
      <table className={`${table.table} ${styles.table}`}>
        <thead>
          <tr>
            <th scope="col">{t('material')}</th>
            {isGrouped && <th scope="col">{t('accord')}</th>}
            <th scope="col">{t('drafted')}</th>
            <th scope="col">{t('parts')}</th>
            {hasReasons && <th scope="col">{t('reason')}</th>}
            {draft.depth === 'premium' && <th scope="col">{t('alternatives')}</th>}
          </tr>
        </thead>
        <tbody>
          {draft.lines.map((line) => (
            <tr key={line.materialId}>
              <td>{nameOf(line.materialId)}</td>
              {isGrouped && <td>{line.accord ?? ''}</td>}
              <td className={styles.number}>{line.drafted > 0 ? float(line.drafted, 4) : '–'}</td>
              <td className={styles.number}>{float(line.parts, 4)}</td>
              {hasReasons && <td>{line.reason ?? ''}</td>}
              {draft.depth === 'premium' && <td>{line.alternatives.map(nameOf).join(', ')}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      {draft.repairs.length > 0 && (
        <details className={styles.facts}>
          <summary>{t('repairs', { count: draft.repairs.length })}</summary>
          <ul>
            {draft.repairs.map(({ materialId, before, after, because }) => (
              <li key={`${materialId} ${because.what}`}>
                {t(`repair-${because.what}`, {
                  name: nameOf(materialId),
                  before: float(before / 1000, 4),
                  after: float(after / 1000, 4),
                  most: because.what === 'use-level' ? float(because.most, 3) : '',
                })}
              </li>
            ))}
          </ul>
        </details>
      )}
      {draft.reasonsLeftOut > 0 && (
        <p className={styles.hint}>{t('reasons-left-out', { count: draft.reasonsLeftOut })}</p>
      )}
      <Button variant="contained" onClick={onKeep}>
        {t('keep-draft')}
      </Button>
    </section>
  );
}
