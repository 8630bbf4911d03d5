/** @file How a training is watched, paused and cancelled. It looks up between steps, never within one. */

/** How far a training is. Lengths and losses are of this step alone. */
export interface TrainingProgress {
  readonly step: number;
  readonly of: number;
  readonly loss: number;
  readonly rate: number;
  /** Length of the gradient before it was shortened. */
  readonly gradient: number;
}

export interface TrainingControl {
  tell(progress: TrainingProgress): void;
  /** Waits while paused. Calls `keep` before it waits and before it throws the signal's reason when cancelled. */
  turn(keep?: () => void): Promise<void>;
}

/** A control in the same thread. */
export class LocalControl implements TrainingControl {
  readonly #signal: AbortSignal | undefined;
  readonly #tell: (progress: TrainingProgress) => void;
  #resume: (() => void) | undefined;
  #paused: Promise<void> | undefined;

  constructor(tell: (progress: TrainingProgress) => void = () => {}, signal?: AbortSignal) {
    this.#tell = tell;
    this.#signal = signal;
    signal?.addEventListener('abort', () => this.resume());
  }

  tell(progress: TrainingProgress): void {
    this.#tell(progress);
  }

  pause(): void {
    this.#paused ??= new Promise((resolve) => {
      this.#resume = resolve;
    });
  }

  resume(): void {
    this.#resume?.();
    this.#resume = undefined;
    this.#paused = undefined;
  }

  async turn(keep: () => void = () => {}): Promise<void> {
    if (this.#paused && !this.#signal?.aborted) {
      keep();
      await this.#paused;
    }
    if (this.#signal?.aborted) {
      keep();
      this.#signal.throwIfAborted();
    }
  }
}
