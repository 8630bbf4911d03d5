/**
 * @file JSON that broke off, up to the last thing in it that was finished. A model that reaches its last token is in the middle
 * of something; what it had said before still holds.
 */

/** The value `text` stands for, or as much of it as is there; undefined where there is nothing. */
export function closeJson(text: string): { readonly value: unknown; readonly isWhole: boolean } {
  const whole = parsed(text);
  if (whole !== undefined) return { value: whole, isWhole: true };
  const open: string[] = [];
  let isQuoted = false;
  let last: { readonly to: number; readonly open: readonly string[] } | undefined;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (isQuoted) {
      if (letter === '\\') at += 1;
      else if (letter === '"') isQuoted = false;
    } else if (letter === '"') isQuoted = true;
    else if (letter === '{' || letter === '[') open.push(letter === '{' ? '}' : ']');
    else if (letter === '}' || letter === ']') {
      open.pop();
      last = { to: at + 1, open: open.toReversed() };
    }
  }
  return { value: last && parsed(text.slice(0, last.to) + last.open.join('')), isWhole: false };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
