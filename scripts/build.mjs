/** @file Builds main, preload and renderer into out/, when their sources have changed since the last time. */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { node } from './child.mjs';
import { inModules, inProject } from './project.mjs';
import { say, stop } from './say.mjs';

const sources = [
  'main',
  'preload',
  'renderer',
  'assets',
  'vite.config.ts',
  'rolldown.config.ts',
  'package.json',
  'package-lock.json',
];

/** Answers whether anything had to be built. */
export async function build({ isForced = false } = {}) {
  const stamp = inProject('out', '.sillage-stamp');
  const state = hashOf(sources);
  if (!isForced && existsSync(stamp) && readFileSync(stamp, 'utf8') === state) return false;
  say('building');
  const codes = await Promise.all([
    node([inModules('vite/bin/vite.js'), 'build', '--logLevel', 'warn']),
    node([inModules('rolldown/bin/cli.mjs'), '-c', 'rolldown.config.ts', '--logLevel', 'warn'], {
      stdio: ['inherit', 'ignore', 'inherit'], // it lists every file it wrote
    }),
  ]);
  if (codes.some((code) => code !== 0)) stop('the build failed: its message is above');
  copyApiDocs();
  copyTypeface();
  writeFileSync(stamp, state);
  say('built');
  return true;
}

/** Swagger UI, for the page that documents REST without a network. */
function copyApiDocs() {
  for (const file of ['swagger-ui-bundle.js', 'swagger-ui.css', 'LICENSE', 'NOTICE']) {
    cpSync(inModules('swagger-ui-dist', file), inProject('out', 'api-docs', file));
  }
}

/** The typeface of documents, which the core draws; the page loads its own in slices. */
function copyTypeface() {
  const file = 'Pretendard-Regular.otf';
  cpSync(inModules('pretendard/dist/public/static', file), inProject('out', 'fonts', file));
  cpSync(inModules('pretendard/dist', 'LICENSE.txt'), inProject('out', 'fonts', 'LICENSE.txt'));
}

function hashOf(places) {
  const hash = createHash('sha256');
  for (const place of places)
    for (const file of filesOf(inProject(place))) hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
}

/** Only imported code and texts decide; tests never reach out/. */
function filesOf(place) {
  if (!existsSync(place)) return [];
  if (path.extname(place)) return [place];
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}
