/** @file What is not known of the materials in this formula, and what hangs on it. */
import { memo, useDeferredValue, useMemo } from 'react';
import type { LineId, RecipeId } from '#foundation/ids.ts';
import { explodedView } from '#perfumery/formula/exploded-view.ts';
import type { Recipe } from '#perfumery/formula/recipe.ts';
import type { SafetyAnswer } from '#perfumery/safety/answer.ts';
import { formulasOf, useAnswer } from '#renderer/shared/answer.ts';
import { type Sheet, useBench } from '#renderer/shared/bench.ts';
import { type Names, useNames } from '#renderer/shared/names.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { useText } from '#renderer/shared/text.ts';
import { Panel } from '#renderer/ui/panel.tsx';
import rows from '#renderer/ui/rows.module.css';
import styles from './open-questions.module.css';
import { QuestionRow } from './question-row.tsx';
import { questionsIn } from './questions-in.ts';

interface Props {
  readonly recipeId: RecipeId;
  readonly onShowLines: (lineIds: readonly LineId[]) => void;
}

/** The open questions at the side of the bench. They may lag a keystroke behind the verdict. */
export function OpenQuestionsPanel({ recipeId, onShowLines }: Props) {
  const answer = useDeferredValue(useAnswer(recipeId));
  const formula = useDeferredValue(useBench(({ sheets }) => sheets[recipeId]?.recipe.formula));
  const accords = useBench(({ sheets }) => sheets[recipeId]?.accords);
  const names = useDeferredValue(useNames(recipeId));
  if (!answer || !formula || !accords || formula.lines.length === 0) return null;
  return <OpenQuestions answer={answer} formula={formula} accords={accords} names={names} onShowLines={onShowLines} />;
}

interface OpenQuestionsProps extends Pick<Props, 'onShowLines'>, Pick<Recipe, 'formula'>, Pick<Sheet, 'accords'> {
  readonly answer: SafetyAnswer;
  readonly names: Names;
}

const OpenQuestions = memo(function OpenQuestions(props: OpenQuestionsProps) {
  const { answer, formula, accords, names, onShowLines } = props;
  const { t } = useText('safety');
  const materials = useStudio((studio) => studio.materials);
  const questions = useMemo(() => {
    const view = explodedView(formula, formulasOf(accords));
    return questionsIn({
      unknowns: answer.unknowns,
      materials: view.materials,
      materialOf: (id) => materials.get(id),
    });
  }, [answer, formula, accords, materials]);
  const count = questions.reduce((sum, { gaps }) => sum + gaps.length, 0);
  return (
    <Panel id="open-questions" title={t('open-questions')} gist={count > 0 && t('open-count', { count })}>
      {count === 0 ? (
        <p className={rows.quiet}>{t('open-none')}</p>
      ) : (
        <ul className={styles.list}>
          {questions.map((question) => (
            <QuestionRow
              key={`${question.why} ${question.blocks}`}
              question={question}
              names={names}
              onShowLines={onShowLines}
            />
          ))}
        </ul>
      )}
    </Panel>
  );
});
