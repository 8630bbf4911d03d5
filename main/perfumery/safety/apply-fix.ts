/** @file Carries out a suggested fix. */
import type { Formula, Product } from '#perfumery/formula/formula.ts';
import { type Decimal, decimal, decimalText, one } from '#perfumery/units/decimal.ts';
import { quotientUp } from '#perfumery/units/whole.ts';
import type { Fix } from './answer.ts';

/** What a fix may change. */
export interface Fixable<P extends Pick<Product, 'dosage'> = Product> {
  readonly formula: Formula;
  readonly product: P;
}

/**
 * The formula and product after `fix`. Where carrier lines set the dosage, lowering it adds carrier to each of them in
 * proportion; otherwise the product's dosage is lowered.
 */
export function applyFix<P extends Pick<Product, 'dosage'>>({ formula, product }: Fixable<P>, fix: Fix): Fixable<P> {
  const { lines } = formula;
  switch (fix.how) {
    case 'remove-line':
      return { product, formula: { ...formula, lines: lines.filter((line) => line.id !== fix.lineId) } };
    case 'reduce-line': {
      const reduced = lines.map((line) => (line.id === fix.lineId ? { ...line, parts: fix.parts } : line));
      return { product, formula: { ...formula, lines: reduced } };
    }
    case 'lower-dosage':
      return { product: { ...product, dosage: fix.dosage }, formula: withMoreCarrier(formula, decimal(fix.dosage)) };
  }
}

function withMoreCarrier(formula: Formula, dosage: Decimal): Formula {
  let concentrate = 0n;
  let carrier = 0n;
  for (const line of formula.lines) {
    if (line.carrier) carrier += decimal(line.parts);
    else concentrate += decimal(line.parts);
  }
  if (carrier === 0n || dosage === 0n) return formula;
  const needed = concentrate * (100n * one - dosage);
  const lines = formula.lines.map((line) =>
    line.carrier ? { ...line, parts: decimalText(quotientUp(decimal(line.parts) * needed, carrier * dosage)) } : line,
  );
  return { ...formula, lines };
}
