import Button from '@mui/material/Button';
import { useState } from 'react';
import { type Medium, media, moments, mostMinutes } from '#perfumery/evaluation/evaluation.ts';
import type { Recipe } from '#perfumery/formula/recipe.ts';
import { settled, showRecipe } from '#renderer/shared/bench.ts';
import { typedFigure } from '#renderer/shared/figure.ts';
import { tell } from '#renderer/shared/notices.ts';
import { tellRefusal } from '#renderer/shared/refusal.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { useText } from '#renderer/shared/text.ts';
import { Segmented } from '#renderer/ui/segmented.tsx';
import table from '#renderer/ui/table.module.css';
import styles from './evaluation.module.css';
import { useWords } from './use-words.ts';

const working = 'working';
const units = ['min', 'h', 'd'] as const;
type Unit = (typeof units)[number];
const minutesIn: Readonly<Record<Unit, number>> = { min: 1, h: 60, d: 1440 };

/** Chooses what is applied, on what, whether blind, and when to be reminded. */
export function StartSitting({ recipe }: { readonly recipe: Recipe }) {
  const { t } = useText('evaluation');
  const words = useWords(recipe.trials);
  const client = useStudio((studio) => studio.client);
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set([working]));
  const [reminded, remind] = useState<ReadonlySet<string>>(new Set(moments.map(String)));
  const [medium, setMedium] = useState<Medium>('blotter');
  const [isBlind, setBlind] = useState(false);
  const [added, add] = useState<readonly number[]>([]);
  const [typed, setTyped] = useState('');
  const [unit, setUnit] = useState<Unit>('min');
  const [applied, setApplied] = useState('');
  const offered = [...new Set([...moments, ...added])].sort((a, b) => a - b);

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
        ...(applied && { started: new Date(applied).toISOString() }),
      });
      await showRecipe(now as Recipe);
    } catch (error) {
      tellRefusal(error);
    }
  }
  function addMoment(): void {
    const { value, wrong } = typedFigure(typed);
    const minutes = Math.round(Number(value ?? Number.NaN) * minutesIn[unit]);
    if (wrong !== undefined || !(minutes >= 1 && minutes <= mostMinutes)) {
      tell({ tone: 'bad', text: t('no-moment', { text: typed }) });
      return;
    }
    add([...added, minutes]);
    remind(new Set(reminded).add(String(minutes)));
    setTyped('');
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
        {offered.map((one) => check(String(one), words.after(one), reminded, remind))}
        <span className={styles.add}>
          <input
            className={styles.figure}
            inputMode="decimal"
            maxLength={10}
            aria-label={t('other-reminder')}
            placeholder={t('other-time')}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
              event.preventDefault();
              addMoment();
            }}
          />
          <select
            className={styles.select}
            aria-label={t('unit')}
            value={unit}
            onChange={(event) => setUnit(event.target.value as Unit)}
          >
            {units.map((one) => (
              <option key={one} value={one}>
                {t(`units.${one}`)}
              </option>
            ))}
          </select>
          <Button disabled={typed.trim() === ''} onClick={addMoment}>
            {t('add-reminder')}
          </Button>
        </span>
      </div>
      <div className={styles.row}>
        <label className={styles.check}>
          <span className={styles.label}>{t('applied-at')}</span>
          <input
            className={styles.select}
            type="datetime-local"
            max={localMinute()}
            value={applied}
            onChange={(event) => setApplied(event.target.value)}
          />
        </label>
        <span className={table.hint} style={{ margin: 0 }}>
          {t('applied-hint')}
        </span>
      </div>
      <span>
        <Button type="submit" variant="contained">
          {t(applied ? 'start-then' : 'start-now')}
        </Button>
      </span>
    </form>
  );
}

/** This minute where the perfumer is, as a field of a date and a time takes it. */
function localMinute(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
