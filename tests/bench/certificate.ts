/**
 * @file Figures of documents: how long an IFRA certificate takes as PDF, from the click to the bytes, over the real router.
 *
 * The largest example recipe, in Korean, whose typeface is the heavier one. The first document also loads what draws PDFs.
 */

import { rmSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { invariant } from '#foundation/errors.ts';
import { openStudio, temporaryFolder } from '#tests/library/open-studio.ts';
import type { Figure, Measuring } from './safety.ts';

/** Measures the certificate of an example recipe. Takes about five seconds, quick about two. */
export async function measureCertificate({ quick }: Measuring): Promise<Record<string, Figure>> {
  const folder = temporaryFolder();
  try {
    using studio = openStudio({ folder });
    const { client } = studio;
    const { recipes } = await client.recipes.list({});
    const largest = [...recipes].sort((a, b) => b.lineCount - a.lineCount)[0];
    invariant(largest, 'a new library has examples');
    const write = async () => {
      const start = performance.now();
      const wanted = { recipeId: largest.id, kind: 'certificate', language: 'ko', format: 'pdf' } as const;
      const { size } = await client.documents.write(wanted);
      invariant(size > 1000, 'a certificate is written');
      return performance.now() - start;
    };
    // in the window the document is seen before it is printed, for half a second at least
    await client.documents.make({ recipeId: largest.id, kind: 'certificate', language: 'ko' });
    await setTimeout(500);
    const first = await write();
    const times: number[] = [];
    for (let at = 0; at < (quick ? 5 : 15); at += 1) times.push(await write());
    const middle = times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
    return {
      'certificate.first': { value: first, unit: 'ms', goal: 'under 1000', holds: first < 1000 },
      'certificate.median': { value: middle, unit: 'ms', goal: 'under 1000', holds: middle < 1000 },
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
