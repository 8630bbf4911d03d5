/** @file Least squares with a little ridge, and the error each row has when it is left out: for models that ship with their error. */

export interface Fit {
  readonly coefficients: readonly number[];
  /** Of each row, value less what a fit without that row predicts. */
  readonly leftOut: readonly number[];
}

/** Fits `values` on the columns of `rows`. `ridge` weighs against large coefficients, except of the first column. */
export function leastSquares(rows: readonly (readonly number[])[], values: readonly number[], ridge: number): Fit {
  const { normal, right } = normalEquations(rows, values, ridge);
  const coefficients = solve(normal, right);
  const leftOut = rows.map((row, at) => {
    // The leverage of a row tells what the fit without it would have said (Allen, Technometrics 1974, 16, 125).
    const leverage = dot(row, solve(normal, row));
    return ((values[at] ?? 0) - dot(row, coefficients)) / (1 - leverage);
  });
  return { coefficients, leftOut };
}

function normalEquations(rows: readonly (readonly number[])[], values: readonly number[], ridge: number) {
  const size = rows[0]?.length ?? 0;
  const normal = Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (__, j) => {
      const own = i === j && i > 0 ? ridge : 0;
      return rows.reduce((sum, row) => sum + (row[i] ?? 0) * (row[j] ?? 0), own);
    }),
  );
  const right = Array.from({ length: size }, (_, i) =>
    rows.reduce((sum, row, at) => sum + (row[i] ?? 0) * (values[at] ?? 0), 0),
  );
  return { normal, right };
}

/** The root of the mean square. */
export function rootMeanSquare(values: readonly number[]): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);
}

const robustRidge = 0.5;

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, one, at) => sum + one * (b[at] ?? 0), 0);
}

/** Gauss with the largest pivot. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0]);
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    let best = column;
    for (let row = column + 1; row < size; row++) {
      if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[best]?.[column] ?? 0)) best = row;
    }
    const pivot = rows[best] as number[];
    rows[best] = rows[column] as number[];
    rows[column] = pivot;
    for (let row = 0; row < size; row++) {
      if (row === column) continue;
      const target = rows[row] as number[];
      const factor = (target[column] ?? 0) / (pivot[column] ?? 1);
      for (let at = column; at <= size; at++) target[at] = (target[at] ?? 0) - factor * (pivot[at] ?? 0);
    }
  }
  return rows.map((row, at) => (row[size] ?? 0) / (row[at] ?? 1));
}

/**
 * Least squares that a few wild rows cannot bend: beyond `bend` a row counts by its distance, not its square (Huber, Ann.
 * Math. Stat. 1964, 35, 73), by weights fitted again and again.
 */
export function robustFit(rows: readonly (readonly number[])[], values: readonly number[], bend: number): number[] {
  let weights = values.map(() => 1);
  let coefficients: number[] = [];
  for (let round = 0; round < 20; round++) {
    const scaled = rows.map((row, at) => row.map((one) => one * Math.sqrt(weights[at] ?? 1)));
    const right = values.map((value, at) => value * Math.sqrt(weights[at] ?? 1));
    const equations = normalEquations(scaled, right, robustRidge);
    coefficients = solve(equations.normal, equations.right);
    weights = rows.map((row, at) => {
      const distance = Math.abs((values[at] ?? 0) - dot(row, coefficients));
      return distance <= bend ? 1 : bend / distance;
    });
  }
  return coefficients;
}

/** What each row is off by when it is predicted from the other folds; row `at` belongs to fold `at % folds`. */
export function crossValidated(
  rows: readonly (readonly number[])[],
  values: readonly number[],
  { folds, bend }: { readonly folds: number; readonly bend: number },
): number[] {
  const errors: number[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const isIn = (_: unknown, at: number) => at % folds !== fold;
    const coefficients = robustFit(rows.filter(isIn), values.filter(isIn), bend);
    for (let at = fold; at < rows.length; at += folds) {
      errors[at] = (values[at] ?? 0) - dot(rows[at] ?? [], coefficients);
    }
  }
  return errors;
}

/** The middle of the absolute values. */
export function medianOf(values: readonly number[]): number {
  return values.map(Math.abs).toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
