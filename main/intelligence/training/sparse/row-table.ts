/**
 * @file A table too large to go through the graph at each step: rows are summed into bags here, and only rows that were
 * used move. Each row has one rate of its own, from the squares of its gradients so far (AdaGrad of Duchi, Hazan and
 * Singer 2011, with one number for a row).
 */
import type { SeededRandom } from '#foundation/seeded-random.ts';
import type { StoredArray } from '../checkpoint/safetensors.ts';

/** Which rows make up each bag: [bags, width], with weights; a weight of 0 leaves a place unused. */
export interface Bags {
  readonly width: number;
  readonly rows: Int32Array;
  readonly weights: Float32Array;
}

export class RowTable {
  readonly rows: number;
  readonly width: number;
  readonly values: Float32Array<ArrayBuffer>;
  readonly #squares: Float32Array<ArrayBuffer>;
  readonly #slots: Int32Array;

  /** Values begin evenly between -`spread` and `spread`. */
  constructor(rows: number, width: number, spread: number, random: SeededRandom) {
    this.rows = rows;
    this.width = width;
    this.values = new Float32Array(rows * width);
    for (let at = 0; at < this.values.length; at++) this.values[at] = (2 * random.next() - 1) * spread;
    this.#squares = new Float32Array(rows);
    this.#slots = new Int32Array(rows).fill(-1);
  }

  /** Everything that changes while learning. */
  get arrays(): ReadonlyMap<string, StoredArray> {
    return new Map([
      ['table', { shape: [this.rows, this.width], data: this.values }],
      ['squares', { shape: [this.rows], data: this.#squares }],
    ]);
  }

  /** Writes the weighted sum of each bag into `into`, [bags, width]. */
  sum({ width, rows, weights }: Bags, into: Float32Array): void {
    into.fill(0);
    for (let place = 0; place < rows.length; place++) {
      const weight = weights[place] as number;
      if (weight === 0) continue;
      const from = (rows[place] as number) * this.width;
      const to = Math.floor(place / width) * this.width;
      for (let at = 0; at < this.width; at++) into[to + at]! += weight * (this.values[from + at] as number);
    }
  }

  /** Moves the rows of `bags` against `slopes`, the gradient by the sums. */
  move({ width, rows, weights }: Bags, slopes: Float32Array, rate: number): void {
    const touched: number[] = [];
    for (let place = 0; place < rows.length; place++) {
      const row = rows[place] as number;
      if (weights[place] === 0 || this.#slots[row] !== -1) continue;
      this.#slots[row] = touched.length;
      touched.push(row);
    }
    const gradient = new Float32Array(touched.length * this.width);
    for (let place = 0; place < rows.length; place++) {
      const weight = weights[place] as number;
      if (weight === 0) continue;
      const to = (this.#slots[rows[place] as number] as number) * this.width;
      const from = Math.floor(place / width) * this.width;
      for (let at = 0; at < this.width; at++) gradient[to + at]! += weight * (slopes[from + at] as number);
    }
    for (const [slot, row] of touched.entries()) {
      this.#moveRow(row, gradient.subarray(slot * this.width, (slot + 1) * this.width), rate);
      this.#slots[row] = -1;
    }
  }

  #moveRow(row: number, gradient: Float32Array, rate: number): void {
    let squares = 0;
    for (let at = 0; at < gradient.length; at++) squares += (gradient[at] as number) * (gradient[at] as number);
    this.#squares[row]! += squares / this.width;
    const stride = rate / (Math.sqrt(this.#squares[row] as number) + 1e-8);
    const to = row * this.width;
    for (let at = 0; at < gradient.length; at++) this.values[to + at]! -= stride * (gradient[at] as number);
  }
}
