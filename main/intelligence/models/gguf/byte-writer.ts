/** @file Little-endian bytes, one value after another, in a buffer that grows. */
import { Buffer } from 'node:buffer';
import type { MetadataValue } from './header.ts';
import { codeOfValueType, type NumberType } from './value-type.ts';

const writers: Readonly<
  Record<NumberType, readonly [bytes: number, write: (to: Buffer, value: number, at: number) => void]>
> = {
  u8: [1, (to, value, at) => to.writeUInt8(value, at)],
  i8: [1, (to, value, at) => to.writeInt8(value, at)],
  u16: [2, (to, value, at) => to.writeUInt16LE(value, at)],
  i16: [2, (to, value, at) => to.writeInt16LE(value, at)],
  u32: [4, (to, value, at) => to.writeUInt32LE(value, at)],
  i32: [4, (to, value, at) => to.writeInt32LE(value, at)],
  f32: [4, (to, value, at) => to.writeFloatLE(value, at)],
  u64: [8, (to, value, at) => to.writeBigUInt64LE(BigInt(value), at)],
  i64: [8, (to, value, at) => to.writeBigInt64LE(BigInt(value), at)],
  f64: [8, (to, value, at) => to.writeDoubleLE(value, at)],
};

export class ByteWriter {
  #bytes = Buffer.alloc(1 << 16);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** What was written so far; a view, valid until the next write. */
  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  number(type: NumberType, value: number): void {
    const [bytes, write] = writers[type];
    this.#makeRoomFor(bytes);
    write(this.#bytes, value, this.#length);
    this.#length += bytes;
  }

  raw(bytes: Uint8Array): void {
    this.#makeRoomFor(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  text(text: string): void {
    const utf8 = Buffer.from(text, 'utf8');
    this.number('u64', utf8.length);
    this.raw(utf8);
  }

  /** The type, then the value. */
  value(value: MetadataValue): void {
    this.number('u32', codeOfValueType(value.type));
    if (value.type === 'list') {
      this.number('u32', codeOfValueType(value.of));
      this.number('u64', value.value.length);
      for (const item of value.value) this.#plain(value.of, item);
    } else this.#plain(value.type, value.value);
  }

  /** Zeros up to the next multiple of `alignment`. */
  padTo(alignment: number): void {
    this.raw(new Uint8Array((alignment - (this.#length % alignment)) % alignment));
  }

  #plain(type: NumberType | 'bool' | 'text', value: number | boolean | string): void {
    if (type === 'text') this.text(String(value));
    else if (type === 'bool') this.number('u8', value ? 1 : 0);
    else this.number(type, Number(value));
  }

  #makeRoomFor(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const larger = Buffer.alloc(Math.max(this.#bytes.length * 2, this.#length + more));
    larger.set(this.bytes);
    this.#bytes = larger;
  }
}
