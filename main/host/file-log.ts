/** @file The log as lines of JSON in a folder: one file, and the one before it. */
import { randomBytes } from 'node:crypto';
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Log } from '#foundation/log.ts';

const mostBytes = 1_000_000;

/** Writes at once, so that a crash leaves its last line. A log that cannot be written never stops the studio. */
export function createFileLog(folder: string, now: () => Date = () => new Date()): Log {
  const file = path.join(folder, 'studio.log');
  const write = (level: string, message: string, facts: Readonly<Record<string, unknown>>) => {
    try {
      mkdirSync(folder, { recursive: true });
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > mostBytes) renameSync(file, `${file}.before`);
      appendFileSync(file, `${JSON.stringify({ at: now().toISOString(), level, message, ...facts })}\n`);
    } catch {
      console.error(level, message, facts);
    }
  };
  return {
    info: (message, facts = {}) => write('info', message, facts),
    warn: (message, facts = {}) => write('warn', message, facts),
    bug(error) {
      const reference = randomBytes(4).toString('hex');
      write('bug', String(error), { reference, trace: traceOf(error) });
      return reference;
    },
  };
}

function traceOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  return [error.stack ?? error.message, ...(error.cause === undefined ? [] : traceOf(error.cause))];
}
