/** @file One look at a model file: whether llama.cpp may see it, what it says of itself, and a fingerprint to know it again. */
import { createHash } from 'node:crypto';
import { open, stat } from 'node:fs/promises';
import { isStudioError, StudioError } from '#foundation/errors.ts';
import { preflightAdapter, preflightModel } from './gguf/preflight.ts';
import type { PreflightFault, PreflightReason } from './gguf/preflight-fault.ts';
import { readHeader } from './gguf/read-header.ts';
import { type ShelfFacts, shelfFactsOf } from './shelf-facts.ts';

export interface Inspection {
  readonly bytes: number;
  /** When the file was last written, in ms since 1970: another time means another look. */
  readonly written: number;
  /** SHA-256 of the size and of a MiB at the beginning, in the middle and at the end: equal files have equal ones. */
  readonly fingerprint: string;
  readonly verdict:
    | { readonly kind: 'fit'; readonly facts: ShelfFacts }
    | {
        readonly kind: 'refused';
        readonly reason: PreflightReason;
        readonly detail: string;
        readonly facts?: ShelfFacts;
      };
}

/** Looks at the file at `path`. Refuses with `model.file-gone`. */
export async function inspectModel(path: string): Promise<Inspection> {
  const { size, mtimeMs } = await stat(path).catch((cause: unknown) => {
    throw new StudioError('model.file-gone', { name: path }, { cause });
  });
  const found = await preflightModel(path);
  const seen = { bytes: size, written: Math.trunc(mtimeMs), fingerprint: await fingerprintOf(path, size) };
  if (found.verdict === 'fit') return { ...seen, verdict: { kind: 'fit', facts: shelfFactsOf(found.header) } };
  const [fault] = found.faults;
  const facts = await readHeader(path).then(shelfFactsOf, ignoreRefusal);
  return {
    ...seen,
    verdict: {
      kind: 'refused',
      reason: fault?.reason ?? 'not-gguf',
      detail: fault?.detail ?? '',
      ...(facts && { facts }),
    },
  };
}

/** Why the adapter at `path` may not go on the model at `base`, which has passed; null when it may. */
export async function inspectAdapter(path: string, base: string): Promise<PreflightFault | null> {
  const found = await preflightAdapter(path, await readHeader(base));
  return found.verdict === 'fit' ? null : (found.faults[0] ?? null);
}

function ignoreRefusal(error: unknown): undefined {
  if (!isStudioError(error)) throw error;
}

const piece = 1 << 20;

async function fingerprintOf(path: string, bytes: number): Promise<string> {
  const hash = createHash('sha256').update(String(bytes));
  const file = await open(path);
  try {
    const buffer = Buffer.alloc(piece);
    for (const at of [0, Math.floor(bytes / 2), Math.max(0, bytes - piece)]) {
      const { bytesRead } = await file.read(buffer, 0, piece, at);
      hash.update(buffer.subarray(0, bytesRead));
    }
  } finally {
    await file.close();
  }
  return hash.digest('hex');
}
