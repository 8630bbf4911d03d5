import { useCallback } from 'react';
import type { StudioClient } from '#contract/contract.ts';
import type { MaterialId } from '#foundation/ids.ts';
import { tell } from '#renderer/shared/notices.ts';
import { tellRefusal } from '#renderer/shared/refusal.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { inLanguage, useText } from '#renderer/shared/text.ts';
import { useAsked } from '#renderer/shared/working-day.ts';

export type StockSeen = Awaited<ReturnType<StudioClient['stock']['read']>>;
export type LotSeen = StockSeen['lots'][number];
export type ActSeen = StockSeen['acts'][number];

/** The stock as it is now; undefined until it is here. */
export function useStock(): StockSeen | undefined {
  return useAsked(['stock'], 'all', (client) => client.stock.read());
}

/** What a material is called, in the language of the moment. */
export function useMaterialName(): (id: string) => string {
  const { language } = useText('stock');
  const materials = useStudio((studio) => studio.materials);
  return useCallback(
    (id) => {
      const found = materials.get(id as MaterialId)?.material;
      return found ? inLanguage(found.name, language) : id;
    },
    [materials, language],
  );
}

/** Tells of an act on the stock, with the way back. */
export function useTellAct(): (text: string, act: Pick<ActSeen, 'id'>) => void {
  const { t } = useText('stock');
  const { t: common } = useText('common');
  const client = useStudio((studio) => studio.client);
  return (text, act) =>
    tell({
      tone: 'good',
      text,
      action: {
        label: common('undo'),
        run: () =>
          void client.stock.undo({ actId: act.id }).then(() => tell({ tone: 'plain', text: t('undone') }), tellRefusal),
      },
    });
}
