import Button from '@mui/material/Button';
import { useText } from '#renderer/shared/text.ts';
import type { SubstituteGoal } from './substitutes-dialog.tsx';

interface Props {
  readonly goal: Exclude<SubstituteGoal, 'similar'>;
  readonly onClick: () => void;
}

/** Leads to the proposals for a goal. */
export function GoalButton({ goal, onClick }: Props) {
  const { t } = useText('substitutes');
  return (
    <Button size="small" onClick={onClick}>
      {t(`goal-${goal}`)}…
    </Button>
  );
}
