import Button from '@mui/material/Button';
import type { ModelPlan, Shelf, ShelfModel } from '#contract/models.ts';
import { tell } from '#renderer/shared/notices.ts';
import { sentenceFor, tellRefusal } from '#renderer/shared/refusal.ts';
import { numberText, sizeText } from '#renderer/shared/size-text.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { useText } from '#renderer/shared/text.ts';
import { Panel } from '#renderer/ui/panel.tsx';
import { FactTable } from './fact-table.tsx';
import { SettingsForm } from './settings-form.tsx';
import styles from './shelf.module.css';
import { TryBox } from './try-box.tsx';

interface Props {
  readonly model: ShelfModel;
  readonly shelf: Shelf;
  readonly plan: ModelPlan | undefined;
}

/** All about one model: what it is, how it is used, and a place to ask it something. */
export function ModelDetails({ model, shelf, plan }: Props) {
  const { t, language } = useText('models');
  const client = useStudio((studio) => studio.client);

  async function forget(): Promise<void> {
    try {
      await client.models.forget({ modelId: model.id });
      tell({ tone: 'good', text: t('forgotten', { name: model.name }) });
    } catch (error) {
      tellRefusal(error);
    }
  }

  return (
    <section className={styles.details} aria-label={model.name}>
      <h2>{model.name}</h2>
      {model.isDemonstration && <p className={styles.hint}>{t('demonstration-hint')}</p>}
      {model.refused && (
        <p className={styles.problem} role="alert">
          {sentenceFor({ code: 'model.refused', facts: { name: model.label, ...model.refused } })}
        </p>
      )}
      {model.isMissing && (
        <p className={styles.problem} role="alert">
          {sentenceFor({ code: 'model.file-gone', facts: { name: model.label } })}
        </p>
      )}
      {plan?.outcome === 'fits' && (
        <p className={styles.hint}>
          {t(plan.vram > 0 ? 'fit-estimate' : 'fit-estimate-ram', {
            ram: sizeText(plan.ram, language),
            vram: sizeText(plan.vram, language),
            tokens: numberText(plan.context, language, 6),
          })}
        </p>
      )}
      {!model.refused && !model.isMissing && (
        <Panel id="model-try" title={t('try')}>
          <TryBox model={model} />
        </Panel>
      )}
      <Panel id="model-facts" title={t('facts')}>
        <FactTable model={model} />
      </Panel>
      {!model.refused && (
        <Panel id="model-settings" title={t('settings')}>
          <SettingsForm model={model} hasCard={shelf.backend !== null && shelf.backend.backend !== 'cpu'} />
        </Panel>
      )}
      {!model.isDemonstration && (
        <p className={styles.foot}>
          <Button variant="outlined" onClick={() => void forget()}>
            {t('forget')}
          </Button>{' '}
          <span className={styles.quiet}>{t('forget-hint')}</span>
        </p>
      )}
    </section>
  );
}
