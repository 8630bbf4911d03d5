/**
 * @file One writer. Whatever writes to a table waits for its turn here; small writes that wait are made one.
 *
 * Two writers at once are how a LanceDB table comes to hold a row twice, and twenty writes of one row cost twenty times one
 * write of twenty.
 */

/** What is to become of an id: a row, or nothing. */
export type Written<Row> = { readonly row: Row } | { readonly gone: true };

export interface WriteQueueOptions<Row> {
  /** Writes at most `most` ids: all of them or, by throwing, none that counts. */
  readonly write: (batch: ReadonlyMap<string, Written<Row>>) => Promise<void>;
  readonly most: number;
}

export class WriteQueue<Row> {
  readonly #options: WriteQueueOptions<Row>;
  #waiting = new Map<string, Written<Row>>();
  #turn: Promise<unknown> = Promise.resolve();
  #flush: Promise<void> | undefined;

  constructor(options: WriteQueueOptions<Row>) {
    this.#options = options;
  }

  /** Done when all of it is written. Of two writes of one id the later one counts. */
  write(batch: ReadonlyMap<string, Written<Row>>): Promise<void> {
    for (const [id, written] of batch) this.#waiting.set(id, written);
    this.#flush ??= this.alone(() => this.#writeWaiting());
    return this.#flush;
  }

  /** Runs `act` while nobody else writes. */
  alone<T>(act: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(act);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  /** When everything that waits now has been written. */
  async settled(): Promise<void> {
    await this.#turn;
  }

  async #writeWaiting(): Promise<void> {
    // What comes from here on waits for the next turn.
    const waiting = [...this.#waiting];
    this.#waiting = new Map();
    this.#flush = undefined;
    const { write, most } = this.#options;
    for (let start = 0; start < waiting.length; start += most) await write(new Map(waiting.slice(start, start + most)));
  }
}
