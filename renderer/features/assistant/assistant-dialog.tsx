/** @file The assistant: talk beside the bench, and drafts from a brief. Nothing it says changes anything until it is clicked. */
import Button from '@mui/material/Button';
import { useEffect, useState } from 'react';
import type { SearchHit } from '#contract/search.ts';
import type { RecipeId } from '#foundation/ids.ts';
import { useBench } from '#renderer/shared/bench.ts';
import { tellRefusal } from '#renderer/shared/refusal.ts';
import { useStudio } from '#renderer/shared/studio.ts';
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
  readonly onModels: () => void;
  readonly onClose: () => void;
}

export function AssistantDialog({ recipeId, onShow, onItem, onTrials, onModels, onClose }: Props) {
  const { t } = useText('assistant');
  const { t: common } = useText('common');
  const [tab, setTab] = useState<'talk' | 'draft'>('talk');
  const recipe = useBench(({ sheets }) => sheets[recipeId]?.recipe);
  const [brief, setBrief] = useState<string>();
  const alone = useAlone();
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
        {(alone.talk || alone.draft) && (
          <div className={styles.alone} role="note">
            <p>{t('nobody')}</p>
            <Button size="small" variant="outlined" onClick={onModels}>
              {t('open-models')}
            </Button>
          </div>
        )}
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
            recipeId={recipeId}
            isAlone={alone.draft}
            onClose={onClose}
            product={recipe.product}
            key={brief}
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

/** Whether nobody plays the assistant or the composer: then the engine answers by itself. */
function useAlone(): { readonly talk: boolean; readonly draft: boolean } {
  const client = useStudio((studio) => studio.client);
  const [alone, setAlone] = useState({ talk: false, draft: false });
  useEffect(() => {
    let isWanted = true;
    client.models.shelf().then(({ roles, preferences }) => {
      const isThere = (role: string) => {
        const player = roles.find((one) => one.role === role)?.player;
        return player?.kind === 'local' || (player?.kind === 'server' && preferences.areServersOn);
      };
      if (isWanted) setAlone({ talk: !isThere('assistant'), draft: !isThere('composer') });
    }, tellRefusal);
    return () => {
      isWanted = false;
    };
  }, [client]);
  return alone;
}
