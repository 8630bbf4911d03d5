/**
 * @file Opens an index in a folder, lets it build as far as it can, answers, and prints what it said as JSON.
 *
 *   node tests/vectors/answer-once.ts FOLDER
 */
import { IndexTables } from '#library/vectors/index-tables.ts';
import { openSearchIndex } from '#library/vectors/open-search-index.ts';
import { SyntheticLibrary, syntheticTerms } from '#tests/fixtures/synthetic-library.ts';
import { ArraySource, keptLog } from './temporary-index.ts';

const [folder = ''] = process.argv.slice(2);
const library = new SyntheticLibrary(80, { dimensions: 8 });
const index = await openSearchIndex({
  place: { kind: 'folder', folder },
  encoder: { id: 'ours', dimensions: 8 },
  source: new ArraySource(Array.from({ length: 80 }, (_, n) => library.row(n))),
  termsOf: syntheticTerms,
  log: keptLog(),
});
await index.reconcile();
await index.put([library.row(90)]);
const lance = await IndexTables.at({ kind: 'folder', folder }, { id: 'another', dimensions: 8 })
  .then((tables) => tables.newest(0))
  .then(
    () => 'commits',
    (error: unknown) => String(error),
  );
const nearest = (await index.nearest({ vector: library.row(90).vector, limit: 3 })).map(({ id }) => id);
console.log(JSON.stringify({ state: index.state(), count: await index.count(), nearest, lance }));
await index.close();
