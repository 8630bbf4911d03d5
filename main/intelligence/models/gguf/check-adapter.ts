/** @file Whether an adapter can go on a model. llama.cpp ends its process on some of these and says nothing about others. */
import { type Header, numberIn, type TensorPlace, textIn } from './header.ts';
import type { PreflightFault } from './preflight-fault.ts';

const storable = new Set(['F32', 'F16', 'BF16', 'Q8_0']);

/** Every fault of `adapter` by itself and on `base`. */
export function adapterFaults(adapter: Header, base: Header): PreflightFault[] {
  const kind = textIn(adapter.metadata, 'general.type');
  if (kind !== 'adapter') return [{ reason: 'not-an-adapter', detail: kind ?? 'general.type' }];
  const faults: PreflightFault[] = [];
  const method = textIn(adapter.metadata, 'adapter.type');
  if (method !== 'lora') faults.push({ reason: 'adapter-kind', detail: method ?? 'adapter.type' });
  const alpha = numberIn(adapter.metadata, 'adapter.lora.alpha');
  if (alpha === undefined || !Number.isFinite(alpha))
    faults.push({ reason: 'adapter-alpha', detail: alpha === undefined ? 'adapter.lora.alpha' : String(alpha) });
  const [own, bases] = [adapter, base].map(({ metadata }) => textIn(metadata, 'general.architecture'));
  if (own !== bases) faults.push({ reason: 'adapter-architecture', detail: `${own}, ${bases}` });
  if (adapter.tensors.length === 0) faults.push({ reason: 'adapter-empty', detail: '0' });
  return [...faults, ...halvesFaults(adapter.tensors, base.tensors)];
}

interface Halves {
  readonly a?: TensorPlace;
  readonly b?: TensorPlace;
}

function halvesFaults(tensors: readonly TensorPlace[], base: readonly TensorPlace[]): PreflightFault[] {
  const faults: PreflightFault[] = [];
  const byTarget = new Map<string, Halves>();
  for (const tensor of tensors) {
    const [, target, half] = /^(.+)\.lora_(a|b)$/.exec(tensor.name) ?? [];
    if (target === undefined || half === undefined) faults.push({ reason: 'adapter-tensor', detail: tensor.name });
    else if (!storable.has(tensor.type))
      faults.push({ reason: 'adapter-type', detail: `${tensor.name}: ${tensor.type}` });
    else byTarget.set(target, { ...byTarget.get(target), [half]: tensor });
  }
  const bases = new Map(base.map((tensor) => [tensor.name, tensor]));
  const isTied = !bases.has('output.weight');
  for (const [target, halves] of byTarget) faults.push(...targetFaults(target, halves, bases.get(target), isTied));
  return faults;
}

function targetFaults(
  target: string,
  { a, b }: Halves,
  weight: TensorPlace | undefined,
  isTied: boolean,
): PreflightFault[] {
  if (!a || !b) return [{ reason: 'adapter-half', detail: target }];
  if (target === 'token_embd.weight') return [{ reason: 'adapter-embedding', detail: target }];
  if (target === 'output.weight' && isTied) return [{ reason: 'adapter-tied-output', detail: target }];
  if (!weight) return [{ reason: 'adapter-not-in-base', detail: target }];
  const isMatrix = [a, b, weight].every(({ dimensions }) => dimensions.length === 2);
  const [inputs, rank] = a.dimensions;
  const [alsoRank, outputs] = b.dimensions;
  if (isMatrix && inputs === weight.dimensions[0] && outputs === weight.dimensions[1] && rank === alsoRank) return [];
  const said = [a, b, weight].map(({ dimensions }) => dimensions.join(' × ')).join(', ');
  return [{ reason: 'adapter-shape', detail: `${target}: ${said}` }];
}
