import { isStudioError } from '#foundation/errors.ts';
import type { Backend } from '../backend.ts';
import type { Probe } from '../choose-backend.ts';
import { AskFailed, linkHost } from './host-link.ts';
import { hostEntry, type StartHostProcess } from './host-process.ts';

/** Tries a back end in a process of its own, which may die of it. The first try of a binary can take minutes. */
export async function probeBackend(start: StartHostProcess, backend: Backend): Promise<Probe> {
  try {
    const link = await linkHost(start(hostEntry()), { every: 5_000, within: 60_000, start: 30_000 });
    try {
      const { devices, vramTotal } = await link.ask('probe', { backend }, { patience: 120_000 }).answer;
      return { works: true, devices, vramTotal };
    } finally {
      link.end('killed');
      await link.ended;
    }
  } catch (error) {
    if (error instanceof AskFailed) return { works: false, detail: error.failure.detail };
    if (isStudioError(error, 'model.host-ended')) return { works: false, detail: error.facts.detail };
    throw error;
  }
}
