/** @file Which standards, prohibitions and allergen lists a material touches, and through what. */
import { useMemo } from 'react';
import type { Material } from '#perfumery/material/material.ts';
import { useNumbers } from '#renderer/shared/number.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { inLanguage, useText } from '#renderer/shared/text.ts';
import table from '#renderer/ui/table.module.css';
import styles from './material-facts.module.css';
import { type Touch, touchesOf } from './touches.ts';

export function TouchTable({ material }: { readonly material: Material }) {
  const { t, language } = useText('materials');
  const { t: safety } = useText('safety');
  const numbers = useNumbers();
  const regulation = useStudio((studio) => studio.regulation);
  const touches = useMemo(() => merged(touchesOf(material, regulation, '4')), [material, regulation]);
  if (touches.length === 0) {
    const isNameless = material.cas.length === 0 && !material.constituents?.length;
    return (
      <p className={isNameless ? `${table.hint} ${table.warn}` : table.hint}>
        {t(isNameless ? 'touches-unknown' : 'touches-nothing')}
      </p>
    );
  }
  const nameOf = (cas: string) => material.constituents?.find((constituent) => constituent.cas === cas)?.name || cas;
  const kindOf = ({ kind }: Touch) =>
    t(kind === 'standard' ? 'ifra-standard' : kind === 'eu-prohibited' ? 'eu-law' : 'allergen');
  const limitOf = ({ kind, isProhibited, ceiling }: Touch) => {
    if (kind !== 'standard') return '';
    if (isProhibited || ceiling?.state === 'prohibited')
      return <span className={table.warn}>{safety('state-prohibited')}</span>;
    return ceiling?.state === 'limit' ? numbers.percentExact(ceiling.text) : t('no-limit');
  };
  return (
    <div className={styles.wide}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t('regulation')}</th>
            <th scope="col">{t('through')}</th>
            <th scope="col" className={table.number}>
              {t('content')}
            </th>
            <th scope="col" className={table.number}>
              {t('limit-4')}
            </th>
          </tr>
        </thead>
        <tbody>
          {touches.map((touch) => (
            <tr key={touch.key}>
              <td>
                {inLanguage(touch.title, language)}
                <span className={styles.was}>
                  {kindOf(touch)}
                  {touch.lists.length > 0 &&
                    ` · ${touch.lists.map((list) => safety(`list-${list}` as 'list-kr-25')).join(' · ')}`}
                </span>
              </td>
              <td>{touch.through.length === 0 ? t('through-itself') : touch.through.map(nameOf).join(', ')}</td>
              <td className={table.number}>{numbers.percent(touch.content, 4)}</td>
              <td className={table.number}>{limitOf(touch)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type Row = Touch & { readonly lists: readonly string[] };

/** Allergens that stand on several lists as one row, with the lists they stand on. */
function merged(touches: readonly Touch[]): readonly Row[] {
  const rows = new Map<string, Row>();
  for (const touch of touches) {
    const { key, kind, title, content, list } = touch;
    const same = kind === 'allergen' ? `${title.en.toLowerCase()} ${content}` : key;
    const before = rows.get(same);
    rows.set(same, { ...(before ?? touch), lists: [...(before?.lists ?? []), ...(list ? [list] : [])] });
  }
  return [...rows.values()];
}
