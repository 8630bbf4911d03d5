/** How long work that goes on beside everything else may hold it up: it is done in slices, and the event loop has a turn between. */
export interface Breath {
  /** A clock in ms. */
  readonly now: () => number;
  /** Gives everybody else a turn. */
  readonly rest: () => Promise<void>;
  /** ms of work between two rests. */
  readonly slice: number;
}
