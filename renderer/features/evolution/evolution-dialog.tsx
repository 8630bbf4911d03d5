/** @file How a recipe smells as it dries: over time, as a radar, place by place, and everything this rests on. */
import { useEffect, useState } from 'react';
import type { RecipeId } from '#foundation/ids.ts';
import type { Evolution } from '#perfumery/odour/evolution.ts';
import { surfaceNames } from '#perfumery/volatility/surface.ts';
import { type Sheet, useBench } from '#renderer/shared/bench.ts';
import { type Setting, useEvolution } from '#renderer/shared/evolution/use-evolution.ts';
import { useTrial, working } from '#renderer/shared/evolution/use-trial.ts';
import { useNames } from '#renderer/shared/names.ts';
import { inLanguage, useText } from '#renderer/shared/text.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { AssumptionList } from './assumption-list.tsx';
import styles from './evolution.module.css';
import { OverTime } from './over-time.tsx';
import { PlacesTable } from './places-table.tsx';
import { RadarView } from './radar-view.tsx';
import { TrialChoice } from './trial-choice.tsx';

interface Props {
  readonly recipeId: RecipeId;
  readonly onClose: () => void;
}

const views = ['time', 'radar', 'places', 'assumptions'] as const;
type View = (typeof views)[number];
const activities = ['unifac', 'ideal'] as const;
/** What takes longer than this to reckon says so, in ms. */
const patience = 50;

/** The evolution of an open recipe. It follows what happens on the bench. */
export function EvolutionDialog({ recipeId, onClose }: Props) {
  const sheet = useBench(({ sheets }) => sheets[recipeId]);
  return sheet ? <Evolving recipeId={recipeId} sheet={sheet} onClose={onClose} /> : null;
}

function Evolving({ recipeId, sheet, onClose }: Props & { readonly sheet: Sheet }) {
  const { t, language } = useText('evolution');
  const { t: common } = useText('common');
  const { t: bench } = useText('bench');
  const [view, setView] = useState<View>('time');
  const [chosen, setChosen] = useState<string>(working);
  const [setting, setSetting] = useState<Setting>({ surface: 'blotter', activity: 'unifac' });
  const trial = useTrial(recipeId, sheet, chosen);
  const aside = useEvolution(trial, sheet.accords, setting);
  const isLate = useLate(!aside.isCurrent && !aside.hasFailed);
  const { trials } = sheet.recipe;
  const name = inLanguage(sheet.recipe.name, language) || bench('untitled');
  return (
    <Dialog title={t('title', { name })} width="lg" closeLabel={common('close')} onClose={onClose}>
      <div className={styles.settings}>
        {trials.length > 0 && (
          <TrialChoice
            label={t('trial')}
            trials={trials}
            chosen={chosen}
            onChoose={(one = working) => setChosen(one)}
          />
        )}
        <Segmented
          legend={t('smelled-from')}
          options={surfaceNames.map((key) => ({ key, label: t(`surface.${key}`) }))}
          chosen={setting.surface}
          onChoose={(surface) => setSetting({ ...setting, surface })}
        />
        <Segmented
          legend={t('in-the-film')}
          options={activities.map((key) => ({ key, label: t(`activity.${key}`) }))}
          chosen={setting.activity}
          onChoose={(activity) => setSetting({ ...setting, activity })}
        />
        <span className={styles.status} role="status">
          {isLate && (
            <>
              {t('computing')}
              <progress aria-label={t('computing')} />
            </>
          )}
        </span>
        <Segmented
          legend={t('view')}
          options={views.map((key) => ({ key, label: t(`views.${key}`) }))}
          chosen={view}
          onChoose={setView}
        />
      </div>
      {aside.hasFailed && <p role="alert">{t('failed')}</p>}
      <div className={styles.body} aria-busy={!aside.isCurrent}>
        {aside.answer && (
          <Shown
            recipeId={recipeId}
            sheet={sheet}
            view={view}
            evolution={aside.answer}
            chosen={chosen}
            setting={setting}
          />
        )}
      </div>
    </Dialog>
  );
}

interface ShownProps {
  readonly recipeId: RecipeId;
  readonly sheet: Sheet;
  readonly view: View;
  readonly evolution: Evolution;
  readonly chosen: string;
  readonly setting: Setting;
}

function Shown({ recipeId, sheet, view, evolution, chosen, setting }: ShownProps) {
  const { t } = useText('evolution');
  const names = useNames(recipeId);
  if (view === 'assumptions') return <AssumptionList assumptions={evolution.assumptions} names={names} />;
  if (evolution.materials.length === 0) return <p className={styles.quiet}>{t('no-lines')}</p>;
  if (view === 'places') return <PlacesTable evolution={evolution} names={names} />;
  if (evolution.families.length === 0) return <p className={styles.quiet}>{t('empty')}</p>;
  if (view === 'time') return <OverTime evolution={evolution} names={names} />;
  return <RadarView recipeId={recipeId} sheet={sheet} evolution={evolution} chosen={chosen} setting={setting} />;
}

/** Whether `isWaiting` has been so for longer than a reader forgives. */
function useLate(isWaiting: boolean): boolean {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    if (!isWaiting) return setLate(false);
    const timer = setTimeout(() => setLate(true), patience);
    return () => clearTimeout(timer);
  }, [isWaiting]);
  return isLate && isWaiting;
}
