/** @file Lets only so many questions in at once: more of them only make each other slow. */
import { invariant } from '#foundation/errors.ts';

export class Turnstile {
  readonly #places: number;
  readonly #waiting: (() => void)[] = [];
  #inside = 0;
  #whenEmpty: (() => void)[] = [];

  constructor(places: number) {
    invariant(places > 0, 'somebody can get in');
    this.#places = places;
  }

  /** Runs `act` when its turn comes, unless `signal` has aborted by then: then its reason is thrown and no work done. */
  async pass<T>(signal: AbortSignal | undefined, act: () => Promise<T>): Promise<T> {
    signal?.throwIfAborted();
    if (this.#inside >= this.#places) await new Promise<void>((enter) => this.#waiting.push(enter));
    else this.#inside += 1;
    try {
      signal?.throwIfAborted();
      return await act();
    } finally {
      this.#leave();
    }
  }

  /** When everyone who is inside or waiting has left. */
  async empty(): Promise<void> {
    if (this.#inside > 0) await new Promise<void>((empty) => this.#whenEmpty.push(empty));
  }

  #leave(): void {
    const next = this.#waiting.shift();
    if (next) {
      next();
      return;
    }
    this.#inside -= 1;
    if (this.#inside > 0) return;
    for (const empty of this.#whenEmpty) empty();
    this.#whenEmpty = [];
  }
}
