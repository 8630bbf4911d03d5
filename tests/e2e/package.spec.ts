/** @file Packs the program as an installer would, takes it apart again, and uses what is in it. */
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from '@playwright/test';
import { electronHosts, root, temporaryFolder } from './electron-hosts.ts';

const run = promisify(execFile);
const inModules = (...parts: string[]) => path.join(root, 'node_modules', ...parts);
const real = electronHosts()[0]?.dist;

test.skip(!real && process.platform !== 'linux', 'without the Electron binary only Linux can be packed');
test.setTimeout(300_000);

const place = temporaryFolder();
test.afterAll(() => place.remove());

test('packs all that the program needs, and nothing that opens it up', async () => {
  const output = path.join(place.folder, 'dist');
  const options = [
    '--dir',
    '--publish',
    'never',
    `-c.electronDist=${real ?? standIn()}`,
    `-c.directories.output=${output}`,
  ];
  await run(process.execPath, [inModules('electron-builder/cli.js'), ...options], { cwd: root, maxBuffer: 1 << 26 });

  await test.step('its fuses are set', async () => {
    const wire = await getCurrentFuseWire(programIn(output));
    const state = (fuse: FuseV1Options) => wire[fuse];
    expect(state(FuseV1Options.EnableNodeOptionsEnvironmentVariable)).toBe(FuseState.DISABLE);
    expect(state(FuseV1Options.EnableNodeCliInspectArguments)).toBe(FuseState.DISABLE);
    expect(state(FuseV1Options.OnlyLoadAppFromAsar)).toBe(FuseState.ENABLE);
    expect(state(FuseV1Options.EnableEmbeddedAsarIntegrityValidation)).toBe(FuseState.ENABLE);
    expect(state(FuseV1Options.GrantFileProtocolExtraPrivileges)).toBe(FuseState.DISABLE);
    expect(state(FuseV1Options.RunAsNode)).toBe(FuseState.ENABLE); // docs/decisions/0004-run-as-node-fuse.md
  });

  const app = path.join(place.folder, 'app');
  const archive = path.join(resourcesIn(output), 'app.asar');
  await run(process.execPath, [inModules('@electron/asar/bin/asar.js'), 'extract', archive, app]);

  await test.step('it carries no sources, tests or secrets', () => {
    const top = readdirSync(app).toSorted();
    expect(top).toEqual(['LICENSE', 'assets', 'native-models', 'node_modules', 'out', 'package.json']);
    expect(readdirSync(path.join(app, 'out')).toSorted()).toEqual(['api-docs', 'fonts', 'main', 'preload', 'renderer']);
    expect(existsSync(path.join(app, 'node_modules/electron'))).toBe(false);
  });

  await test.step('its natives load', async () => {
    const script = path.join(app, 'try-natives.mjs');
    writeFileSync(script, tryNatives);
    const { stdout } = await run(process.execPath, [script], { cwd: app });
    expect(stdout.trim().split('\n')).toEqual(['sqlite 2', 'lancedb 1', 'onnxruntime true', 'llama true']);
  });

  await test.step('its core opens a library and judges a recipe', async () => {
    const kept = path.join(place.folder, 'kept');
    mkdirSync(kept);
    const env = { ...process.env, XDG_CONFIG_HOME: kept, APPDATA: kept, HOME: kept };
    const serve = execFile(process.execPath, [path.join(app, 'out/main/serve.js'), '--check-yourself'], { env });
    let said = '';
    serve.stdout?.on('data', (text) => {
      said += text;
    });
    await expect.poll(() => said).toMatch(/Self-check: ".+(pass|over-limit|prohibited|unknown)/s);
    serve.kill();
  });
});

const tryNatives = `
import { createRequire } from 'node:module';
import { mkdtempSync } from 'node:fs';
const require = createRequire(import.meta.url);
const Database = require('better-sqlite3');
console.log('sqlite ' + (new Database(':memory:').prepare('select 1 + 1 as n').get().n));
const lancedb = await import('@lancedb/lancedb');
const table = await (await lancedb.connect(mkdtempSync('lance-'))).createTable('t', [{ vector: [1, 2] }]);
console.log('lancedb ' + (await table.countRows()));
const ort = require('onnxruntime-node');
console.log('onnxruntime ' + (typeof ort.InferenceSession.create === 'function'));
const { getLlama } = await import('node-llama-cpp');
const llama = await getLlama({ gpu: false, build: 'never', progressLogs: false, skipDownload: true });
console.log('llama ' + (llama.gpu === false));
process.exit(0);
`;

/** The double's files, with an executable that carries fuses to flip. */
function standIn(): string {
  const folder = path.join(place.folder, 'stand-in');
  cpSync(path.join(root, 'tests/electron-double'), folder, { recursive: true });
  const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
  const fuses = 9;
  const wire = Buffer.concat([Buffer.from(sentinel), Buffer.from([1, fuses]), Buffer.from('0'.repeat(fuses))]);
  writeFileSync(path.join(folder, 'electron'), Buffer.concat([Buffer.from('#!/bin/sh\nexit 0\n'), wire]), {
    mode: 0o755,
  });
  return folder;
}

function unpackedIn(output: string): string {
  const folder = readdirSync(output).find((name) => /unpacked$|^mac/.test(name)) ?? '';
  return path.join(output, folder);
}

function programIn(output: string): string {
  const unpacked = unpackedIn(output);
  if (process.platform === 'darwin') return path.join(unpacked, 'Sillage.app');
  return path.join(unpacked, process.platform === 'win32' ? 'sillage.exe' : 'sillage');
}

function resourcesIn(output: string): string {
  const unpacked = unpackedIn(output);
  return process.platform === 'darwin'
    ? path.join(unpacked, 'Sillage.app/Contents/Resources')
    : path.join(unpacked, 'resources');
}
