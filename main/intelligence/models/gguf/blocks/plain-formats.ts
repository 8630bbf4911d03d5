/** @file Weights that are not quantised: F32, F16, BF16. */
import { fromBrainHalf, fromHalf, toHalf } from '../half-float.ts';
import { type BlockFormat, viewOf } from './block-format.ts';

export const f32: BlockFormat = {
  encode: (numbers) => {
    const bytes = new Uint8Array(numbers.length * 4);
    const view = viewOf(bytes);
    for (let i = 0; i < numbers.length; i++) view.setFloat32(i * 4, numbers[i]!, true);
    return bytes;
  },
  decode: (bytes, numbers) => {
    const view = viewOf(bytes);
    for (let i = 0; i < numbers.length; i++) numbers[i] = view.getFloat32(i * 4, true);
  },
};

export const f16: BlockFormat = {
  encode: (numbers) => {
    const bytes = new Uint8Array(numbers.length * 2);
    const view = viewOf(bytes);
    for (let i = 0; i < numbers.length; i++) view.setUint16(i * 2, toHalf(numbers[i]!), true);
    return bytes;
  },
  decode: (bytes, numbers) => {
    const view = viewOf(bytes);
    for (let i = 0; i < numbers.length; i++) numbers[i] = fromHalf(view.getUint16(i * 2, true));
  },
};

/** Encoding cuts the lower half off: this format is read, hardly ever written. */
export const bf16: BlockFormat = {
  encode: (numbers) => {
    const bytes = new Uint8Array(numbers.length * 2);
    const view = viewOf(bytes);
    const whole = viewOf(f32.encode(numbers));
    for (let i = 0; i < numbers.length; i++) view.setUint16(i * 2, whole.getUint16(i * 4 + 2, true), true);
    return bytes;
  },
  decode: (bytes, numbers) => {
    const view = viewOf(bytes);
    for (let i = 0; i < numbers.length; i++) numbers[i] = fromBrainHalf(view.getUint16(i * 2, true));
  },
};
