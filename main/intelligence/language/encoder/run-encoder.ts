import type { OrtInputs } from '#intelligence/models/ort-protocol.ts';
import type { OrtTensor } from '#intelligence/models/ort-session.ts';
import { dimensions } from './encoder-network.ts';
import { encoderInputs } from './text/encoder-inputs.ts';

/** Runs a model of ours, wherever it is open. */
export type RunModel = (
  inputs: OrtInputs,
  expected: Record<string, Omit<OrtTensor, 'data'>>,
) => Promise<Readonly<Record<string, OrtTensor>>>;

/** Texts that share one run: more need more memory, and a query waits for the run before it. */
const together = 32;

/** Unit vectors of the texts, [texts, dimensions]. */
export async function runEncoder(texts: readonly string[], run: RunModel): Promise<Float32Array<ArrayBuffer>> {
  const vectors = new Float32Array(texts.length * dimensions);
  for (let at = 0; at < texts.length; at += together) {
    const some = texts.slice(at, at + together);
    const { words, width, rows, weights, said, denied } = encoderInputs(some);
    const results = await run(
      {
        rows: { type: 'int32', shape: [words, width], data: rows },
        weights: { type: 'float32', shape: [words, width], data: weights },
        said: { type: 'float32', shape: [some.length, words], data: said },
        denied: { type: 'float32', shape: [some.length, words], data: denied },
      },
      { vectors: { type: 'float32', shape: [some.length, dimensions] } },
    );
    vectors.set(results.vectors?.data as Float32Array, at * dimensions);
  }
  return vectors;
}
