/** @file What the lots of a material really hold: which of them it is judged by, and another one entered or read from a file. */
import { useState } from 'react';
import type { MaterialId } from '#foundation/ids.ts';
import type { LotComposition } from '#perfumery/material/lot-composition.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { inLanguage, useText } from '#renderer/shared/text.ts';
import { useAsked } from '#renderer/shared/working-day.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { LotForm } from './lot-form.tsx';
import { LotsInUse } from './lots-in-use.tsx';
import styles from './regulation.module.css';

interface Props {
  readonly materialId: MaterialId;
  readonly onClose: () => void;
}

/** Opened from the page of a material. */
export function CompositionDialog({ materialId, onClose }: Props) {
  const { t, language } = useText('regulation');
  const { t: common } = useText('common');
  const entry = useStudio((studio) => studio.materials.get(materialId));
  const [version, setVersion] = useState(0);
  const known = useAsked([], `${materialId} ${version} ${entry?.lot?.kept}`, (client) =>
    client.compositions.list({ materialId }),
  ) as readonly LotComposition[] | undefined;
  if (!entry) return null;
  const changed = () => setVersion((now) => now + 1);
  return (
    <Dialog
      title={t('composition', { name: inLanguage(entry.material.name, language) })}
      width="lg"
      closeLabel={common('close')}
      onClose={onClose}
    >
      <div className={styles.dialog}>
        <p className={styles.hint}>{t('composition-hint')}</p>
        <LotsInUse entry={entry} known={known ?? []} onChanged={changed} />
        <LotForm key={version} entry={entry} onKept={changed} />
      </div>
    </Dialog>
  );
}
