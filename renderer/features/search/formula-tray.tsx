import { useState } from 'react';
import { useBench } from '#renderer/shared/bench.ts';
import { inLanguage, useText } from '#renderer/shared/text.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import { draggedType } from './result-list.tsx';
import styles from './search.module.css';

interface Props {
  /** A result was dropped on the open formula. */
  readonly onDrop: (id: string) => void;
  readonly onOpen: () => void;
}

/** The formula on the bench, to drag results onto. */
export function FormulaTray({ onDrop, onOpen }: Props) {
  const { t, language } = useText('search');
  const active = useBench((bench) => bench.active);
  const recipe = useBench((bench) => (active ? bench.sheets[active]?.recipe : undefined));
  const [isOver, setOver] = useState(false);
  const name = recipe && (inLanguage(recipe.name, language) || t('untitled'));
  return (
    <section
      className={styles.tray}
      data-over={isOver}
      aria-label={t('open-formula')}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(draggedType)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        const id = event.dataTransfer.getData(draggedType);
        if (!id) return;
        event.preventDefault();
        onDrop(id);
      }}
    >
      <Icon name="bench" size={16} />
      {recipe ? (
        <>
          <button type="button" className={styles.link} onClick={onOpen}>
            {name}
          </button>
          <span className={styles.quiet}>{t('lines', { count: recipe.formula.lines.length })}</span>
        </>
      ) : (
        <span className={styles.quiet}>{t('no-formula')}</span>
      )}
      <span className={styles.trayHint}>{t('tray-hint')}</span>
    </section>
  );
}
