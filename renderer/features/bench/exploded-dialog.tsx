import { useMemo } from 'react';
import { explodedView } from '#perfumery/formula/exploded-view.ts';
import { formulasOf } from '#renderer/shared/answer.ts';
import type { Sheet } from '#renderer/shared/bench.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { inLanguage, useText } from '#renderer/shared/text.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import table from '#renderer/ui/table.module.css';
import { cellText } from './cell-text.ts';

/** Every material of the concentrate, accords opened and dilutions split. */
export function ExplodedDialog({ sheet, onClose }: { readonly sheet: Sheet; readonly onClose: () => void }) {
  const { t, language } = useText('bench');
  const { t: common } = useText('common');
  const materials = useStudio((studio) => studio.materials);
  const view = useMemo(() => explodedView(sheet.recipe.formula, formulasOf(sheet.accords)), [sheet]);
  return (
    <Dialog title={t('exploded')} closeLabel={common('close')} onClose={onClose}>
      <p className={table.hint}>{t('exploded-hint')}</p>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t('material')}</th>
            <th scope="col">CAS</th>
            <th scope="col" className={table.number}>
              {t('neat')} %
            </th>
            <th scope="col" className={table.number}>
              {t('as-solvent')} %
            </th>
            <th scope="col" className={table.number}>
              {t('in-total')} %
            </th>
          </tr>
        </thead>
        <tbody>
          {view.materials.map(({ materialId, neat, asSolvent, total }) => {
            const material = materials.get(materialId)?.material;
            return (
              <tr key={materialId}>
                <td>{material ? inLanguage(material.name, language) : t('material-missing')}</td>
                <td className={table.quiet}>{material?.cas[0] ?? common('unknown')}</td>
                <td className={table.number}>{neat > 0n ? cellText(neat, 4) : ''}</td>
                <td className={table.number}>{asSolvent > 0n ? cellText(asSolvent, 4) : ''}</td>
                <td className={table.number}>{cellText(total, 4)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {view.unnamed > 0n && <p className={table.warn}>{t('unnamed', { value: cellText(view.unnamed, 3) })}</p>}
    </Dialog>
  );
}
