import type { SeededRandom } from '#foundation/seeded-random.ts';
import { Graph } from '../graph/graph.ts';
import type { Tensor } from '../graph/tensor.ts';
import { beginWeights, type Weights } from '../graph/weights.ts';
import { openStep, type Step } from './open-step.ts';

/** A step that also tells how the loss depends on each parameter. */
export interface TrainingStep extends Pick<Step, 'inputs' | 'outputs' | 'run' | 'close'> {
  readonly weights: Weights;
  /** By parameter; overwritten by each run. */
  readonly gradients: ReadonlyMap<string, Float32Array<ArrayBuffer>>;
  /** Of the last run. */
  readonly loss: number;
}

/**
 * Opens what `build` writes into a graph; it answers the loss. Weights begin from `from` when that is a random source.
 *
 * Gradients by traced inputs are outputs named `d.NAME`.
 */
export async function openTrainingStep(
  build: (graph: Graph) => Tensor,
  from: Weights | SeededRandom,
  { threads = 1 }: { readonly threads?: number } = {},
): Promise<TrainingStep> {
  const graph = new Graph();
  const loss = build(graph);
  const learned = [...graph.parameters, ...graph.traced];
  graph.output('loss', loss);
  graph.gradients(loss, learned).forEach((slope, at) => {
    graph.output(`d.${learned[at]?.name}`, slope);
  });
  const weights: Weights = 'state' in from ? beginWeights(graph.plans, from) : from;
  const step = await openStep(graph, weights, threads);
  return {
    ...step,
    weights,
    gradients: new Map(
      graph.parameters.map(({ name }) => [name, step.outputs[`d.${name}`] as Float32Array<ArrayBuffer>]),
    ),
    get loss() {
      return step.outputs.loss?.[0] ?? Number.NaN;
    },
  };
}
