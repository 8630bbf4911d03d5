import { builtinModules } from 'node:module';
import { defineConfig } from 'rolldown';

/** What stays outside the bundle: Node, Electron, and the natives, which package.json lists as dependencies. */
const external = [
  /^node:/,
  ...builtinModules,
  'electron',
  'better-sqlite3',
  '@lancedb/lancedb',
  'node-llama-cpp',
  'onnxruntime-node',
  'apache-arrow',
];

export default defineConfig([
  {
    input: {
      main: 'main/main.ts',
      serve: 'main/serve.ts',
      'collection-worker': 'main/services/collections/collection-worker.ts',
      'side-worker': 'main/services/side-thread/side-worker.ts',
      'ort-worker': 'main/intelligence/models/ort-worker.ts',
      'model-host': 'main/intelligence/models/host/model-host.ts',
      'inspect-worker': 'main/intelligence/models/inspect-worker.ts',
      'folder-worker': 'main/intelligence/language/imported/folder-worker.ts',
      'training-worker': 'main/intelligence/training/worker/training-worker.ts',
    },
    platform: 'node',
    external,
    output: {
      dir: 'out/main',
      format: 'esm',
      entryFileNames: '[name].js',
      chunkFileNames: 'shared-[hash].js',
      sourcemap: true,
      cleanDir: true,
    },
  },
  {
    input: { preload: 'preload/preload.ts' },
    platform: 'node',
    external: ['electron'],
    output: { dir: 'out/preload', format: 'cjs', entryFileNames: '[name].cjs', cleanDir: true },
  },
]);
