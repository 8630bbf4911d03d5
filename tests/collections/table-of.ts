/** @file Collections as files, for tests and measurements, the same for the same seed. */
import { randomFrom } from '#tests/library/random-edit.ts';

const suppliers = ['Perfumer’s Apprentice', 'Hekserij', '향료상회', 'Pell Wall'];
const families = ['floral', 'woody', 'citrus', '머스크'];

/** CSV with `rows` materials nobody has yet, some with awkward cells. */
export function collectionCsv(rows: number, seed = 1): string {
  const random = randomFrom(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const lines = ['Name,CAS,Supplier,SKU,Price/kg,Currency,Stock,Location,Family,Note'];
  for (let row = 0; row < rows; row++) {
    const price = (random() * 900 + 1).toFixed(2);
    const note = row % 50 === 0 ? '"said: ""lovely"",\nbut strong"' : '';
    lines.push(
      `Collected ${seed}-${row},,${pick(suppliers)},SKU-${row},${price},EUR,${Math.floor(random() * 500)} g,A-${row % 40},${pick(families)},${note}`,
    );
  }
  return lines.join('\r\n');
}
