/** @file What stands at the side of the bench and follows every keystroke. */
import type { LineId, RecipeId } from '#foundation/ids.ts';
import { AllergensPanel } from './features/allergens/allergens-panel.tsx';
import { CompositionPanel } from './features/composition/composition-panel.tsx';
import { CostPanel } from './features/cost/cost-panel.tsx';
import { EuLawPanel } from './features/eu-law/eu-law-panel.tsx';
import { OpenQuestionsPanel } from './features/open-questions/open-questions-panel.tsx';
import { VerdictPanel } from './features/verdict/verdict-panel.tsx';

interface Props {
  readonly recipeId: RecipeId;
  readonly onShowLines: (lineIds: readonly LineId[]) => void;
}

export function SidePanel({ recipeId, onShowLines }: Props) {
  const its = { recipeId, onShowLines };
  return (
    <>
      <VerdictPanel {...its} />
      <EuLawPanel {...its} />
      <AllergensPanel {...its} />
      <CostPanel {...its} />
      <CompositionPanel {...its} />
      <OpenQuestionsPanel {...its} />
    </>
  );
}
