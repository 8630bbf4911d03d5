/**
 * @file The map of the house: which room may use which.
 *
 * A file belongs to the first room whose folder it lies in (`*` is one folder name, and each match a room of its own; a
 * room that names a file is that file). `uses` lists every other room it may import from, `packages` every npm package
 * and Node built-in. Type-only imports count: a type is a promise too. docs/map.md is generated from this.
 */
export interface Room {
  readonly is: string;
  readonly uses: readonly string[];
  /** `'any'`, or the exact list; `node:*` is every built-in. */
  readonly packages: 'any' | readonly string[];
}

const pure: readonly string[] = [];
const pureRooms = ['main/foundation', 'main/perfumery', 'preload/contract'];

export const rooms: Readonly<Record<string, Room>> = {
  'main/foundation': { is: 'errors, ids, changes, log, clock, seeded random', uses: [], packages: pure },
  'main/perfumery': {
    is: 'perfumery as mathematics: pure and synchronous, with neither Node nor DOM',
    uses: ['main/foundation'],
    packages: pure,
  },
  'main/library/sqlite': {
    is: 'what survives a restart: one store per noun, migrations; alone opens SQLite',
    uses: ['main/foundation', 'main/perfumery'],
    packages: ['better-sqlite3', 'node:*'],
  },
  'main/library/vectors': {
    is: 'the search index, rebuildable; alone opens LanceDB',
    uses: ['main/foundation', 'main/perfumery', 'main/library'],
    packages: ['@lancedb/lancedb', 'apache-arrow', 'node:*'],
  },
  'main/library': {
    is: 'files of content, and the shipped catalogue',
    uses: ['main/foundation', 'main/perfumery', 'main/library/sqlite'],
    packages: ['node:*', 'zod'],
  },
  'main/intelligence/models': {
    is: 'the shelf of models and the processes they run in; alone opens a native model',
    uses: ['main/foundation', 'main/perfumery'],
    packages: ['node-llama-cpp', 'onnxruntime-node', 'cockatiel', 'node:*', 'zod'],
  },
  'main/intelligence': {
    is: 'what needs weights, gradients or a search; knows no store',
    uses: ['main/foundation', 'main/perfumery', 'main/intelligence/models'],
    packages: ['@huggingface/tokenizers', 'node:*'],
  },
  'main/services': {
    is: 'what a perfumer does: one act, one file',
    uses: [
      'main/foundation',
      'main/perfumery',
      'main/library',
      'main/library/sqlite',
      'main/library/vectors',
      'main/intelligence',
      'main/intelligence/models',
    ],
    packages: ['node:*', 'papaparse', 'read-excel-file', 'write-excel-file', 'pdfkit', 'fflate', 'zod'],
  },
  'main/api': {
    is: 'the contract to services, over ports, sockets and REST',
    uses: [...pureRooms, 'main/services'],
    packages: [
      'node:*',
      'ws',
      '@orpc/client',
      '@orpc/contract',
      '@orpc/server',
      '@orpc/openapi',
      '@orpc/zod',
      '@orpc/standard-server-peer',
    ],
  },
  'main/core.ts': {
    is: 'the composition root: the whole studio in plain Node',
    uses: [
      ...pureRooms,
      'main/library',
      'main/library/sqlite',
      'main/library/vectors',
      'main/intelligence',
      'main/intelligence/models',
      'main/services',
      'main/api',
    ],
    packages: ['node:*'],
  },
  'main/host': {
    is: 'what both hosts need around the core: folders, log, settings file, loopback; knows no Electron',
    uses: [...pureRooms, 'main/services', 'main/api', 'main/core.ts'],
    packages: ['node:*', 'conf', '@orpc/server'],
  },
  'main/shell': {
    is: 'Electron and nothing else: windows, menus, dialogs, protocol, port',
    uses: [...pureRooms, 'main/services', 'main/api', 'main/core.ts', 'main/host'],
    packages: ['electron', 'electron-store', 'node:*'],
  },
  'main/main.ts': { is: 'the studio in Electron', uses: ['main/core.ts', 'main/shell'], packages: pure },
  'main/serve.ts': { is: 'the studio without Electron', uses: ['main/core.ts', 'main/host'], packages: ['node:*'] },
  'preload/contract': {
    is: 'what may cross the bridge, one file per area',
    uses: ['main/foundation', 'main/perfumery'],
    packages: ['zod', '@orpc/contract'],
  },
  preload: {
    is: 'hands one port to the page, no methods; and the typed caller',
    uses: pureRooms,
    packages: ['electron', '@orpc/client'],
  },
  'renderer/features/*': {
    is: 'one screen or part of one; features are strangers',
    uses: [...pureRooms, 'renderer/ui', 'renderer/bridge', 'renderer/shared', 'renderer/locales'],
    packages: 'any',
  },
  'renderer/ui': {
    is: 'what only looks nice',
    uses: ['main/foundation', 'main/perfumery', 'renderer/shared', 'renderer/locales'],
    packages: 'any',
  },
  'renderer/bridge': {
    is: 'the page’s link to the core: through Electron or a browser',
    uses: [...pureRooms, 'preload'],
    packages: ['@orpc/client'],
  },
  'renderer/shared': {
    is: 'what several features use',
    uses: [...pureRooms, 'renderer/bridge', 'renderer/locales'],
    packages: 'any',
  },
  'renderer/locales': { is: 'Korean and English', uses: ['main/foundation', 'main/perfumery'], packages: ['i18next'] },
  renderer: {
    is: 'main.tsx, the page’s composition root',
    uses: [
      ...pureRooms,
      'renderer/features/*',
      'renderer/ui',
      'renderer/bridge',
      'renderer/shared',
      'renderer/locales',
    ],
    packages: 'any',
  },
};

/** What a page may never import, whatever its row says: Node, Electron, and what only runs in the core. */
export const neverInThePage = [
  /^node:/,
  /^electron/,
  /^better-sqlite3$/,
  /^@lancedb\//,
  /^node-llama-cpp$/,
  /^onnxruntime/,
  /^@orpc\/server/,
];
