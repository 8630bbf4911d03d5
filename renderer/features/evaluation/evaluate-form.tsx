import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import type { TrialId } from '#foundation/ids.ts';
import { type Medium, media, moments } from '#perfumery/evaluation/evaluation.ts';
import type { Recipe } from '#perfumery/formula/recipe.ts';
import { settled, showRecipe } from '#renderer/shared/bench.ts';
import { tell } from '#renderer/shared/notices.ts';
import { tellRefusal } from '#renderer/shared/refusal.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { useText } from '#renderer/shared/text.ts';
import { Segmented } from '#renderer/ui/segmented.tsx';
import styles from './evaluation.module.css';
import { emptyDraft, ImpressionForm, impressionOf } from './impression-form.tsx';
import { useWords } from './use-words.ts';

const other = 'other';

/** One look at one trial, outside of any sitting. The working formula is frozen by it. */
export function EvaluateForm({ recipe, onKept }: { readonly recipe: Recipe; readonly onKept: () => void }) {
  const { t } = useText('evaluation');
  const words = useWords(recipe.trials);
  const client = useStudio((studio) => studio.client);
  const [trial, setTrial] = useState('');
  const [when, setWhen] = useState<string>('0');
  const [minutes, setMinutes] = useState('60');
  const [medium, setMedium] = useState<Medium>('blotter');
  const [draft, setDraft] = useState(emptyDraft);

  async function keep(): Promise<void> {
    try {
      await settled(recipe.id);
      const impression = {
        ...impressionOf(draft),
        medium,
        minutes: Number((when === other ? minutes : when).trim() || Number.NaN),
      };
      if (Number.isNaN(impression.minutes)) impression.minutes = -1;
      const kept = await client.evaluations.evaluate({
        recipeId: recipe.id,
        ...(trial && { trialId: trial }),
        impression,
      });
      await showRecipe(kept.recipe as Recipe);
      const number = kept.recipe.trials.find(({ id }) => id === kept.evaluation.trialId)?.number ?? 0;
      tell({ tone: 'good', text: t('kept', { number }) });
      setDraft(emptyDraft);
      onKept();
    } catch (error) {
      tellRefusal(error);
    }
  }

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <div className={styles.row}>
        <label className={styles.check}>
          <span className={styles.label}>{t('trial')}</span>
          <select className={styles.select} value={trial} onChange={(event) => setTrial(event.target.value)}>
            <option value="">{t('working-frozen')}</option>
            {recipe.trials.map(({ id }) => (
              <option key={id} value={id}>
                {words.trial(id as TrialId)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div className={styles.row}>
        <span className={styles.label}>{t('when')}</span>
        <Segmented
          legend={t('when')}
          options={[
            ...moments.map((one) => ({ key: String(one), label: words.after(one) })),
            { key: other, label: t('other-time') },
          ]}
          chosen={when}
          onChoose={setWhen}
        />
        {when === other && (
          <TextField
            label={t('minutes-after')}
            value={minutes}
            onChange={(event) => setMinutes(event.target.value)}
            slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 10 } }}
          />
        )}
      </div>
      <div className={styles.row}>
        <span className={styles.label}>{t('on')}</span>
        <Segmented
          legend={t('on')}
          options={media.map((key) => ({ key, label: t(`medium.${key}`) }))}
          chosen={medium}
          onChoose={setMedium}
        />
      </div>
      <ImpressionForm draft={draft} onChange={setDraft} />
      <span>
        <Button type="submit" variant="contained">
          {t('keep')}
        </Button>
      </span>
    </form>
  );
}
