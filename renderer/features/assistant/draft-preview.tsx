/** @file A draft as it would stand on the bench: its lines, what the engine mended, how it would dry; taken over only with a click. */
import Button from '@mui/material/Button';
import { useState } from 'react';
import type { DraftedFormula } from '#contract/assistant.ts';
import type { MaterialId, RecipeId } from '#foundation/ids.ts';
import type { Formula } from '#perfumery/formula/formula.ts';
import { familyNames } from '#perfumery/search/family-names.ts';
import { edit, undo, useBench } from '#renderer/shared/bench.ts';
import { tell } from '#renderer/shared/notices.ts';
import { useNumbers } from '#renderer/shared/number.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { inLanguage, useText } from '#renderer/shared/text.ts';
import table from '#renderer/ui/table.module.css';
import styles from './assistant.module.css';

interface Props {
  readonly recipeId: RecipeId;
  readonly draft: DraftedFormula;
  readonly onKeep: () => void;
  /** It was put into the open recipe. */
  readonly onUsed: () => void;
}

export function DraftPreview({ recipeId, draft, onKeep, onUsed }: Props) {
  const { t } = useText('assistant');
  const nameOf = useNameOf();
  const before = useBench(({ sheets }) => sheets[recipeId]?.recipe.formula.lines.length ?? 0);
  const [isAsking, setAsking] = useState(false);
  return (
    <section aria-label={t('draft')} className={styles.preview}>
      <h3 className={styles.title}>{draft.name || t('untitled-draft')}</h3>
      <By draft={draft} />
      <Lines draft={draft} nameOf={nameOf} />
      <Repairs draft={draft} nameOf={nameOf} />
      <DryDown draft={draft} nameOf={nameOf} />
      {isAsking ? (
        <div className={styles.offer} role="group" aria-label={t('use-draft')}>
          {t('replaces', { count: before, lines: draft.formula.lines.length })}{' '}
          <Button
            size="small"
            variant="contained"
            onClick={() => {
              putIn(recipeId, draft.formula as Formula, t('draft-used'), t('undo'));
              onUsed();
            }}
          >
            {t('replace')}
          </Button>{' '}
          <Button size="small" onClick={() => setAsking(false)}>
            {t('leave')}
          </Button>
        </div>
      ) : (
        <div className={styles.foot}>
          <Button variant="contained" onClick={() => setAsking(true)}>
            {t('use-draft')}
          </Button>
          <Button variant="outlined" onClick={onKeep}>
            {t('keep-draft')}
          </Button>
        </div>
      )}
    </section>
  );
}

/** Replaces the lines of the open recipe; one undo takes it back. */
function putIn(recipeId: RecipeId, formula: Formula, text: string, undoLabel: string): void {
  const stamp = Date.now().toString(36);
  const lines = formula.lines.map((line, at) => ({ ...line, id: `draft-${stamp}-${at + 1}` as typeof line.id }));
  edit(recipeId, { kind: 'other', formula: { lines } });
  tell({ tone: 'good', text, action: { label: undoLabel, run: () => void undo(recipeId) } });
}

type NameOf = (id: string) => string;

function useNameOf(): NameOf {
  const { language } = useText('assistant');
  const materials = useStudio((studio) => studio.materials);
  return (id) => {
    const material = materials.get(id as MaterialId)?.material;
    return material ? inLanguage(material.name, language) : id;
  };
}

function By({ draft: { model, candidates, weighed } }: { readonly draft: DraftedFormula }) {
  const { t } = useText('assistant');
  return (
    <>
      <p className={styles.hint}>
        {model ? t('by', { name: model.name }) : t('by-rule')}
        {model?.isDemonstration && <strong className={styles.warning}> {t('demonstration')}</strong>}
        {model?.leavesMachine && <strong className={styles.warning}> {t('leaves-machine')}</strong>}{' '}
        {t('of-candidates', { count: candidates })}
      </p>
      <p className={styles.verdict}>{t(`verdict-${weighed.verdict}`)}</p>
    </>
  );
}

interface PartProps {
  readonly draft: DraftedFormula;
  readonly nameOf: NameOf;
}

function Lines({ draft, nameOf }: PartProps) {
  const { t } = useText('assistant');
  const { float } = useNumbers();
  const hasReasons = draft.lines.some(({ reason }) => reason);
  const isGrouped = draft.lines.some(({ accord }) => accord);
  return (
    <>
      <table className={`${table.table} ${styles.table}`}>
        <thead>
          <tr>
            <th scope="col">{t('material')}</th>
            {isGrouped && <th scope="col">{t('accord')}</th>}
            <th scope="col" className={styles.number}>
              {t('drafted')}
            </th>
            <th scope="col" className={styles.number}>
              {t('parts')}
            </th>
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
              {draft.depth === 'premium' && <td>{line.alternatives.map(nameOf).join(', ') || '–'}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      {draft.reasonsLeftOut > 0 && (
        <p className={styles.hint}>{t('reasons-left-out', { count: draft.reasonsLeftOut })}</p>
      )}
    </>
  );
}

function Repairs({ draft: { repairs }, nameOf }: PartProps) {
  const { t } = useText('assistant');
  const { float } = useNumbers();
  if (repairs.length === 0) return null;
  return (
    <details className={styles.facts}>
      <summary>{t('repairs', { count: repairs.length })}</summary>
      <ul>
        {repairs.map(({ materialId, before, after, because }, at) => (
          <li key={at}>
            {t(`repair-${because.what}`, {
              name: nameOf(materialId),
              before: float(before / 1000, 4),
              after: float(after / 1000, 4),
              most: because.what === 'use-level' ? float(because.most, 3) : '',
              least: because.what === 'too-few-lines' ? because.least : '',
            })}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What leads on skin, hour by hour, as the physics of the studio reckons it. */
function DryDown({ draft: { led }, nameOf }: PartProps) {
  const { t, language } = useText('assistant');
  if (led.every(({ family }) => !family)) return null;
  return (
    <table className={`${table.table} ${styles.table}`}>
      <caption className={styles.caption}>{t('evolution')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('after')}</th>
          <th scope="col">{t('leading-family')}</th>
          <th scope="col">{t('leading-material')}</th>
        </tr>
      </thead>
      <tbody>
        {led.map(({ hours, family, materialId }) => (
          <tr key={hours}>
            <td>{hours === 0 ? t('at-once') : `${hours} h`}</td>
            <td>{family ? familyNames[family][language] : '–'}</td>
            <td>{materialId ? nameOf(materialId) : '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
