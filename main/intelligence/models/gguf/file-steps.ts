/**
 * @file Reads a file of unknown honesty from its beginning, a step at a time. No length in it is believed before it was
 * compared with what is left of the file, and no more than a step is held.
 */
import { Buffer } from 'node:buffer';
import { type FileHandle, open } from 'node:fs/promises';
import path from 'node:path';
import { StudioError } from '#foundation/errors.ts';
import type { PreflightReason } from './preflight-fault.ts';
import type { NumberType } from './value-type.ts';

/** Small enough for the event loop to have its turn every few ms. */
const step = 256 * 1024;
/** A chat template has some kB; nothing honest is longer. */
const longestText = 16 * 1024 * 1024;
/** The largest vocabularies in use take some ten MB. */
const longestHeader = 128 * 1024 * 1024;

const readers: Readonly<Record<Exclude<NumberType, 'u64' | 'i64'>, (from: Buffer, at: number) => number>> = {
  u8: (from, at) => from.readUInt8(at),
  i8: (from, at) => from.readInt8(at),
  u16: (from, at) => from.readUInt16LE(at),
  i16: (from, at) => from.readInt16LE(at),
  u32: (from, at) => from.readUInt32LE(at),
  i32: (from, at) => from.readInt32LE(at),
  f32: (from, at) => from.readFloatLE(at),
  f64: (from, at) => from.readDoubleLE(at),
};

export class FileSteps {
  readonly name: string;
  readonly bytes: number;
  readonly #file: FileHandle;
  #window: Buffer = Buffer.alloc(0);
  #windowStart = 0;
  #at = 0;

  private constructor(name: string, file: FileHandle, bytes: number) {
    this.name = name;
    this.#file = file;
    this.bytes = bytes;
  }

  /** `model.file-gone` when there is no file that can be read. */
  static async open(filePath: string): Promise<FileSteps> {
    const name = path.basename(filePath);
    const file = await open(filePath, 'r').catch((cause: unknown) => {
      throw new StudioError('model.file-gone', { name }, { cause });
    });
    const status = await file.stat();
    if (!status.isFile()) {
      await file.close();
      throw new StudioError('model.file-gone', { name });
    }
    return new FileSteps(name, file, status.size);
  }

  close(): Promise<void> {
    return this.#file.close();
  }

  /** Bytes from the start of the file to what is read next. */
  get position(): number {
    return this.#windowStart + this.#at;
  }

  /** Bytes of the file that were not read yet. */
  get left(): number {
    return this.bytes - this.position;
  }

  refuse(reason: PreflightReason, detail: string): never {
    throw new StudioError('model.refused', { name: this.name, reason, detail });
  }

  /** Bytes anywhere in the file, past the reading position or before it; fewer at the end of the file. */
  async bytesAt(start: number, length: number): Promise<Buffer> {
    const buffer = Buffer.allocUnsafe(length);
    let filled = 0;
    while (filled < length) {
      const { bytesRead } = await this.#file.read(buffer, filled, length - filled, start + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return buffer.subarray(0, filled);
  }

  async raw(length: number): Promise<Buffer> {
    await this.#hold(length);
    this.#at += length;
    return this.#window.subarray(this.#at - length, this.#at);
  }

  async number(type: NumberType): Promise<number> {
    await this.#hold(8 <= this.left ? 8 : this.left);
    return this.#number(type);
  }

  /** A count or a length: a whole number that a double holds exactly. */
  async whole(): Promise<number> {
    await this.#hold(8);
    return this.#whole();
  }

  async text(): Promise<string> {
    const length = await this.whole();
    this.#assertTextFits(length);
    return (await this.raw(length)).toString('utf8');
  }

  /** As many numbers as asked for; the caller has compared their bytes with what is left. */
  async numbers(type: NumberType, count: number, bytesEach: number): Promise<number[]> {
    const list: number[] = [];
    while (list.length < count) {
      const some = Math.min(count - list.length, Math.floor(step / bytesEach));
      await this.#hold(some * bytesEach);
      for (let i = 0; i < some; i++) list.push(this.#number(type));
    }
    return list;
  }

  async texts(count: number): Promise<string[]> {
    const list: string[] = [];
    while (list.length < count) {
      if (!this.#takeTexts(list, count)) list.push(await this.text());
    }
    return list;
  }

  /** Takes the texts that lie whole in the window; false when there is none. */
  #takeTexts(list: string[], count: number): boolean {
    const before = list.length;
    while (list.length < count && this.#at + 8 <= this.#window.length) {
      const length = this.#whole();
      this.#assertTextFits(length);
      if (this.#at + length > this.#window.length) {
        this.#at -= 8;
        break;
      }
      list.push(this.#window.toString('utf8', this.#at, this.#at + length));
      this.#at += length;
    }
    return list.length > before;
  }

  #assertTextFits(length: number): void {
    if (length > this.left) this.refuse('cut-short', `${length} > ${this.left} B @ ${this.position}`);
    if (length > longestText) this.refuse('length', `${length} B @ ${this.position}`);
  }

  #whole(): number {
    const found = this.#window.readUInt32LE(this.#at) + this.#window.readUInt32LE(this.#at + 4) * 2 ** 32;
    if (found > Number.MAX_SAFE_INTEGER) this.refuse('length', `${found} @ ${this.position}`);
    this.#at += 8;
    return found;
  }

  #number(type: NumberType): number {
    const from = this.#window;
    const at = this.#at;
    if (type === 'u64' || type === 'i64') {
      this.#at += 8;
      return Number(type === 'u64' ? from.readBigUInt64LE(at) : from.readBigInt64LE(at));
    }
    this.#at += widths[type];
    if (this.#at > from.length) this.refuse('cut-short', `${type} @ ${this.position}`);
    return readers[type](from, at);
  }

  /** Makes sure that the next `length` bytes are in the window. */
  async #hold(length: number): Promise<void> {
    if (this.#at + length <= this.#window.length) return;
    const { position } = this;
    if (length > this.left) this.refuse('cut-short', `${length} > ${this.left} B @ ${position}`);
    if (position + length > longestHeader) this.refuse('header-too-large', `${position + length} B`);
    this.#window = await this.bytesAt(position, Math.min(Math.max(step, length), this.left));
    this.#windowStart = position;
    this.#at = 0;
    if (this.#window.length < length) this.refuse('cut-short', `${length} B @ ${position}`);
  }
}

const widths = { u8: 1, i8: 1, u16: 2, i16: 2, u32: 4, i32: 4, f32: 4, f64: 8 } as const;
