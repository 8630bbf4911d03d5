/** @file The sources a material's facts cite, in full. */
import type { Fact, Material } from '#perfumery/material/material.ts';
import { useText } from '#renderer/shared/text.ts';
import table from '#renderer/ui/table.module.css';
import { figureFields } from './draft.ts';
import styles from './material-facts.module.css';
import { sourceOf, useVocabulary } from './use-vocabulary.ts';

export function Sources({ material }: { readonly material: Material }) {
  const { t: common } = useText('common');
  const vocabulary = useVocabulary();
  const cited = [...citedBy(material)].flatMap((key) => sourceOf(vocabulary, key, material.kind) ?? []);
  if (cited.length === 0) return <p className={table.hint}>{common('unknown')}</p>;
  return (
    <ul className={styles.sources}>
      {cited.map(({ key, title, url, note }) => (
        <li key={key} lang="en">
          <strong>{title}</strong> {note} {url}
        </li>
      ))}
    </ul>
  );
}

function citedBy(material: Material): ReadonlySet<string> {
  const facts: readonly (Fact<unknown> | undefined)[] = [
    material.molecularFormula,
    material.smiles,
    material.odourThreshold,
    ...figureFields.map((field) => material[field]),
  ];
  return new Set([
    ...facts.flatMap((fact) => (fact ? [fact.source] : [])),
    ...(material.constituents ?? []).map(({ source }) => source),
  ]);
}
