/** @file Half floats (IEEE 754 binary16) and bfloat16: 16 bits to a number and back. */

const float = new Float32Array(1);
const bits = new Uint32Array(float.buffer);

/** The number behind 16 bits of binary16. */
export function fromHalf(half: number): number {
  const sign = half & 0x8000 ? -1 : 1;
  const exponent = (half >> 10) & 31;
  const fraction = half & 1023;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  bits[0] = ((half & 0x8000) << 16) | ((exponent + 112) << 23) | (fraction << 13);
  return float[0] as number;
}

/** 16 bits of binary16, rounded to nearest, ties to even; too large a number becomes infinite. */
export function toHalf(value: number): number {
  float[0] = value;
  const whole = bits[0] as number;
  const sign = (whole >>> 16) & 0x8000;
  const exponent = ((whole >>> 23) & 255) - 112;
  const fraction = whole & 0x7fffff;
  if (exponent === 143) return sign | 0x7c00 | (fraction ? 0x200 : 0);
  if (exponent >= 31) return sign | 0x7c00;
  if (exponent < -10) return sign;
  if (exponent <= 0) return sign | roundedShift(fraction | 0x800000, 14 - exponent);
  return sign | roundedShift((exponent << 23) | fraction, 13);
}

/** The number behind 16 bits of bfloat16, which are the upper half of a 32-bit float. */
export function fromBrainHalf(half: number): number {
  bits[0] = half << 16;
  return float[0] as number;
}

function roundedShift(value: number, by: number): number {
  const kept = value >>> by;
  const rest = value & ((1 << by) - 1);
  const half = 1 << (by - 1);
  return rest > half || (rest === half && kept & 1) ? kept + 1 : kept;
}
