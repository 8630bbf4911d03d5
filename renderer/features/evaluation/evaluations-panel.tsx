import Button from '@mui/material/Button';
import { useState } from 'react';
import type { RecipeId } from '#foundation/ids.ts';
import { useBench } from '#renderer/shared/bench.ts';
import { useText } from '#renderer/shared/text.ts';
import { useAsked } from '#renderer/shared/working-day.ts';
import { Panel } from '#renderer/ui/panel.tsx';
import rows from '#renderer/ui/rows.module.css';
import { EvaluationsDialog } from './evaluations-dialog.tsx';
import { useWords } from './use-words.ts';

/** What was last smelled of the open recipe, and the way to smell it again. */
export function EvaluationsPanel({ recipeId }: { readonly recipeId: RecipeId }) {
  const { t } = useText('evaluation');
  const trials = useBench(({ sheets }) => sheets[recipeId]?.recipe.trials);
  const words = useWords(trials ?? []);
  const [isOpen, setOpen] = useState(false);
  const recipe = useBench(({ sheets }) => (isOpen ? sheets[recipeId]?.recipe : undefined));
  const asked = useAsked(['evaluations'], recipeId, (client) => client.evaluations.of({ recipeId }));
  if (!trials) return null;
  const evaluations = asked?.evaluations ?? [];
  const due = (asked?.sittings ?? []).flatMap((sitting) =>
    sitting.ended ? [] : sitting.due.filter(({ settled }) => settled === undefined),
  );
  return (
    <Panel
      id="evaluations"
      title={t('title')}
      gist={evaluations.length > 0 && t('count', { count: evaluations.length })}
    >
      {evaluations.length === 0 && due.length === 0 && <p className={rows.quiet}>{t('none')}</p>}
      {due.map(({ minutes, due: when }) => (
        <div key={when}>
          {words.after(minutes)} · {t('due-at', { when: words.instant(when) })}
        </div>
      ))}
      {evaluations
        .slice(-3)
        .reverse()
        .map((one) => (
          <div key={one.id}>
            {words.trial(one.trialId)} · {words.after(one.minutes)} · {t(`verdicts.${one.verdict}`)}
          </div>
        ))}
      <Button onClick={() => setOpen(true)}>{t('open')}</Button>
      {recipe && <EvaluationsDialog recipe={recipe} onClose={() => setOpen(false)} />}
    </Panel>
  );
}
