import Button from '@mui/material/Button';
import type { DocumentSection, StudioDocument } from '#perfumery/documents/document.ts';
import { tell } from '#renderer/shared/notices.ts';
import { useText } from '#renderer/shared/text.ts';
import styles from './documents.module.css';

/** A document as it will be on paper, in its own language. */
export function DocumentPage({ document }: { readonly document: StudioDocument }) {
  const { title, language, facts, warnings, sections, notes } = document;
  return (
    <article className={styles.page} lang={language} aria-label={title}>
      <h3>{title}</h3>
      <dl className={styles.facts}>
        {facts.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {warnings.map((warning) => (
        <p key={warning} className={styles.warning}>
          {warning}
        </p>
      ))}
      {sections.map((section) => (
        <Section key={section.title} section={section} />
      ))}
      {notes.map((note) => (
        <p key={note} className={styles.note}>
          {note}
        </p>
      ))}
    </article>
  );
}

function Section({ section }: { readonly section: DocumentSection }) {
  const { title, text, columns, rows, note } = section;
  return (
    <section>
      <h4>{title}</h4>
      {text !== undefined && <Copyable text={text} />}
      {columns.length > 0 && rows.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways, and has to be reached by keyboard for that
        <div className={styles.wide} tabIndex={0} role="group" aria-label={title}>
          <table>
            <thead>
              <tr>
                {columns.map(({ label, align }) => (
                  <th key={label} scope="col" data-align={align}>
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.join('\n')}>
                  {columns.map(({ label, align }, at) => (
                    <td key={label} data-align={align}>
                      {row[at]}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {note !== undefined && <p className={styles.note}>{note}</p>}
    </section>
  );
}

function Copyable({ text }: { readonly text: string }) {
  const { t } = useText('documents');
  const copy = () =>
    void navigator.clipboard.writeText(text).then(
      () => tell({ tone: 'good', text: t('copied') }),
      () => tell({ tone: 'bad', text: t('copy-failed') }),
    );
  return (
    <div className={styles.copyable}>
      <p>{text}</p>
      <Button size="small" onClick={copy}>
        {t('copy')}
      </Button>
    </div>
  );
}
