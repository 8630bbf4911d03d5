/** @file One protobuf message, written field by field. Large byte strings are kept as they are until the end, never copied twice. */
const text = new TextEncoder();
const large = 4096;

export class ProtobufWriter {
  readonly #pieces: Uint8Array[] = [];
  #buffer = new Uint8Array(128);
  #used = 0;
  #length = 0;

  /** A whole number, also a negative one. */
  int(field: number, value: number): this {
    return this.#varint(field * 8).#varint(value);
  }

  float(field: number, value: number): this {
    this.#varint(field * 8 + 5);
    return this.#append(new Uint8Array(Float32Array.of(value).buffer));
  }

  string(field: number, value: string): this {
    return this.bytes(field, text.encode(value));
  }

  bytes(field: number, value: Uint8Array): this {
    return this.#varint(field * 8 + 2)
      .#varint(value.length)
      .#append(value);
  }

  message(field: number, inner: ProtobufWriter): this {
    this.#varint(field * 8 + 2).#varint(inner.#length);
    for (const piece of inner.#flushed()) this.#append(piece);
    return this;
  }

  /** Bytes that are fields already. */
  fields(raw: Uint8Array): this {
    return this.#append(raw);
  }

  finish(): Uint8Array<ArrayBuffer> {
    const whole = new Uint8Array(this.#length);
    let at = 0;
    for (const piece of this.#flushed()) {
      whole.set(piece, at);
      at += piece.length;
    }
    return whole;
  }

  #flushed(): readonly Uint8Array[] {
    if (this.#used > 0) {
      this.#pieces.push(this.#buffer.subarray(0, this.#used));
      this.#buffer = new Uint8Array(128);
      this.#used = 0;
    }
    return this.#pieces;
  }

  #append(bytes: Uint8Array): this {
    if (bytes.length > large) {
      this.#flushed();
      this.#pieces.push(bytes);
    } else {
      this.#need(bytes.length);
      this.#buffer.set(bytes, this.#used);
      this.#used += bytes.length;
    }
    this.#length += bytes.length;
    return this;
  }

  #varint(value: number): this {
    this.#need(10);
    const before = this.#used;
    let rest = BigInt.asUintN(64, BigInt(value));
    for (; rest > 127n; rest >>= 7n) this.#buffer[this.#used++] = Number(rest & 127n) | 128;
    this.#buffer[this.#used++] = Number(rest);
    this.#length += this.#used - before;
    return this;
  }

  #need(count: number): void {
    if (this.#used + count <= this.#buffer.length) return;
    this.#flushed();
    if (count > this.#buffer.length) this.#buffer = new Uint8Array(count);
  }
}
