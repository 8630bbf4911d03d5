/** @file The second step: what is new, what the library has already and what to do with it, what is left out and why. */
import type { ReactNode } from 'react';
import type { Preview } from '#contract/collections.ts';
import { type DuplicateChoice, duplicateChoices } from '#perfumery/collection/collection-fields.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { inLanguage, useText } from '#renderer/shared/text.ts';
import table from '#renderer/ui/table.module.css';
import styles from './collections.module.css';
import { FieldSelect } from './field-select.tsx';

export interface Choices {
  readonly byCas: DuplicateChoice;
  readonly byName: DuplicateChoice;
  readonly rows: Readonly<Record<string, DuplicateChoice>>;
}

interface Props {
  readonly preview: Preview;
  readonly choices: Choices;
  readonly onChoices: (choices: Choices) => void;
}

/** As many of each sort as the core tells. */
const told = 200;

export function CheckImport({ preview, choices, onChoices }: Props) {
  const { t } = useText('collections');
  const { kind, counts, fresh, duplicates, leftOut, faults } = preview;
  const isMaterials = kind === 'materials';
  return (
    <>
      {counts.fresh > 0 && (
        <Part title={t(isMaterials ? 'fresh-materials' : 'fresh-recipes', { count: counts.fresh })} of={counts.fresh}>
          <Rows
            heads={[t('row'), t('as-written'), t('details')]}
            rows={fresh.map(({ row, text, detail }) => [
              row,
              text,
              isMaterials ? detail : t('lines', { count: Number(detail) }),
            ])}
          />
        </Part>
      )}
      {(['byName', 'byCas'] as const).map((by) => {
        const met = duplicates.filter((one) => one.by === (by === 'byName' ? 'name' : 'cas'));
        const count = counts[by];
        if (count === 0) return null;
        const title = t(by === 'byName' ? 'known-by-name' : 'known-by-cas', { count });
        return (
          <Part
            key={by}
            title={title}
            of={count}
            action={
              <FieldSelect
                label={`${t('choice-all')}: ${title}`}
                options={duplicateChoices.map((key) => ({ key, label: t(`choice.${key}`) }))}
                chosen={choices[by]}
                onChoose={(choice) => onChoices({ ...choices, [by]: choice })}
              />
            }
          >
            <Duplicates met={met} choices={choices} onChoices={onChoices} />
          </Part>
        );
      })}
      {counts.leftOut > 0 && (
        <Part title={t('left-out', { count: counts.leftOut })} of={counts.leftOut}>
          <Rows
            heads={[t('row'), t('as-written'), t('why')]}
            rows={leftOut.map(({ row, text, why }) => [row, text, t(`why-left.${why}`)])}
          />
        </Part>
      )}
      {counts.faults > 0 && (
        <Part title={t('faults', { count: counts.faults })} of={counts.faults}>
          <p className={styles.hint}>{t('faults-hint')}</p>
          <Rows
            heads={[t('row'), t('as-written'), t('column')]}
            rows={faults.map(({ row, field, text }) => [
              row,
              text,
              isMaterials
                ? t(`field.${field}` as 'field.name')
                : t(`interchange:fault.${field}` as never, { detail: '' }),
            ])}
          />
        </Part>
      )}
    </>
  );
}

interface PartProps {
  readonly title: string;
  /** How many there are in all. */
  readonly of: number;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

function Part({ title, of, action, children }: PartProps) {
  const { t } = useText('collections');
  return (
    <section aria-label={title}>
      <div className={styles.head}>
        <h3>{title}</h3>
        {action}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and has to be reached by keyboard for that */}
      <section className={`${styles.scroll} ${styles.short}`} tabIndex={0} aria-label={`${title}: ${t('details')}`}>
        {children}
      </section>
      {of > told && <p className={styles.hint}>{t('first-shown', { count: told })}</p>}
    </section>
  );
}

function Rows({ heads, rows }: { readonly heads: readonly string[]; readonly rows: readonly (string | number)[][] }) {
  return (
    <table className={table.table}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([row = '', text = '', more = ''], at) => (
          <tr key={at}>
            <td className={styles.quiet}>{row}</td>
            <td className={styles.example}>{text}</td>
            <td>{more}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface DuplicatesProps extends Pick<Props, 'choices' | 'onChoices'> {
  readonly met: Preview['duplicates'];
}

function Duplicates({ met, choices, onChoices }: DuplicatesProps) {
  const { t, language } = useText('collections');
  const materials = useStudio((studio) => studio.materials);
  const options = [
    { key: '', label: t('same-for-all') },
    ...duplicateChoices.map((key) => ({ key, label: t(`choice.${key}`) })),
  ] as const;
  const choose = (row: number, choice: DuplicateChoice | '') => {
    const { [row]: _, ...rest } = choices.rows;
    onChoices({ ...choices, rows: choice === '' ? rest : { ...rest, [row]: choice } });
  };
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th scope="col">{t('row')}</th>
          <th scope="col">{t('as-written')}</th>
          <th scope="col">{t('in-library')}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {met.map(({ row, text, materialId }) => {
          const material = materialId && materials.get(materialId)?.material;
          return (
            <tr key={row}>
              <td className={styles.quiet}>{row}</td>
              <td>{text}</td>
              <td>{material ? inLanguage(material.name, language) : text}</td>
              <td>
                <FieldSelect
                  label={t('choice-row', { row, name: text })}
                  options={options}
                  chosen={choices.rows[row] ?? ''}
                  onChoose={(choice) => choose(row, choice)}
                />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
