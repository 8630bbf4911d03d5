import { useEffect, useState } from 'react';
import type { KnownModel } from '#contract/models.ts';
import { countText, numberText } from '#renderer/shared/size-text.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { useText } from '#renderer/shared/text.ts';
import table from '#renderer/ui/table.module.css';
import { ToneIcon } from '#renderer/ui/tone.tsx';
import styles from './shelf.module.css';

/** Published models with what each is good for. The window only names them: none is fetched by itself. */
export function KnownList() {
  const { t, language } = useText('models');
  const client = useStudio((studio) => studio.client);
  const [known, setKnown] = useState<readonly KnownModel[]>([]);
  useEffect(() => {
    client.models.known().then(setKnown, () => undefined);
  }, [client]);
  const gigabytes = (value: number | undefined) =>
    value === undefined ? '' : t('in-gigabytes', { value: numberText(value, language) });
  return (
    <>
      <p className={styles.hint}>{t('known-hint')}</p>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t('known-model')}</th>
            <th scope="col" className={table.number}>
              {t('known-size')}
            </th>
            <th scope="col" className={table.number}>
              {t('known-memory')}
            </th>
            <th scope="col">{t('known-good-for')}</th>
            <th scope="col">{t('fact-licence')}</th>
          </tr>
        </thead>
        <tbody>
          {known.map(({ id, name, maker, parameters, files, graphicsMemory, goodFor, licence }) => (
            <tr key={id}>
              <td>
                <strong>{name}</strong>
                <br />
                <span className={styles.quiet}>
                  {maker}, {countText(parameters, language)}
                </span>
              </td>
              <td className={table.number}>
                {gigabytes(files[0]?.gigabytes)}
                <br />
                <span className={styles.quiet}>{files[0]?.quantisation}</span>
              </td>
              <td className={table.number}>
                {gigabytes(graphicsMemory.find(({ context }) => context === 4096)?.gigabytes)}
              </td>
              <td>{goodFor[language]}</td>
              <td>
                {licence.name}
                <span className={styles.pair}>
                  <ToneIcon
                    tone={
                      ({ allowed: 'pass', conditional: 'near', forbidden: 'over-limit' } as const)[licence.commercial]
                    }
                    size={14}
                  />{' '}
                  {licence.note?.[language] ?? t(`licence-${licence.commercial}`)}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
