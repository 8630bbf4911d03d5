/** @file The materials as one long list: only the rows in sight are drawn, arrows move through all of them. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import type { MaterialId } from '#foundation/ids.ts';
import type { MaterialLabel } from '#perfumery/formula/label.ts';
import { judgedMaterial } from '#perfumery/material/lot-composition.ts';
import type { LibraryMaterial } from '#perfumery/material/shelf.ts';
import { decimal } from '#perfumery/units/decimal.ts';
import { useNumbers } from '#renderer/shared/number.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { inLanguage, useText } from '#renderer/shared/text.ts';
import { familyColours } from '#renderer/ui/family-colour.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import styles from './material-list.module.css';
import { highestUse } from './touches.ts';

const rowHeight = 42;

interface Props {
  readonly materials: readonly LibraryMaterial[];
  readonly labels: ReadonlyMap<MaterialId, MaterialLabel>;
  readonly chosen: MaterialId | undefined;
  readonly onChoose: (id: MaterialId) => void;
}

export function MaterialList({ materials, labels, chosen, onChoose }: Props) {
  const { t } = useText('materials');
  const scroller = useRef<HTMLDivElement>(null);
  const listId = useId();
  const at = materials.findIndex(({ material }) => material.id === chosen);
  const rows = useVirtualizer({
    count: materials.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    getItemKey: (index) => materials[index]?.material.id ?? index,
  });

  useEffect(() => {
    if (at >= 0) rows.scrollToIndex(at, { align: 'auto' });
  }, [at, rows]);

  function onKeyDown(event: KeyboardEvent): void {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1);
    const steps: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: Math.max(0, at - 1),
      PageDown: at + page,
      PageUp: Math.max(0, at - page),
      Home: 0,
      End: materials.length - 1,
    };
    const to = steps[event.key];
    const next = to === undefined ? undefined : materials[Math.min(to, materials.length - 1)];
    if (!next) return;
    event.preventDefault();
    onChoose(next.material.id);
  }

  if (materials.length === 0) return <p className={`${styles.list} ${styles.none}`}>{t('none-match')}</p>;
  return (
    <div
      ref={scroller}
      className={styles.list}
      role="listbox"
      aria-label={t('title')}
      tabIndex={0}
      {...(at >= 0 && { 'aria-activedescendant': `${listId}-${chosen}` })}
      onKeyDown={onKeyDown}
    >
      <div className={styles.inner} role="presentation" style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const entry = materials[index];
          if (!entry) return null;
          return (
            <div
              key={entry.material.id}
              id={`${listId}-${entry.material.id}`}
              role="option"
              aria-selected={index === at}
              aria-setsize={materials.length}
              aria-posinset={index + 1}
              className={styles.row}
              style={{ transform: `translateY(${start}px)` }}
              onClick={() => onChoose(entry.material.id)}
              onKeyDown={undefined}
            >
              <Row entry={entry} label={labels.get(entry.material.id)} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

interface RowProps {
  readonly entry: LibraryMaterial;
  readonly label: MaterialLabel | undefined;
}

function Row({ entry, label }: RowProps) {
  const { material, origin, ownFields, shelf, archived } = entry;
  const { t, language } = useText('materials');
  const numbers = useNumbers();
  const regulation = useStudio((studio) => studio.regulation);
  const most = highestUse(judgedMaterial(entry), regulation, '4');
  const other = material.name[language === 'ko' ? 'en' : 'ko'];
  const name = inLanguage(material.name, language);
  const { price, stock } = shelf;
  return (
    <>
      <span
        className={styles.dot}
        style={{ background: familyColours[material.family] }}
        title={t(`families.${material.family}`)}
      />
      <span className={styles.two}>
        <span className={styles.name}>
          {name}
          {label?.isFavourite && (
            <span className={styles.favourite} role="img" aria-label={t('favourite')}>
              <Icon name="star" size={12} />
            </span>
          )}
        </span>
        <span className={styles.quiet}>
          {(origin === 'own' || ownFields.length > 0) && <span className={styles.own}>{t('yours')}</span>}
          {archived && <span className={styles.own}>{t('archived')}</span>}
          {label?.tags.map((tag) => (
            <span key={tag} className={styles.own}>
              {tag}
            </span>
          ))}
          {other === name ? '' : other}
        </span>
      </span>
      <span className={styles.two}>
        <span className={styles.quiet}>{material.cas[0] ?? '–'}</span>
        <span className={styles.quiet}>
          {t(`kinds.${material.kind}`)}
          {material.role !== 'none' && ` · ${t(`roles.${material.role}`)}`}
        </span>
      </span>
      {most?.state === 'limit' ? (
        <span className={styles.mark} title={t('limited-name', { limit: numbers.percentExact(most.percent) })}>
          {t('limited', { limit: numbers.percentExact(most.percent) })}
        </span>
      ) : most ? (
        <span className={`${styles.mark} ${styles.forbidden}`} title={t('forbidden-name')}>
          {t('forbidden')}
        </span>
      ) : (
        <span />
      )}
      <span className={`${styles.two} ${styles.end}`}>
        <span>{price ? `${numbers.money(price.perKilogram, price.currency)}/kg` : ''}</span>
        <span className={styles.quiet}>{stock !== undefined ? numbers.gram(decimal(stock)) : ''}</span>
      </span>
    </>
  );
}
