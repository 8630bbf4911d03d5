/** @file Arithmetic of whole numbers of any size, for where an answer has to be exact. All of it for numbers that are not negative. */

/** The greatest common divisor; of 0 and `b`, `b`. */
export function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** The least common multiple of two numbers above 0. */
export function lcm(a: bigint, b: bigint): bigint {
  return (a / gcd(a, b)) * b;
}

/** `a ÷ b`, rounded half up. */
export function quotient(a: bigint, b: bigint): bigint {
  return (a + b / 2n) / b;
}

/** `a ÷ b`, rounded up. */
export function quotientUp(a: bigint, b: bigint): bigint {
  return (a + b - 1n) / b;
}
