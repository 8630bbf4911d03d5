/** @file What goes wrong inside the process of the models, and how it leaves it. */
import { InsufficientMemoryError } from 'node-llama-cpp';
import type { HostFailure } from './host-protocol.ts';

/** A failure the studio knows what to do about. */
export class HostRefusal extends Error {
  readonly failure: HostFailure;

  constructor(kind: HostFailure['kind'], detail: string, counts?: HostFailure['counts']) {
    super(detail);
    this.failure = { kind, detail, ...(counts && { counts }) };
  }
}

/** The failure behind an error; `otherwise` is what an unknown one of this act means, `log` llama.cpp's last words. */
export function failureOf(
  error: unknown,
  otherwise: HostFailure['kind'] = 'bug',
  log: readonly string[] = [],
): HostFailure {
  if (error instanceof HostRefusal) return error.failure;
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof InsufficientMemoryError || /insufficient memory|out of memory|failed to allocate/i.test(message))
    return { kind: 'memory', detail: message };
  if (/is disposed/i.test(message)) return { kind: 'unloaded', detail: message };
  const said = log
    .filter((line) => /error|fail|unable|invalid|missing|unknown/i.test(line))
    .slice(-4)
    .join(' ');
  if (/out of memory|failed to allocate|unable to allocate/i.test(said)) return { kind: 'memory', detail: said };
  return { kind: otherwise, detail: [message, said].filter(Boolean).join(': ') };
}
