/** @file Weights as whole numbers of one byte, each times the scale of its row or column. */
export interface Quantised {
  readonly values: Int8Array<ArrayBuffer>;
  readonly scales: Float32Array<ArrayBuffer>;
}

/** One scale for each row of `weights` [rows, width]; the largest of a row becomes `levels`. */
export function quantiseRows(weights: Float32Array, width: number, levels = 127): Quantised {
  return quantise(weights, weights.length / width, (at) => Math.floor(at / width), levels);
}

/** One scale for each column of `weights` [rows, width]. */
export function quantiseColumns(weights: Float32Array, width: number, levels = 127): Quantised {
  return quantise(weights, width, (at) => at % width, levels);
}

function quantise(weights: Float32Array, groups: number, groupOf: (at: number) => number, levels: number): Quantised {
  const scales = new Float32Array(groups);
  for (let at = 0; at < weights.length; at++) {
    const group = groupOf(at);
    scales[group] = Math.max(scales[group] as number, Math.abs(weights[at] as number));
  }
  for (let group = 0; group < groups; group++) scales[group] = (scales[group] as number) / levels || 1;
  const values = new Int8Array(weights.length);
  for (let at = 0; at < weights.length; at++) {
    values[at] = Math.round((weights[at] as number) / (scales[groupOf(at)] as number));
  }
  return { values, scales };
}
