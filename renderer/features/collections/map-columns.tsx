/** @file The first step: what each column holds. */
import type { CollectionTable } from '#contract/collections.ts';
import {
  type CollectionField,
  type CollectionKind,
  type ColumnMapping,
  collectionKinds,
  fieldsOf,
  isMappingEnough,
} from '#perfumery/collection/collection-fields.ts';
import { useText } from '#renderer/shared/text.ts';
import { Segmented } from '#renderer/ui/segmented.tsx';
import table from '#renderer/ui/table.module.css';
import styles from './collections.module.css';
import { FieldSelect } from './field-select.tsx';

interface Props {
  readonly read: CollectionTable;
  readonly kind: CollectionKind;
  readonly mapping: ColumnMapping;
  readonly onKind: (kind: CollectionKind) => void;
  readonly onMapping: (mapping: ColumnMapping) => void;
}

export function MapColumns({ read, kind, mapping, onKind, onMapping }: Props) {
  const { t } = useText('collections');
  const options = [
    { key: '', label: t('nothing') },
    ...fieldsOf(kind).map((key) => ({ key, label: t(`field.${key}`) })),
  ] as const;
  const choose = (column: number, field: CollectionField | '') =>
    onMapping(mapping.map((before, at) => (at === column ? field || null : before === field ? null : before)));
  return (
    <>
      <div className={styles.top}>
        <strong>{read.name}</strong>
        <span className={styles.quiet}>{t('rows', { count: read.rows })}</span>
        <Segmented
          legend={t('kind')}
          options={collectionKinds.map((key) => ({ key, label: t(key) }))}
          chosen={kind}
          onChoose={onKind}
        />
      </div>
      {read.isRemembered && <p className={styles.hint}>{t('remembered')}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and has to be reached by keyboard for that */}
      <section className={styles.scroll} tabIndex={0} aria-label={t('map-columns')}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{t('column')}</th>
              <th scope="col">{t('example')}</th>
              <th scope="col">{t('holds')}</th>
            </tr>
          </thead>
          <tbody>
            {read.headings.map((heading, at) => (
              <tr key={at}>
                <td>
                  <strong>{heading}</strong>
                </td>
                <td className={styles.example}>
                  {read.sample
                    .map((row) => row[at] ?? '')
                    .filter((text) => text !== '')
                    .slice(0, 2)
                    .join(' · ')}
                </td>
                <td>
                  <FieldSelect
                    label={t('holds-for', { column: heading })}
                    options={options}
                    chosen={mapping[at] ?? ''}
                    onChoose={(field) => choose(at, field as CollectionField | '')}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {!isMappingEnough(kind, mapping) && <p className={styles.sentence}>{t(`need-${kind}`)}</p>}
    </>
  );
}
