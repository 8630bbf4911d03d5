/** @file What a model says of its shape: numbers that are there, possible, and agree with each other and with the tensors. */
import type { Header, Metadata } from './header.ts';
import { numberIn, numbersIn } from './header.ts';
import type { PreflightFault } from './preflight-fault.ts';

/** Least and most of the numbers that llama.cpp cannot do without; a missing or absurd one ends its process. */
const ranges = {
  block_count: [1, 512],
  embedding_length: [1, 65_536],
  context_length: [1, 1 << 26],
  feed_forward_length: [1, 1 << 22],
  'attention.head_count': [1, 1024],
} as const satisfies Readonly<Record<string, readonly [number, number]>>;

/** Every fault in the numbers of `architecture`. */
export function shapeFaults({ metadata, tensors }: Header, architecture: string): PreflightFault[] {
  const inRange = Object.entries(ranges).flatMap(([key, [least, most]]) =>
    numberFaults(metadata, `${architecture}.${key}`, least, most),
  );
  if (inRange.length > 0) return inRange;
  return [
    ...headFaults(metadata, architecture),
    ...floatFaults(metadata, architecture),
    ...layerFaults(
      tensors.map(({ name }) => name),
      numberIn(metadata, `${architecture}.block_count`) ?? 0,
    ),
  ];
}

/** Where there is one number per layer some layers may have none of a kind, so those reach down to 0. */
function numberFaults(metadata: Metadata, key: string, least: number, most: number): PreflightFault[] {
  const one = numberIn(metadata, key);
  const perLayer = numbersIn(metadata, key);
  if (one === undefined && perLayer === undefined) return [{ reason: 'number-missing', detail: key }];
  const isFine = perLayer
    ? perLayer.every((number) => number >= 0 && number <= most) && perLayer.some((number) => number >= least)
    : one! >= least && one! <= most;
  return isFine ? [] : [{ reason: 'number-range', detail: `${key}: ${one ?? 'list'}, ${least}–${most}` }];
}

function headFaults(metadata: Metadata, architecture: string): PreflightFault[] {
  const of = (key: string) => numberIn(metadata, `${architecture}.${key}`);
  const heads = of('attention.head_count');
  const keyHeads = of('attention.head_count_kv');
  const width = of('embedding_length');
  const headWidth = of('attention.key_length');
  const turned = of('rope.dimension_count');
  const faults: PreflightFault[] = [];
  const fault = (detail: string) => faults.push({ reason: 'heads', detail });
  if (heads !== undefined && keyHeads !== undefined && (keyHeads < 1 || heads % keyHeads !== 0))
    fault(`head_count ${heads}, head_count_kv ${keyHeads}`);
  if (heads !== undefined && width !== undefined && headWidth === undefined && width % heads !== 0)
    fault(`embedding_length ${width}, head_count ${heads}`);
  if (turned !== undefined && turned % 2 !== 0) fault(`rope.dimension_count ${turned}`);
  return faults;
}

/** Not a number, or an infinite one, gives an answer of nothing but nonsense. */
function floatFaults(metadata: Metadata, architecture: string): PreflightFault[] {
  return [...metadata].flatMap(([key, found]) =>
    key.startsWith(`${architecture}.`) && found.type === 'f32' && !(Number.isFinite(found.value) && found.value >= 0)
      ? [{ reason: 'number-range', detail: `${key}: ${found.value}` } as const]
      : [],
  );
}

/** Every layer that is promised has tensors. */
function layerFaults(names: readonly string[], layers: number): PreflightFault[] {
  const found = new Set(names.map((name) => /^blk\.(\d+)\./.exec(name)?.[1]).filter((layer) => layer !== undefined));
  const missing = Array.from({ length: layers }, (_, layer) => `${layer}`).find((layer) => !found.has(layer));
  return missing === undefined ? [] : [{ reason: 'tensor-missing', detail: `blk.${missing}` }];
}
