/**
 * @file Writes to an index until it is killed: builds, puts, replaces, removes and tidies. Says each row that is certain.
 *
 *   node tests/vectors/write-forever.ts FOLDER FIRST
 */
import { openSearchIndex } from '#library/vectors/open-search-index.ts';
import { SyntheticLibrary, syntheticTerms } from '#tests/fixtures/synthetic-library.ts';
import { ArraySource, keptLog } from './temporary-index.ts';

const [folder = '', first = '0'] = process.argv.slice(2);
const library = new SyntheticLibrary(100_000, { dimensions: 8 });
const source = new ArraySource(Array.from({ length: Number(first) }, (_, n) => library.row(n)));
const index = await openSearchIndex({
  place: { kind: 'folder', folder },
  encoder: { id: 'ours', dimensions: 8 },
  source,
  termsOf: syntheticTerms,
  log: keptLog(),
  tuning: { memoryUpTo: -1, tidyAfter: 4 },
});
await index.reconcile();
const batch = 20;
for (let n = Number(first); ; n += batch) {
  await index.put(Array.from({ length: batch }, (_, i) => library.row(n + i)));
  process.stdout.write(`${n + batch}\n`);
  if (n % 60 === 0) await index.put([library.row(n)]);
  if (n % 100 === 0) {
    await index.put([{ ...library.row(0), item: { ...library.item(0), id: 'note:passing' } }]);
    await index.remove(['note:passing']);
  }
}
