import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFileLog } from './file-log.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'sillage-log-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const lines = () =>
  readFileSync(path.join(folder, 'studio.log'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('the log', () => {
  it('gives a bug a reference, and keeps where it happened and why', () => {
    const reference = createFileLog(folder).bug(new TypeError('no such line', { cause: new RangeError('deep') }));
    expect(lines()).toMatchObject([{ level: 'bug', reference, message: 'TypeError: no such line' }]);
    expect(lines()[0].trace.join()).toContain('RangeError: deep');
  });

  it('starts a new file before the old one grows without end', () => {
    writeFileSync(path.join(folder, 'studio.log'), 'x'.repeat(1_000_001));
    createFileLog(folder).info('hello', { n: 1 });
    expect(lines()).toMatchObject([{ level: 'info', message: 'hello', n: 1 }]);
  });

  it('never stops the studio', () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => {});
    writeFileSync(path.join(folder, 'in-the-way'), '');
    expect(() => createFileLog(path.join(folder, 'in-the-way')).warn('lost')).not.toThrow();
    expect(said).toHaveBeenCalledOnce();
  });
});
