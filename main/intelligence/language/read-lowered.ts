/** Lower case letter for letter, in NFC: a text in NFC keeps its length, and spans stay what they are. A letter that would grow stays. */
export function lowered(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length && lower.normalize('NFC') === lower) return lower;
  const small = [...text]
    .map((letter) => {
      const one = letter.toLowerCase();
      return one.length === letter.length ? one : letter;
    })
    .join('');
  // Some small letters take in a mark that their capitals cannot.
  return small.normalize('NFC') === small ? small : text;
}
