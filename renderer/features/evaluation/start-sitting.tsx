import Button from '@mui/material/Button';
import { useState } from 'react';
import { type Medium, media, moments } from '#perfumery/evaluation/evaluation.ts';
import type { Recipe } from '#perfumery/formula/recipe.ts';
import { settled, showRecipe } from '#renderer/shared/bench.ts';
import { tellRefusal } from '#renderer/shared/refusal.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { useText } from '#renderer/shared/text.ts';
import { Segmented } from '#renderer/ui/segmented.tsx';
import table from '#renderer/ui/table.module.css';
import styles from './evaluation.module.css';
import { useWords } from './use-words.ts';

const working = 'working';

/** Chooses what is applied, on what, whether blind, and when to be reminded. */
export function StartSitting({ recipe }: { readonly recipe: Recipe }) {
  const { t } = useText('evaluation');
  const words = useWords(recipe.trials);
  const client = useStudio((studio) => studio.client);
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set([working]));
  const [reminded, remind] = useState<ReadonlySet<string>>(new Set(moments.map(String)));
  const [medium, setMedium] = useState<Medium>('blotter');
  const [isBlind, setBlind] = useState(false);

  async function start(): Promise<void> {
    try {
      await settled(recipe.id);
      const { recipe: now } = await client.evaluations.start({
        recipeId: recipe.id,
        trialIds: [...chosen].filter((id) => id !== working),
        withWorking: chosen.has(working),
        medium,
        isBlind,
        moments: [...reminded].map(Number),
      });
      await showRecipe(now as Recipe);
    } catch (error) {
      tellRefusal(error);
    }
  }
  const check = (key: string, label: string, of: ReadonlySet<string>, set: (next: ReadonlySet<string>) => void) => (
    <label key={key} className={styles.check}>
      <input
        type="checkbox"
        checked={of.has(key)}
        onChange={() => {
          const next = new Set(of);
          if (!next.delete(key)) next.add(key);
          set(next);
        }}
      />
      {label}
    </label>
  );
  return (
    <form
      className={styles.form}
      aria-label={t('start')}
      onSubmit={(event) => {
        event.preventDefault();
        void start();
      }}
    >
      <p className={table.hint}>{t('start-hint')}</p>
      <div className={styles.row}>
        {check(working, t('working-frozen'), chosen, choose)}
        {recipe.trials.map(({ id }) => check(id, words.trial(id), chosen, choose))}
      </div>
      <div className={styles.row}>
        <Segmented
          legend={t('on')}
          options={media.map((key) => ({ key, label: t(`medium.${key}`) }))}
          chosen={medium}
          onChoose={setMedium}
        />
        <label className={styles.check}>
          <input type="checkbox" checked={isBlind} onChange={() => setBlind(!isBlind)} />
          {t('blind')}
        </label>
      </div>
      <div className={styles.row}>
        <span className={styles.label}>{t('remind')}</span>
        {moments.map((one) => check(String(one), words.after(one), reminded, remind))}
      </div>
      <span>
        <Button type="submit" variant="contained">
          {t('start-now')}
        </Button>
      </span>
    </form>
  );
}
