/** @file What the demonstration model learns from, as it ships, for tests. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { conceptsOf } from '#intelligence/training/language-model/corpus/concepts-of.ts';
import type { CorpusSources } from '#intelligence/training/language-model/corpus/sources.ts';
import { loadCatalogue } from '#library/catalogue/load-catalogue.ts';
import { loadExamples } from '#library/catalogue/load-examples.ts';

export function shippedSources(): CorpusSources {
  const assets = path.resolve('assets');
  const { materials, descriptors } = loadCatalogue(assets);
  const lexicon = path.join(assets, 'lexicon');
  const concepts = readdirSync(lexicon)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => conceptsOf(JSON.parse(readFileSync(path.join(lexicon, name), 'utf8'))));
  const korean = loadExamples(assets, 'ko');
  const examples = loadExamples(assets, 'en').map(({ brief, onBench }, i) => ({
    wish: { en: brief, ko: korean[i]!.brief },
    lines: onBench.formula.lines.flatMap(({ ingredient, parts }) =>
      ingredient.kind === 'material' ? [{ material: ingredient.materialId, parts: Number(parts) }] : [],
    ),
  }));
  return { materials, descriptors: new Map(descriptors.map(({ id, name }) => [id, name])), concepts, examples };
}
