/** @file Smelling the open recipe: evaluate a trial, hold a sitting, look back. */
import { useState } from 'react';
import type { Evaluation } from '#perfumery/evaluation/evaluation.ts';
import type { Recipe } from '#perfumery/formula/recipe.ts';
import { useText } from '#renderer/shared/text.ts';
import { useAsked } from '#renderer/shared/working-day.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import table from '#renderer/ui/table.module.css';
import { CompareTrials } from './compare-trials.tsx';
import { EvaluateForm } from './evaluate-form.tsx';
import styles from './evaluation.module.css';
import { History } from './history.tsx';
import { SittingCard } from './sitting-card.tsx';
import { StartSitting } from './start-sitting.tsx';

const views = ['evaluate', 'sittings', 'history', 'compare'] as const;

export function EvaluationsDialog({ recipe, onClose }: { readonly recipe: Recipe; readonly onClose: () => void }) {
  const { t } = useText('evaluation');
  const { t: common } = useText('common');
  const [view, setView] = useState<(typeof views)[number]>('evaluate');
  const asked = useAsked(['evaluations'], recipe.id, (client) => client.evaluations.of({ recipeId: recipe.id }));
  const sittings = asked?.sittings ?? [];
  return (
    <Dialog title={t('title')} width="lg" closeLabel={common('close')} onClose={onClose}>
      <div className={styles.views}>
        <Segmented
          legend={t('view')}
          options={views.map((key) => ({ key, label: t(key) }))}
          chosen={view}
          onChoose={setView}
        />
      </div>
      {view === 'evaluate' && <EvaluateForm recipe={recipe} onKept={() => setView('history')} />}
      {view === 'sittings' && (
        <>
          {sittings.map((sitting) => (
            <SittingCard key={sitting.id} sitting={sitting} trials={recipe.trials} />
          ))}
          {sittings.length === 0 && <p className={table.hint}>{t('no-sittings')}</p>}
          <StartSitting recipe={recipe} />
        </>
      )}
      {view === 'compare' && <CompareTrials recipe={recipe} evaluations={(asked?.evaluations ?? []) as Evaluation[]} />}
      {view === 'history' && <History recipe={recipe} evaluations={(asked?.evaluations ?? []) as Evaluation[]} />}
    </Dialog>
  );
}
