/** @file Opens a studio, closes it the given ms after its shelf was read, and ends as a host does. */
import { setTimeout } from 'node:timers/promises';
import { openStudio } from '#tests/library/open-studio.ts';

const studio = openStudio();
studio.core.search.wake();
for await (const { shelf, items } of studio.core.search.changes.until(AbortSignal.timeout(60_000))) {
  if (shelf.stage === 'resting' && items > 0) break; // what opens the encoder next
}
await setTimeout(Number(process.argv[2]));
await studio.core.close();
process.exit(0);
