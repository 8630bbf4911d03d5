import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { mapOf } from './map-of.ts';
import { rooms } from './rooms.ts';
import { importsOf, roomOf, root, trespasses } from './trespasses.ts';

const files = globSync('{main,preload,renderer}/**/*.{ts,tsx}', { cwd: root })
  .map((file) => file.replaceAll(path.sep, '/'))
  .filter((file) => !/\.(test|d)\.tsx?$/.test(file));

describe('every file stays in its room', () => {
  it('finds files in the rooms that must have some, and imports in them', () => {
    const inhabited = new Set(files.map((file) => roomOf(file)?.pattern));
    expect([...inhabited]).toEqual(
      expect.arrayContaining(['main/foundation', 'main/perfumery', 'main/api', 'preload/contract']),
    );
    expect(files.length).toBeGreaterThan(50);
    const imports = files.flatMap((file) => importsOf(readFileSync(path.join(root, file), 'utf8')));
    expect(imports.length).toBeGreaterThan(100);
  });

  it.each(files)('%s', (file) => expect(trespasses(file)).toEqual([]));
});

describe('house rules', () => {
  const sources = files.map((file) => ({ file, source: readFileSync(path.join(root, file), 'utf8') }));
  const breaking = (rule: RegExp, except: RegExp = /^$/) =>
    sources.filter(({ file, source }) => !except.test(file) && rule.test(source)).map(({ file }) => file);

  it('errors are thrown as StudioError or by invariant', () => {
    expect(breaking(/throw new Error\(/, /^main\/foundation\//)).toEqual([]);
  });
  it('nothing is exported by default', () => expect(breaking(/^export default /m)).toEqual([]));
  it('there are no enums', () => expect(breaking(/^(export )?(const )?enum /m)).toEqual([]));
  it('there are no barrels', () => {
    expect(files.filter((file) => /\/index\.tsx?$/.test(file))).toEqual([]);
  });
  it('no file or folder is a drawer for everything', () => {
    expect(files.filter((file) => /(^|[/-])(utils?|helpers?|managers?|misc)([/.-])/.test(file))).toEqual([]);
  });
  it('files are named in kebab-case', () => {
    expect(files.filter((file) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.d)?\.tsx?$/.test(path.posix.basename(file)))).toEqual([]);
  });
});

describe('the guard itself', () => {
  it.each([
    ['main/perfumery/a.ts', `import { z } from 'zod';`, 'may not use the package zod'],
    ['main/perfumery/a.ts', `import type { X } from '#library/sqlite/db.ts';`, 'may not use main/library/sqlite'],
    ['main/perfumery/a.ts', `const fs = await import('node:fs');`, 'may not use the package node:fs'],
    ['main/perfumery/a.ts', `import {\n  a,\n  b,\n} from 'node:path';`, 'may not use the package node:path'],
    ['main/perfumery/a.ts', `export * from 'zod';`, 'may not use the package zod'],
    ['main/perfumery/a.ts', `import 'zod';`, 'may not use the package zod'],
    ['main/services/a.ts', `import { app } from 'electron';`, 'may not use the package electron'],
    ['main/services/a.ts', `import { contract } from '#contract/contract.ts';`, 'may not use preload/contract'],
    ['main/services/a.ts', `import Database from 'better-sqlite3';`, 'may not use the package better-sqlite3'],
    ['main/intelligence/a.ts', `import { up } from '../library/sqlite/db.ts';`, 'may not use main/library/sqlite'],
    ['main/library/a.ts', `import { x } from '#intelligence/models/shelf.ts';`, 'may not use main/intelligence/models'],
    ['main/library/a.ts', `import l from '@lancedb/lancedb';`, 'may not use the package @lancedb/lancedb'],
    ['main/host/a.ts', `import { app } from 'electron';`, 'may not use the package electron'],
    ['main/core.ts', `import { startShell } from '#shell/start-shell.ts';`, 'may not use main/shell'],
    ['renderer/features/one/a.tsx', `import { x } from '../two/b.ts';`, 'may not use renderer/features/*'],
    ['renderer/features/one/a.tsx', `import { x } from '#services/save.ts';`, 'may not use main/services'],
    ['renderer/features/one/a.tsx', `import { readFileSync } from 'node:fs';`, 'the page may not use node:fs'],
    ['renderer/ui/a.tsx', `import { x } from '#renderer/features/one/a.tsx';`, 'may not use renderer/features/*'],
    ['renderer/ui/a.tsx', `import { ipcRenderer } from 'electron';`, 'the page may not use electron'],
    ['main/library/sqlite/a.ts', `import { x } from '../../perfumery/a.ts';`, 'as a subpath import'],
    ['main/elsewhere/a.ts', ``, 'lies in no room'],
  ])('catches in %s: %s', (file, source, complaint) => {
    expect(trespasses(file, source).join()).toContain(complaint);
  });

  it.each([
    ['renderer/features/one/a.tsx', `import type { StudioClient } from '#contract/contract.ts';`],
    ['renderer/features/one/a.tsx', `import { x } from './b.ts';`],
    ['main/api/a.ts', `import { saveRecipe } from '#services/recipes/save-recipe.ts';`],
    ['main/perfumery/a.ts', `/** import { z } from 'zod'; */\n// import 'zod';`],
  ])('lets pass in %s: %s', (file, source) => {
    expect(trespasses(file, source)).toEqual([]);
  });

  it('names only rooms that exist in its own rows', () => {
    const unknown = Object.values(rooms).flatMap(({ uses }) => uses.filter((use) => !(use in rooms)));
    expect(unknown).toEqual([]);
  });
});

describe('docs/map.md', () => {
  it('says what the map says; npx vitest run tests/architecture -u writes it anew', async () => {
    await expect(mapOf(rooms)).toMatchFileSnapshot(path.join(root, 'docs/map.md'));
  });
});
