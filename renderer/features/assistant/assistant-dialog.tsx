/** @file The assistant: talk beside the bench, and drafts from a brief. Nothing it says changes anything until it is clicked. */
import Button from '@mui/material/Button';
import { useState } from 'react';
import type { SearchHit } from '#contract/search.ts';
import type { RecipeId } from '#foundation/ids.ts';
import { useBench } from '#renderer/shared/bench.ts';
import { useText } from '#renderer/shared/text.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import styles from './assistant.module.css';
import { DraftTab } from './draft-tab.tsx';
import { TalkTab } from './talk-tab.tsx';

interface Props {
  readonly recipeId: RecipeId;
  readonly onShow: (opens: SearchHit['opens']) => void;
  /** Opens a thing by its search id, `kind:subject`. */
  readonly onItem: (id: string) => void;
  readonly onTrials: () => void;
  readonly onClose: () => void;
}

export function AssistantDialog({ recipeId, onShow, onItem, onTrials, onClose }: Props) {
  const { t } = useText('assistant');
  const { t: common } = useText('common');
  const [tab, setTab] = useState<'talk' | 'draft'>('talk');
  const recipe = useBench(({ sheets }) => sheets[recipeId]?.recipe);
  const [brief, setBrief] = useState<string>();
  if (!recipe) return null;
  return (
    <Dialog
      title={t('title')}
      width="lg"
      closeLabel={common('close')}
      onClose={onClose}
      actions={<Button onClick={onClose}>{common('close')}</Button>}
    >
      <div className={styles.body}>
        <Segmented
          legend={t('title')}
          options={[
            { key: 'talk', label: t('tab-talk') },
            { key: 'draft', label: t('tab-draft') },
          ]}
          chosen={tab}
          onChoose={setTab}
        />
        {tab === 'talk' ? (
          <TalkTab
            recipeId={recipeId}
            onHit={onShow}
            onItem={onItem}
            onDraft={(words) => {
              setBrief(words);
              setTab('draft');
            }}
            onTrials={onTrials}
          />
        ) : (
          <DraftTab
            product={recipe.product}
            brief={brief ?? recipe.brief}
            onOpen={(id) => {
              onShow({ what: 'recipe', recipeId: id });
              onClose();
            }}
          />
        )}
      </div>
    </Dialog>
  );
}
