/**
 * @file Which back end computes, and of each that does not, why: never the processor in silence.
 *
 * CUDA before Vulkan, as CUDA is faster where it runs at all; a Vulkan that is only drawn by the processor counts as none.
 */
import type { Backend, BackendWish } from './backend.ts';
import type { GpuFacts } from './gpu-facts.ts';

/** What became of trying a back end. */
export type Probe =
  | { readonly works: true; readonly devices: readonly string[]; readonly vramTotal: number }
  | { readonly works: false; readonly detail: string };

export type BackendVerdict =
  | 'used'
  /** Would work; another one is better or was asked for. */
  | 'not-needed'
  | 'no-driver'
  /** A card is there, but not the libraries from NVIDIA's CUDA Toolkit. */
  | 'no-runtime'
  | 'no-loader'
  /** There is a Vulkan, but the processor draws it. */
  | 'software'
  | 'failed'
  | 'other-system';

export interface BackendFinding {
  readonly backend: Backend;
  readonly verdict: BackendVerdict;
  readonly detail: string;
}

export interface BackendChoice {
  readonly backend: Backend;
  readonly devices: readonly string[];
  /** One for each back end, in the order they are preferred. */
  readonly findings: readonly BackendFinding[];
  /** Whether something else was asked for and could not be had. */
  readonly isSecondBest: boolean;
}

/** The best back end that works, or the one asked for. `probe` is asked only where the files for it are there. */
export async function chooseBackend(
  wish: BackendWish,
  facts: GpuFacts,
  probe: (backend: Backend) => Promise<Probe>,
): Promise<BackendChoice> {
  const findings: BackendFinding[] = [];
  let used: { readonly backend: Backend; readonly devices: readonly string[] } | undefined;
  const isWanted = (backend: Backend) => !used && (wish === 'auto' || wish === backend);
  for (const backend of ['cuda', 'vulkan', 'metal'] as const) {
    const missing = missingFor(backend, facts);
    if (missing) findings.push({ backend, verdict: missing, detail: '' });
    else if (!isWanted(backend)) findings.push({ backend, verdict: 'not-needed', detail: '' });
    else {
      const found = await probe(backend);
      const verdict = verdictOn(found);
      findings.push({ backend, verdict, detail: found.works ? found.devices.join(', ') : found.detail });
      if (found.works && verdict === 'used') used = { backend, devices: found.devices };
    }
  }
  findings.push({ backend: 'cpu', verdict: used ? 'not-needed' : 'used', detail: '' });
  const backend = used?.backend ?? 'cpu';
  return {
    backend,
    devices: used?.devices ?? [],
    findings,
    isSecondBest: wish !== 'auto' && wish !== backend,
  };
}

function missingFor(backend: Backend, { platform, hasNvidiaDriver, hasCudaRuntime, hasVulkanLoader }: GpuFacts) {
  const isMac = platform === 'darwin';
  if ((backend === 'metal') !== isMac) return 'other-system';
  if (backend === 'cuda' && !hasNvidiaDriver) return 'no-driver';
  if (backend === 'cuda' && !hasCudaRuntime) return 'no-runtime';
  if (backend === 'vulkan' && !hasVulkanLoader) return 'no-loader';
  return undefined;
}

function verdictOn(probe: Probe): BackendVerdict {
  if (!probe.works) return 'failed';
  const isDrawn =
    probe.devices.length > 0 && probe.devices.every((name) => /llvmpipe|lavapipe|swiftshader|software/i.test(name));
  if (isDrawn) return 'software';
  return probe.devices.length === 0 ? 'failed' : 'used';
}
