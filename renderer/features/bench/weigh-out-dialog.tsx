/** @file Making a batch: what it takes off the shelf, lot by lot, before it is taken. */
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import type { MaterialId } from '#foundation/ids.ts';
import type { Recipe } from '#perfumery/formula/recipe.ts';
import { settled, showRecipe } from '#renderer/shared/bench.ts';
import { tell } from '#renderer/shared/notices.ts';
import { useNumbers } from '#renderer/shared/number.ts';
import { tellRefusal } from '#renderer/shared/refusal.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { inLanguage, useText } from '#renderer/shared/text.ts';
import { localDay, useAsked } from '#renderer/shared/working-day.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import table from '#renderer/ui/table.module.css';
import { BatchVerdict } from './batch-verdict.tsx';

interface Props {
  readonly recipe: Recipe;
  readonly onClose: () => void;
}

export function WeighOutDialog({ recipe, onClose }: Props) {
  const { t, language } = useText('stock');
  const { t: common } = useText('common');
  const numbers = useNumbers();
  const client = useStudio((studio) => studio.client);
  const materials = useStudio((studio) => studio.materials);
  const [madeOn, setMadeOn] = useState(localDay());
  const [isBusy, setBusy] = useState(false);
  const recipeId = recipe.id;
  const plan = useAsked(['stock'], `${recipeId} ${recipe.revision}`, async (asked) => {
    await settled(recipeId);
    return asked.stock.plan({ recipeId });
  });
  const lots = useAsked(['stock'], 'all', (asked) => asked.stock.read())?.lots;
  const nameOf = (id: string) => {
    const found = materials.get(id as MaterialId)?.material;
    return found ? inLanguage(found.name, language) : id;
  };
  const lotName = (id: string) => lots?.find((lot) => lot.id === id)?.number || t('unnumbered');

  async function weigh(): Promise<void> {
    setBusy(true);
    try {
      const done = await client.stock.weighOut({ recipeId, madeOn });
      await showRecipe(done.recipe as Recipe);
      tell({
        tone: 'good',
        text: t('taken', { grams: numbers.gram(done.plan.mass) }),
        action: {
          label: common('undo'),
          run: () =>
            void client.stock
              .undo({ actId: done.act.id })
              .then(() => tell({ tone: 'plain', text: t('undone') }), tellRefusal),
        },
      });
      onClose();
    } catch (error) {
      tellRefusal(error);
      setBusy(false);
    }
  }

  return (
    <Dialog
      title={t('plan-title')}
      closeLabel={common('close')}
      onClose={onClose}
      actions={
        <Button variant="contained" disabled={isBusy || !plan} onClick={() => void weigh()}>
          {t('take-from-stock')}
        </Button>
      }
    >
      <p className={table.hint}>{t('plan-hint')}</p>
      <TextField
        label={t('made-on')}
        type="date"
        value={madeOn}
        onChange={(event) => setMadeOn(event.target.value)}
        slotProps={{ inputLabel: { shrink: true } }}
      />
      {plan && <BatchVerdict judged={plan.judged} nameOf={nameOf} />}
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t('material')}</th>
            <th scope="col" className={table.number}>
              {t('needed')}
            </th>
            <th scope="col">{t('from')}</th>
          </tr>
        </thead>
        <tbody>
          {plan?.materials.map((one) => (
            <tr key={one.materialId}>
              <td>{nameOf(one.materialId)}</td>
              <td className={table.number}>{numbers.gram(one.grams)}</td>
              <td>
                {one.taken.map(({ lotId, grams }) => (
                  <div key={lotId}>{t('lot-takes', { lot: lotName(lotId), grams: numbers.gram(grams) })}</div>
                ))}
                {one.fromCount !== undefined && <div>{t('from-count', { grams: numbers.gram(one.fromCount) })}</div>}
                {one.isUncounted ? (
                  <span className={table.quiet}>{t('not-counted')}</span>
                ) : (
                  one.short !== '0' && (
                    <span className={table.warn}>{t('missing', { grams: numbers.gram(one.short) })}</span>
                  )
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}
