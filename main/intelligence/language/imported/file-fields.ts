/** @file The fields of a protobuf message that lies in a file, found without reading what is in them. */
import { invariant } from '#foundation/errors.ts';

export interface FoundField {
  readonly number: number;
  readonly kind: number;
  /** Of a varint; 0 for anything else. */
  readonly value: bigint;
  /** Where the field begins, its tag included. */
  readonly start: number;
  /** Where its content begins and ends; the end may lie beyond the file that was cut off. */
  readonly from: number;
  readonly to: number;
}

/** Bytes read at once. */
const window = 1 << 16;

export class FileFields {
  readonly #read: (into: Uint8Array, at: number) => number;
  readonly #size: number;
  #buffer = new Uint8Array(0);
  #at = 0;

  constructor(read: (into: Uint8Array, at: number) => number, size: number) {
    this.#read = read;
    this.#size = size;
  }

  /** Fields between two places, in their order. An invariant breaks where the bytes are no message. */
  *within(from: number, to: number): Generator<FoundField, undefined> {
    let at = from;
    while (at < to) {
      const start = at;
      const tag = this.#varint(at, to);
      at = tag.next;
      const kind = Number(tag.value & 7n);
      const number = Number(tag.value >> 3n);
      invariant(number > 0 && (kind === 0 || kind === 1 || kind === 2 || kind === 5), 'a protobuf field is known');
      if (kind === 0) {
        const { value, next } = this.#varint(at, to);
        yield { number, kind, value, start, from: at, to: next };
        at = next;
        continue;
      }
      let length = kind === 1 ? 8 : 4;
      if (kind === 2) {
        const found = this.#varint(at, to);
        length = Number(found.value);
        at = found.next;
      }
      yield { number, kind, value: 0n, start, from: at, to: at + length };
      at += length;
    }
    return undefined;
  }

  /** The content of a field. */
  read({ from, to }: FoundField): Uint8Array {
    return this.#bytes(from, to);
  }

  /** The field with its tag. */
  whole({ start, to }: FoundField): Uint8Array {
    return this.#bytes(start, to);
  }

  #bytes(from: number, to: number): Uint8Array {
    const bytes = new Uint8Array(to - from);
    invariant(this.#read(bytes, from) === bytes.length, 'a protobuf field ends inside its file');
    return bytes;
  }

  #varint(from: number, to: number): { readonly value: bigint; readonly next: number } {
    let value = 0n;
    for (let at = from, shift = 0n; ; at += 1, shift += 7n) {
      invariant(at < to && at < this.#size && shift < 70n, 'a protobuf number ends inside its message');
      const byte = this.#byte(at);
      value |= BigInt(byte & 127) << shift;
      if (byte < 128) return { value: BigInt.asUintN(64, value), next: at + 1 };
    }
  }

  #byte(at: number): number {
    if (at < this.#at || at >= this.#at + this.#buffer.length) {
      this.#buffer = new Uint8Array(Math.min(window, this.#size - at));
      this.#at = at;
      invariant(this.#read(this.#buffer, at) === this.#buffer.length, 'the file stays as it is while it is read');
    }
    return this.#buffer[at - this.#at] as number;
  }
}
