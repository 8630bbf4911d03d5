/** @file CAS registry numbers as people write and paste them. Says whether a number can be one, not whether it was ever given out. */

/** What `parseCas` made of a text. `check-digit`: the right shape, but a digit is mistyped. */
export type ParsedCas =
  | { readonly ok: true; readonly cas: string }
  | { readonly ok: false; readonly reason: 'form' | 'check-digit' };

// Dashes that word processors and PDF files put where a hyphen belongs; NFKC does not fold them.
const dashes = /[\u2010-\u2015\u2212\u30fc]/g;
const label = /^cas(?:[ -]?(?:rn|no|number))?\.?\s*[:#]?\s*/i;
const shape = /^0*([1-9]\d{1,6})\s*-\s*(\d\d)\s*-\s*(\d)$/;

/**
 * Reads `78-70-6`, also with a label, leading zeros, full-width digits, typographic dashes or spaces around them, and gives
 * it in its plain form.
 */
export function parseCas(text: string): ParsedCas {
  const match = shape.exec(text.normalize('NFKC').replace(dashes, '-').trim().replace(label, ''));
  if (!match) return { ok: false, reason: 'form' };
  const [, head = '', middle = '', last] = match;
  if (checkDigit(head + middle) !== Number(last)) return { ok: false, reason: 'check-digit' };
  return { ok: true, cas: `${head}-${middle}-${last}` };
}

/** The last digit of a CAS number from those before it: each times its place counted from the right, summed, modulo ten. */
function checkDigit(digits: string): number {
  let sum = 0;
  for (const [index, digit] of [...digits].reverse().entries()) sum += (index + 1) * Number(digit);
  return sum % 10;
}
