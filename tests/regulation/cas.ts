/** @file CAS registry numbers in the tables. */

/** Whether `text` has the form of a CAS number and its last digit checks the others. */
export function isCas(text: string): boolean {
  if (!/^[1-9]\d{1,6}-\d{2}-\d$/.test(text)) return false;
  const digits = [...text.replaceAll('-', '')].map(Number).reverse();
  const [check, ...rest] = digits;
  return rest.reduce((sum, digit, i) => sum + digit * (i + 1), 0) % 10 === check;
}

/** The CAS numbers that stand more than once, with the keys they stand under. */
export function shared(entries: Iterable<{ readonly key: string; readonly cas: readonly string[] }>) {
  const keys = new Map<string, string[]>();
  for (const { key, cas } of entries) for (const number of cas) keys.set(number, [...(keys.get(number) ?? []), key]);
  return Object.fromEntries([...keys].filter(([, found]) => found.length > 1));
}
