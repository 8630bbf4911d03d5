import { invariant } from '#foundation/errors.ts';

/** Three-digit codes from 100 to 999, no two alike. `pick(n)` answers a whole number from 0 to n − 1. */
export function blindCodes(count: number, pick: (below: number) => number): readonly string[] {
  invariant(count >= 0 && count <= 900, 'there are 900 codes of three digits');
  const left = Array.from({ length: 900 }, (_, at) => String(at + 100));
  return Array.from({ length: count }, () => {
    const [code] = left.splice(pick(left.length), 1);
    invariant(code !== undefined, 'a pick lies within what is left');
    return code;
  });
}
