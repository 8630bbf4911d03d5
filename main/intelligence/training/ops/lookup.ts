import { invariant } from '#foundation/errors.ts';
import type { Tensor } from '../graph/tensor.ts';

/** Rows of a table [v, d] by int32 `ids` [...]: [..., d]. Gradients of a row asked for twice add up. */
export function embed(table: Tensor, ids: Tensor): Tensor {
  const { graph } = table;
  const [, width] = table.shape as readonly [number, number];
  const rows = graph.emit('Gather', [table, ids], [...ids.shape, width], { attributes: { axis: { int: 0 } } });
  return graph.record(rows, [table], (slope) => {
    const nothing = graph.emit('Expand', [graph.scalar(0), graph.integers(table.shape)], table.shape);
    const places = graph.emit('Cast', [ids], ids.shape, { type: 'int64', attributes: { to: { int: 7 } } });
    const list = graph.emit('Reshape', [places, graph.integers([ids.size, 1])], [ids.size, 1]);
    const flat = graph.emit('Reshape', [slope, graph.integers([ids.size, width])], [ids.size, width]);
    return [
      graph.emit('ScatterND', [nothing, list, flat], table.shape, { attributes: { reduction: { string: 'add' } } }),
    ];
  });
}

/** One number of each row of `a` [n, v] by int32 `at` [n]: [n]. */
export function pickColumns(a: Tensor, at: Tensor): Tensor {
  const { graph } = a;
  const [n] = a.shape as readonly [number, number];
  invariant(a.rank === 2 && at.size === n, 'each row has a place');
  const places = graph.emit('Reshape', [at, graph.integers([n, 1])], [n, 1]);
  const column = graph.emit('GatherElements', [a, places], [n, 1], { attributes: { axis: { int: 1 } } });
  const values = graph.emit('Reshape', [column, graph.integers([n])], [n]);
  return graph.record(values, [a], (slope) => {
    const nothing = graph.emit('Expand', [graph.scalar(0), graph.integers(a.shape)], a.shape);
    const flat = graph.emit('Reshape', [slope, graph.integers([n, 1])], [n, 1]);
    return [graph.emit('ScatterElements', [nothing, places, flat], a.shape, { attributes: { axis: { int: 1 } } })];
  });
}
