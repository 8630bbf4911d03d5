/** @file Other materials for a line or for the whole formula: why, at what verdict and cost, and what would change, before anything does. */
import Button from '@mui/material/Button';
import CircularProgress from '@mui/material/CircularProgress';
import { useEffect, useMemo, useState } from 'react';
import type { Proposals } from '#contract/substitutes.ts';
import type { LineId, MaterialId, RecipeId } from '#foundation/ids.ts';
import type { Formula, Line } from '#perfumery/formula/formula.ts';
import { edit, undo, useBench } from '#renderer/shared/bench.ts';
import { tell } from '#renderer/shared/notices.ts';
import { refusalOf, sentenceFor } from '#renderer/shared/refusal.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { inLanguage, useText } from '#renderer/shared/text.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { ProposalTable } from './proposal-table.tsx';
import styles from './substitutes.module.css';
import { SwapPreview } from './swap-preview.tsx';

export type SubstituteGoal = 'similar' | 'pass' | 'cheaper' | 'stock';

interface Props {
  readonly recipeId: RecipeId;
  readonly goal: SubstituteGoal;
  /** Absent: for whichever lines the goal concerns. */
  readonly lineId?: LineId;
  readonly onClose: () => void;
}

interface Found {
  readonly formula: Formula;
  readonly goal: SubstituteGoal;
  readonly answer: Proposals | { readonly sentence: string };
}

export function SubstitutesDialog({ recipeId, goal: asked, lineId, onClose }: Props) {
  const { t, language } = useText('substitutes');
  const { t: common } = useText('common');
  const materials = useStudio((studio) => studio.materials);
  const sheet = useBench(({ sheets }) => sheets[recipeId]);
  const [goal, setGoal] = useState<SubstituteGoal>(asked);
  const [found, setFound] = useState<Found>();
  const [chosen, setChosen] = useState(0);
  const formula = sheet?.recipe.formula;
  const product = sheet?.recipe.product;

  useEffect(() => {
    if (!formula || !product) return;
    let isOld = false;
    const { client } = useStudio.getState();
    client.substitutes
      .propose({ formula: formula as never, product, goal, ...(lineId && { lineId }) })
      .then(
        (answer) => answer,
        (error: unknown) => ({ sentence: sentenceFor(refusalOf(error)) }),
      )
      .then((answer) => {
        if (isOld) return;
        setFound({ formula, goal, answer });
        setChosen(0);
      });
    return () => {
      isOld = true;
    };
  }, [formula, product, goal, lineId]);

  const answer = found?.formula === formula && found?.goal === goal ? found.answer : undefined;
  const proposals = answer && 'proposals' in answer ? answer : undefined;
  const proposal = proposals?.proposals[chosen];
  const after = useMemo(() => {
    const swapped = proposal?.swaps.map((swap) => swap.after as Line);
    return formula && swapped && withSwaps(formula, swapped);
  }, [formula, proposal]);
  if (!sheet || !formula) return null;
  const nameOf = (id: MaterialId) => {
    const material = materials.get(id)?.material;
    return material ? inLanguage(material.name, language) : id;
  };
  const line = formula.lines.find(({ id }) => id === lineId);
  const lineName = line?.ingredient.kind === 'material' ? nameOf(line.ingredient.materialId) : '';
  const goals = lineId ? (['similar', 'pass', 'cheaper', 'stock'] as const) : (['pass', 'cheaper', 'stock'] as const);

  function apply(): void {
    if (!proposal || !after) return;
    edit(recipeId, { kind: 'swap', formula: after });
    const [first, ...more] = proposal.swaps;
    const text =
      more.length > 0 || !first
        ? t('applied-several', { count: proposal.swaps.length })
        : t('applied', { before: nameOf(first.before), after: nameOf(first.neighbour.materialId) });
    tell({ tone: 'good', text, action: { label: common('undo'), run: () => void undo(recipeId) } });
    onClose();
  }

  return (
    <Dialog
      title={lineId ? t('similar-to', { name: lineName }) : t(`goal-${asked}`)}
      width="lg"
      closeLabel={common('close')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button variant="contained" disabled={!proposal} onClick={apply}>
            {t('apply')}
          </Button>
        </>
      }
    >
      <div className={styles.body}>
        <div className={styles.top}>
          <Segmented
            legend={t('for')}
            options={goals.map((key) => ({ key, label: t(`goal-${key}`) }))}
            chosen={goal}
            onChoose={setGoal}
          />
        </div>
        {!answer && (
          <p className={styles.hint} role="status">
            <CircularProgress size={18} aria-hidden="true" /> {t('looking')}
          </p>
        )}
        {answer && 'sentence' in answer && (
          <p className={styles.hint} role="alert">
            {answer.sentence}
          </p>
        )}
        {proposals && !proposal && <p className={styles.hint}>{t(emptyWords(goal, proposals))}</p>}
        {proposals && proposal && after && (
          <>
            <ProposalTable proposals={proposals.proposals} chosen={chosen} onChoose={setChosen} nameOf={nameOf} />
            <SwapPreview sheet={sheet} proposal={proposal} after={after} before={proposals.before} nameOf={nameOf} />
          </>
        )}
      </div>
    </Dialog>
  );
}

function emptyWords(goal: SubstituteGoal, { lineIds }: Proposals) {
  if (goal === 'similar' || lineIds.length > 0) return `none-${goal}` as const;
  return `nothing-${goal}` as const;
}

function withSwaps({ lines }: Formula, swapped: readonly Line[]): Formula {
  const byId = new Map(swapped.map((line) => [line.id, line]));
  return { lines: lines.map((line) => byId.get(line.id) ?? line) };
}
