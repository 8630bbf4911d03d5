/** @file The back end of this session: chosen once for each wish, kept with its reasons, and given up when it fails after all. */
import type { Backend, BackendWish } from './backend.ts';
import { type BackendChoice, chooseBackend, type Probe } from './choose-backend.ts';
import { type GpuFacts, gpuFacts, type Surroundings } from './gpu-facts.ts';
import type { StartHostProcess } from './host/host-process.ts';
import { probeBackend } from './host/probe-backend.ts';

export interface BackendChooser {
  choose(): Promise<BackendChoice>;
  /** What was chosen last; undefined until somebody asked. */
  readonly chosen: BackendChoice | undefined;
  /** It does not work after all. */
  failed(backend: Backend, detail: string): void;
  /** Looks afresh the next time: after another wish, or after something was installed. */
  forget(): void;
}

export interface ChooserNeeds {
  readonly wish: () => BackendWish;
  readonly start: StartHostProcess;
  readonly surroundings: Surroundings;
  readonly onChosen?: () => void;
}

export function createBackendChooser({ wish, start, surroundings, onChosen }: ChooserNeeds): BackendChooser {
  const failures = new Map<Backend, string>();
  let choosing: Promise<BackendChoice> | undefined;
  let chosen: BackendChoice | undefined;
  let facts: Promise<GpuFacts> | undefined;
  const probe = async (backend: Backend): Promise<Probe> => {
    const detail = failures.get(backend);
    return detail === undefined ? probeBackend(start, backend) : { works: false, detail };
  };
  return {
    choose() {
      facts ??= gpuFacts(surroundings);
      choosing ??= facts
        .then((found) => chooseBackend(wish(), found, probe))
        .then((choice) => {
          chosen = choice;
          onChosen?.();
          return choice;
        });
      return choosing;
    },
    get chosen() {
      return chosen;
    },
    failed(backend, detail) {
      failures.set(backend, detail);
      choosing = undefined;
    },
    forget() {
      failures.clear();
      choosing = undefined;
      chosen = undefined;
      facts = undefined;
    },
  };
}
