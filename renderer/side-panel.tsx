/** @file What stands at the side of the bench and follows every keystroke. */
import { memo } from 'react';
import type { LineId, RecipeId } from '#foundation/ids.ts';
import { AllergensPanel } from './features/allergens/allergens-panel.tsx';
import { BriefPanel } from './features/brief/brief-panel.tsx';
import { LabelsPanel } from './features/brief/labels-panel.tsx';
import { CompositionPanel } from './features/composition/composition-panel.tsx';
import { CostPanel } from './features/cost/cost-panel.tsx';
import { EuLawPanel } from './features/eu-law/eu-law-panel.tsx';
import { EvaluationsPanel } from './features/evaluation/evaluations-panel.tsx';
import { OpenQuestionsPanel } from './features/open-questions/open-questions-panel.tsx';
import { TablesButton } from './features/regulation/tables-button.tsx';
import { StabilityPanel } from './features/stability/stability-panel.tsx';
import { GoalButton } from './features/substitutes/goal-button.tsx';
import type { SubstituteGoal } from './features/substitutes/substitutes-dialog.tsx';
import { VerdictPanel } from './features/verdict/verdict-panel.tsx';

interface Props {
  readonly recipeId: RecipeId;
  readonly onShowLines: (lineIds: readonly LineId[]) => void;
  /** Asked for the IFRA tables. */
  readonly onTables: () => void;
  /** Asked for proposals that replace materials. */
  readonly onReplace: (goal: Exclude<SubstituteGoal, 'similar'>) => void;
}

export const SidePanel = memo(function SidePanel({ recipeId, onShowLines, onReplace, onTables }: Props) {
  const its = { recipeId, onShowLines };
  return (
    <>
      <VerdictPanel
        {...its}
        mending={<GoalButton goal="pass" onClick={() => onReplace('pass')} />}
        tables={<TablesButton onClick={onTables} />}
      />
      <BriefPanel {...its} />
      <EuLawPanel {...its} />
      <AllergensPanel {...its} />
      <CostPanel
        {...its}
        replacing={
          <>
            <GoalButton goal="cheaper" onClick={() => onReplace('cheaper')} />
            <GoalButton goal="stock" onClick={() => onReplace('stock')} />
          </>
        }
      />
      <CompositionPanel {...its} />
      <OpenQuestionsPanel {...its} />
      <EvaluationsPanel recipeId={recipeId} />
      <LabelsPanel recipeId={recipeId} />
      <StabilityPanel {...its} />
    </>
  );
});
