/**
 * @file Looks at a model or an adapter before llama.cpp does.
 *
 * llama.cpp ends its whole process, or never returns, on some malformed files: no file from outside may reach it that has
 * not passed here. A pass promises that loading ends, well or with an error; not that the model is any good.
 */
import { isStudioError } from '#foundation/errors.ts';
import { adapterFaults } from './check-adapter.ts';
import { finiteFaults } from './check-finite.ts';
import { shapeFaults } from './check-shape.ts';
import { vocabularyFaults } from './check-vocabulary.ts';
import { FileSteps } from './file-steps.ts';
import { type Header, numberIn, textIn } from './header.ts';
import { keyTypeFaults } from './known-keys.ts';
import type { PreflightFault, PreflightReason } from './preflight-fault.ts';
import { headerFrom } from './read-header.ts';

export type Preflight =
  | { readonly verdict: 'fit'; readonly header: Header }
  /** At least one fault, the most telling first. */
  | { readonly verdict: 'refused'; readonly faults: readonly PreflightFault[] };

/** Whether llama.cpp may see the model at `path`. `model.file-gone` when there is no file. */
export function preflightModel(path: string): Promise<Preflight> {
  return preflight(path, async (steps, header) => {
    const faults = await modelFaults(header);
    return faults.length > 0 ? faults : finiteFaults(steps, header);
  });
}

/** Whether the adapter at `path` may go on `base`, a model that has passed. */
export function preflightAdapter(path: string, base: Header): Promise<Preflight> {
  return preflight(path, async (steps, header) => {
    const faults = [...commonFaults(header), ...adapterFaults(header, base)];
    return faults.length > 0 ? faults : finiteFaults(steps, header, true);
  });
}

async function preflight(
  path: string,
  check: (steps: FileSteps, header: Header) => Promise<readonly PreflightFault[]>,
): Promise<Preflight> {
  const steps = await FileSteps.open(path);
  try {
    const header = await headerFrom(steps);
    const faults = await check(steps, header);
    return faults.length > 0 ? { verdict: 'refused', faults } : { verdict: 'fit', header };
  } catch (error) {
    if (!isStudioError(error, 'model.refused')) throw error;
    const { reason, detail } = error.facts;
    return { verdict: 'refused', faults: [{ reason: reason as PreflightReason, detail }] };
  } finally {
    await steps.close();
  }
}

async function modelFaults(header: Header): Promise<PreflightFault[]> {
  const { metadata } = header;
  const kind = textIn(metadata, 'general.type');
  if (kind !== undefined && kind !== 'model') return [{ reason: 'not-a-model', detail: kind }];
  const faults = commonFaults(header);
  if (faults.length > 0) return faults;
  const parts = numberIn(metadata, 'split.count') ?? 1;
  if (parts > 1) return [{ reason: 'split', detail: String(parts) }];
  const architecture = architectureOf(header);
  return [...shapeFaults(header, architecture), ...(await vocabularyFaults(header, architecture))];
}

function commonFaults(header: Header): PreflightFault[] {
  const architecture = architectureOf(header);
  if (architecture === '') return [{ reason: 'no-architecture', detail: 'general.architecture' }];
  return keyTypeFaults(header.metadata, architecture);
}

function architectureOf({ metadata }: Header): string {
  return textIn(metadata, 'general.architecture') ?? '';
}
