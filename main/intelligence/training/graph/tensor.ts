import type { ElementType } from '../onnx/onnx-model.ts';
import type { Graph } from './graph.ts';

/** Sizes of the axes, outermost first; empty for a single number. */
export type Shape = readonly number[];

/** One value of a graph: what it will be, not what it is. */
export class Tensor {
  readonly graph: Graph;
  readonly name: string;
  readonly shape: Shape;
  readonly type: ElementType;
  /** Whether a parameter lies behind it. */
  readonly isLearned: boolean;

  constructor(graph: Graph, name: string, shape: Shape, type: ElementType, isLearned: boolean) {
    this.graph = graph;
    this.name = name;
    this.shape = shape;
    this.type = type;
    this.isLearned = isLearned;
  }

  get rank(): number {
    return this.shape.length;
  }

  get size(): number {
    return sizeOf(this.shape);
  }
}

export function sizeOf(shape: Shape): number {
  return shape.reduce((product, size) => product * size, 1);
}

export function isSameShape(a: Shape, b: Shape): boolean {
  return a.length === b.length && a.every((size, axis) => size === b[axis]);
}
