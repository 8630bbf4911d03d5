import { useEffect, useId, useState } from 'react';
import type { Proposal } from '#contract/substitutes.ts';
import type { MaterialId } from '#foundation/ids.ts';
import { useNumbers } from '#renderer/shared/number.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { inLanguage, useText } from '#renderer/shared/text.ts';
import table from '#renderer/ui/table.module.css';
import { ProposalCost, ProposalVerdict } from './proposal-figures.tsx';
import { useReasonText } from './reason-text.ts';
import styles from './substitutes.module.css';

interface Props {
  readonly proposals: readonly Proposal[];
  readonly chosen: number;
  readonly onChoose: (at: number) => void;
  readonly nameOf: (id: MaterialId) => string;
}

/** The proposals, one a row, one of them chosen. */
export function ProposalTable({ proposals, chosen, onChoose, nameOf }: Props) {
  const { t } = useText('substitutes');
  const numbers = useNumbers();
  const word = useWords();
  const reasons = useReasonText(word);
  const group = useId();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and has to be reached by keyboard for that
    <section className={styles.table} tabIndex={0} aria-label={t('by')}>
      <table className={table.table}>
        <thead>
          <tr>
            <td />
            <th scope="col">{t('by')}</th>
            <th scope="col">{t('replace')}</th>
            <th scope="col">{t('why')}</th>
            <th scope="col">{t('verdict')}</th>
            <th scope="col" className={table.number}>
              {t('batch')}
            </th>
          </tr>
        </thead>
        <tbody>
          {proposals.map((proposal, at) => {
            const { swaps, weighed } = proposal;
            const [first] = swaps;
            if (!first) return null;
            const names = swaps.map(({ neighbour }) => nameOf(neighbour.materialId)).join(', ');
            return (
              <tr
                key={swaps.map(({ lineId, neighbour }) => `${lineId} ${neighbour.materialId}`).join()}
                data-chosen={at === chosen}
              >
                <td>
                  <input
                    type="radio"
                    name={group}
                    aria-label={t('choose', { name: names })}
                    checked={at === chosen}
                    onChange={() => onChoose(at)}
                  />
                </td>
                <td className={styles.name}>{names}</td>
                <td>{swaps.map(({ before }) => nameOf(before)).join(', ')}</td>
                <td className={styles.reasons}>
                  {swaps.length > 1
                    ? t('several', { count: swaps.length })
                    : `${t('likeness', { percent: numbers.ratio(first.neighbour.likeness) })} · ${reasons(first.neighbour)}`}
                </td>
                <td>
                  <ProposalVerdict weighed={weighed} />
                </td>
                <td className={table.number}>
                  <ProposalCost weighed={weighed} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

let known: Promise<ReadonlyMap<string, { readonly en: string; readonly ko: string }>> | undefined;

/** The words of the odour vocabulary, fetched once. */
function useWords(): (id: string) => string {
  const { language } = useText('substitutes');
  const client = useStudio((studio) => studio.client);
  const [words, setWords] = useState<ReadonlyMap<string, { readonly en: string; readonly ko: string }>>(new Map());
  useEffect(() => {
    known ??= client.materials
      .vocabulary()
      .then(({ descriptors }) => new Map(descriptors.map(({ id, name }) => [id, name])));
    known.then(setWords, () => {
      known = undefined;
    });
  }, [client]);
  return (id) => {
    const name = words.get(id);
    return name ? inLanguage(name, language) : id;
  };
}
