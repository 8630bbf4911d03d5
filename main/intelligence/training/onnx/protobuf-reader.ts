/** @file Any protobuf message taken apart into its fields, without a schema. What is not understood can be written back as it was. */
import { invariant } from '#foundation/errors.ts';

/** `value` is a bigint of a varint, and the bytes of anything else. `raw` is the whole field, tag included. */
export interface ProtobufField {
  readonly number: number;
  readonly value: bigint | Uint8Array;
  readonly raw: Uint8Array;
}

/** The fields of a message in the order in which they stand. A bug's invariant breaks where the bytes are no message. */
export function readProtobuf(message: Uint8Array): readonly ProtobufField[] {
  const fields: ProtobufField[] = [];
  let at = 0;
  const varint = () => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      invariant(at < message.length && shift < 70n, 'a protobuf number ends inside its message');
      const byte = message[at++] as number;
      value |= BigInt(byte & 127) << shift;
      if (byte < 128) return BigInt.asUintN(64, value);
    }
  };
  const take = (length: number) => {
    invariant(length >= 0 && at + length <= message.length, 'a protobuf field ends inside its message');
    at += length;
    return message.subarray(at - length, at);
  };
  while (at < message.length) {
    const start = at;
    const tag = Number(varint());
    const kind = tag % 8;
    invariant(kind === 0 || kind === 1 || kind === 2 || kind === 5, 'a protobuf field has a known wire type');
    const value = kind === 0 ? varint() : take(kind === 2 ? Number(varint()) : kind === 1 ? 8 : 4);
    fields.push({ number: Math.floor(tag / 8), value, raw: message.subarray(start, at) });
  }
  return fields;
}

/** The numbers of a repeated varint field, packed or one by one. */
export function readVarints(fields: readonly ProtobufField[], number: number): readonly number[] {
  return fields.flatMap((field) => {
    if (field.number !== number) return [];
    if (typeof field.value === 'bigint') return [Number(BigInt.asIntN(64, field.value))];
    const numbers: number[] = [];
    let value = 0n;
    let shift = 0n;
    for (const byte of field.value) {
      value |= BigInt(byte & 127) << shift;
      shift += 7n;
      if (byte < 128) {
        numbers.push(Number(BigInt.asIntN(64, value)));
        value = 0n;
        shift = 0n;
      }
    }
    return numbers;
  });
}
