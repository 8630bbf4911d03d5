/**
 * @file A library as the studio makes it, made and read for search once for a whole run and copied for each test: a machine that
 * reads five hundred materials beside every test has little left for the test.
 */
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { serveStudio } from './served-studio.ts';

const variable = 'SILLAGE_E2E_LIBRARY';

/** Playwright calls it before the first test; what it answers, after the last. */
export default async function makeLibrary(): Promise<() => void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'sillage-e2e-library-'));
  const studio = await serveStudio(folder, ['--rest']);
  const ask = async (at: string, body?: object) => {
    const headers = { authorization: `Bearer ${studio.token}`, 'content-type': 'application/json' };
    const init = body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers };
    return (await fetch(`${studio.origin}/api${at}`, init)).json();
  };
  await ask('/search', { text: 'rose' });
  for (let waited = 0; waited < 300; waited += 1) {
    const { shelf, meaning } = await ask('/search/state');
    if (shelf.stage === 'resting' && meaning.stage === 'ready') break;
    await setTimeout(200);
  }
  await studio.end();
  process.env[variable] = path.join(folder, 'Sillage', 'library');
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** Lays a copy at `library`, unless something lies there. */
export function layLibrary(library: string): void {
  const made = process.env[variable];
  if (made && !existsSync(library)) cpSync(made, library, { recursive: true });
}
