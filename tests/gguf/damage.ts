/** @file Makes good GGUF files bad, at random: bytes of the header, or what it says. The same seed does the same damage. */
import { readFileSync, writeFileSync } from 'node:fs';
import type { SeededRandom } from '#foundation/seeded-random.ts';
import type { Header, MetadataValue } from '#intelligence/models/gguf/header.ts';
import { bytesOf, countOf } from '#intelligence/models/gguf/tensor-type.ts';
import { type Tensor, writeGguf } from '#intelligence/models/gguf/write-gguf.ts';

export interface GoodFile {
  readonly header: Header;
  readonly tensors: readonly Tensor[];
  readonly path: string;
}

/** Writes a damaged copy of `good` to `path`. */
export function writeDamaged(good: GoodFile, path: string, random: SeededRandom): void {
  if (random.isLikely(0.6)) writeFileSync(path, withDamagedBytes(good, random));
  else writeWithDamagedSense(good, path, random);
}

/** One to three places: a byte, a bit, a 32-bit number, or everything behind it cut off. */
function withDamagedBytes({ header, path }: GoodFile, random: SeededRandom): Uint8Array {
  const bytes = Buffer.from(readFileSync(path));
  const end = header.dataStart;
  for (let n = 1 + random.below(3); n > 0; n--) {
    const where = random.next();
    const at =
      where < 0.4
        ? random.below(Math.min(1200, end))
        : where < 0.7
          ? end - 1 - random.below(Math.min(2600, end - 4))
          : random.below(end - 4);
    const kind = random.next();
    if (kind < 0.45) bytes[at] = random.below(256);
    else if (kind < 0.7) bytes[at]! ^= 1 << random.below(8);
    else if (kind < 0.97) bytes.writeUInt32LE(random.below(2 ** 32), Math.min(at, bytes.length - 4));
    else return bytes.subarray(0, at);
  }
  return bytes;
}

const extremes = [0, 1, 2, 3, 7, 31, 255, 65_535, 1e6, 1e9, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1];

function writeWithDamagedSense({ header, tensors }: GoodFile, path: string, random: SeededRandom): void {
  const metadata = new Map(header.metadata);
  let list = [...tensors];
  for (let n = 1 + random.below(2); n > 0; n--) {
    if (random.isLikely(0.6) || list.length === 0) {
      const key = random.pick([...metadata.keys()]);
      const changed = damagedValue(metadata.get(key)!, random);
      if (changed) metadata.set(key, changed);
      else metadata.delete(key);
    } else list = damagedTensors(list, random);
  }
  writeGguf(path, metadata, list);
}

/** Undefined: leave it out. */
function damagedValue(value: MetadataValue, random: SeededRandom): MetadataValue | undefined {
  if (random.isLikely(0.25)) return undefined;
  if (value.type === 'bool') return { type: 'u8', value: random.below(256) };
  if (value.type === 'text') {
    if (random.isLikely(0.2)) return { type: 'u32', value: 1 };
    return {
      type: 'text',
      value: random.pick(['', 'x', '\u0000', 'llama', 'gpt2', 'qwen2', 'adapter', 'model', 'ü'.repeat(99)]),
    };
  }
  if (value.type === 'list') {
    const from = random.below(value.value.length + 1);
    const twice = random.isLikely(0.3) ? value.value.slice(from, from + 2) : [];
    const part = random.isLikely(0.3) ? value.value.slice(0, from) : value.value;
    return { ...value, value: [...part, ...twice] } as MetadataValue;
  }
  const type = random.isLikely(0.3) ? random.pick(['i32', 'f32', 'f64', 'u64', 'u16'] as const) : value.type;
  const number =
    type === 'f32' || type === 'f64'
      ? random.pick([Number.NaN, Number.POSITIVE_INFINITY, -1, 0, 1e38])
      : random.pick(extremes);
  const fits = type === 'u16' ? number % 65_536 : type === 'i32' ? number % 2 ** 31 : number;
  return { type, value: fits };
}

function damagedTensors(tensors: readonly Tensor[], random: SeededRandom): Tensor[] {
  const at = random.below(tensors.length);
  const tensor = tensors[at]!;
  const others = tensors.filter((_, i) => i !== at);
  const put = (changed: Tensor) => tensors.map((each, i) => (i === at ? changed : each));
  switch (random.below(6)) {
    case 0:
      return others;
    case 1:
      return [...tensors, tensor];
    case 2:
      return put({
        ...tensor,
        name: random.pick(tensors).name.replace('weight', random.pick(['weight', 'bias', 'wait'])),
      });
    case 3:
      return put({ ...tensor, dimensions: [...tensor.dimensions].reverse() });
    case 4:
      return put({ ...tensor, dimensions: [countOf(tensor.dimensions)] });
    default: {
      const dimensions = [tensor.dimensions[0]!, random.pick([1, 2, 5, 600])];
      return put({
        ...tensor,
        dimensions,
        type: 'F32',
        bytes: new Uint8Array(bytesOf(dimensions, 'F32')).fill(random.below(256)),
      });
    }
  }
}
