import { useState } from 'react';
import type { Shelf } from '#contract/models.ts';
import { useText } from '#renderer/shared/text.ts';
import { ModelCard } from './model-card.tsx';
import { ModelDetails } from './model-details.tsx';
import styles from './shelf.module.css';
import type { Plans } from './use-shelf.ts';

interface Props {
  readonly shelf: Shelf;
  readonly plans: Plans;
  readonly onAdd: () => void;
}

/** Every model on the shelf, and beside the list all about the chosen one. */
export function ModelsView({ shelf, plans, onAdd }: Props) {
  const { t } = useText('models');
  const [at, setAt] = useState<string>();
  const chosen =
    shelf.models.find(({ id }) => id === at) ?? shelf.models.find(({ loaded }) => loaded) ?? shelf.models[0];
  if (!chosen) {
    return (
      <p className={styles.hint}>
        {t('nothing-here')}{' '}
        <button type="button" className={styles.link} onClick={onAdd}>
          {t('add-one')}
        </button>
      </p>
    );
  }
  return (
    <div className={styles.split}>
      <div>
        {plans.problem && <p className={styles.problem}>{plans.problem}</p>}
        <ul className={styles.list} aria-label={t('models-here')}>
          {shelf.models.map((model) => (
            <ModelCard
              key={model.id}
              model={model}
              plan={plans.of.get(model.id)}
              isChosen={model === chosen}
              onChoose={() => setAt(model.id)}
            />
          ))}
        </ul>
      </div>
      <ModelDetails key={chosen.id} model={chosen} shelf={shelf} plan={plans.of.get(chosen.id)} />
    </div>
  );
}
