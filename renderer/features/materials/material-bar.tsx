/** @file The head of a material's page: its names, and what can be done with it. */
import Button from '@mui/material/Button';
import { useState } from 'react';
import type { MaterialId } from '#foundation/ids.ts';
import type { LibraryMaterial } from '#perfumery/material/shelf.ts';
import { tell } from '#renderer/shared/notices.ts';
import { tellRefusal } from '#renderer/shared/refusal.ts';
import { keepMaterial, useStudio } from '#renderer/shared/studio.ts';
import { inLanguage, useText } from '#renderer/shared/text.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { NamedIconButton } from '#renderer/ui/icon-button.tsx';
import facts from './material-facts.module.css';
import styles from './materials-page.module.css';

interface Props {
  readonly entry: LibraryMaterial;
  readonly onEdit: () => void;
  readonly onChosen: (id: MaterialId) => void;
  readonly onUse?: (id: MaterialId) => void;
  /** Asked to enter a composition of the perfumer's own. */
  readonly onComposition?: (id: MaterialId) => void;
}

export function MaterialBar({ entry, onEdit, onChosen, onUse, onComposition }: Props) {
  const { t, language } = useText('materials');
  const { t: common } = useText('common');
  const client = useStudio((studio) => studio.client);
  const [isAsking, setAsking] = useState(false);
  const { material, origin, ownFields, archived } = entry;
  const materialId = material.id;
  const name = inLanguage(material.name, language);
  const other = material.name[language === 'ko' ? 'en' : 'ko'];

  function keep(answer: Promise<unknown>, told?: string): void {
    answer.then((kept) => {
      keepMaterial(kept as LibraryMaterial);
      onChosen((kept as LibraryMaterial).material.id);
      if (told) tell({ tone: 'good', text: told });
    }, tellRefusal);
  }

  return (
    <header className={styles.bar}>
      <div className={styles.title}>
        <h2>{name}</h2>
        <span className={styles.other}>
          {other !== name && other} <span className={facts.badge}>{t(`origin.${origin}`)}</span>{' '}
          {ownFields.length > 0 && <span className={`${facts.badge} ${facts.yours}`}>{t('yours')}</span>}{' '}
          {archived && <span className={facts.badge}>{t('archived')}</span>}{' '}
          {material.flags.includes('eu_prohibited') && (
            <span className={`${facts.badge} ${facts.guess}`}>{t('eu-prohibited')}</span>
          )}
        </span>
      </div>
      <div className={styles.tools}>
        {onComposition && material.kind !== 'solvent' && (
          <Button onClick={() => onComposition(materialId)}>{t('own-composition')}</Button>
        )}
        {onUse && !archived && <Button onClick={() => onUse(materialId)}>{t('use-in-recipe')}</Button>}
        {ownFields.length > 0 && <NamedIconButton icon="undo" label={t('revert')} onClick={() => setAsking(true)} />}
        <NamedIconButton
          icon="copy"
          label={common('duplicate')}
          onClick={() => keep(client.materials.duplicate({ materialId }))}
        />
        <NamedIconButton
          icon="archive"
          label={archived ? common('bring-back') : common('archive')}
          onClick={() =>
            keep(
              client.materials.archive({ materialId, archived: !archived }),
              t(archived ? 'brought-back' : 'archived-told', { name }),
            )
          }
        />
        <Button variant="contained" onClick={onEdit}>
          {common('edit')}
        </Button>
      </div>
      {isAsking && (
        <Dialog
          title={t('revert-title')}
          closeLabel={common('close')}
          width="sm"
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button onClick={() => setAsking(false)}>{common('cancel')}</Button>
              <Button
                variant="contained"
                autoFocus
                onClick={() => {
                  setAsking(false);
                  keep(client.materials.revert({ materialId }), t('reverted', { name }));
                }}
              >
                {t('revert')}
              </Button>
            </>
          }
        >
          <p style={{ margin: 0 }}>{t('revert-ask', { name })}</p>
        </Dialog>
      )}
    </header>
  );
}
