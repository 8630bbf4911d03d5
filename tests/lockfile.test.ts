import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { gapsOf } from '../scripts/complete-lock.mjs';

interface Lock {
  readonly packages: Record<string, { integrity?: string; resolved?: string; version?: string }>;
}
const lock = JSON.parse(readFileSync(path.join(import.meta.dirname, '../package-lock.json'), 'utf8')) as Lock;

describe('the lockfile', () => {
  it('serves Windows, Linux and macOS completely', () => {
    expect(Object.keys(lock.packages).length).toBeGreaterThan(300);
    expect(gapsOf(lock)).toEqual({ missing: [], unverified: [], hit: [] });
  });

  it('holds sha512 integrity and no mirror of anyone', () => {
    const entries = Object.entries(lock.packages).filter(([at]) => at !== '');
    expect(entries.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([at]) => at)).toEqual([]);
    expect(entries.filter(([, { resolved }]) => resolved !== undefined).map(([at]) => at)).toEqual([]);
  });

  it.each([
    '@lancedb/lancedb-win32-x64-msvc',
    '@lancedb/lancedb-linux-x64-gnu',
    '@lancedb/lancedb-darwin-arm64',
    '@node-llama-cpp/win-x64',
    '@node-llama-cpp/linux-x64',
    '@node-llama-cpp/mac-arm64-metal',
    '@biomejs/cli-win32-x64',
    '@biomejs/cli-darwin-arm64',
    'better-sqlite3',
    'onnxruntime-node',
  ])('names %s', (name) => {
    expect(lock.packages[`node_modules/${name}`]?.integrity).toBeTruthy();
  });

  it('would be refused if a platform package were dropped or lost its integrity', () => {
    const { '': _root, ...rest } = lock.packages;
    const dropped = { ...rest };
    delete dropped['node_modules/@lancedb/lancedb-darwin-arm64'];
    expect(gapsOf({ packages: dropped }).hit).toEqual(['darwin-arm64']);
    const stripped = { ...rest, 'node_modules/@lancedb/lancedb-win32-x64-msvc': { version: '0.31.0' } };
    expect(gapsOf({ packages: stripped }).hit).toEqual(['win32-x64']);
  });
});
