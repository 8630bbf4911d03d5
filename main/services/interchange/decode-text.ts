/** @file Bytes as text: UTF-8, UTF-16, or the Korean code page of older spreadsheets (CP949, which covers EUC-KR). */

/** Undefined where the bytes are no text in any of these. */
export function decodeText(bytes: Uint8Array): string | undefined {
  const marked = byteOrderMark(bytes);
  const encodings = marked ? [marked] : [...(zerosIn(bytes) ?? ['utf-8']), 'euc-kr'];
  for (const encoding of encodings) {
    const text = decodedAs(encoding, bytes);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what gives binary files away
    if (text !== undefined && !/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text)) return text;
  }
  return undefined;
}

function byteOrderMark([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

/** Western text in UTF-16 has a zero in every other byte; nothing else that is text has any. */
function zerosIn(bytes: Uint8Array): readonly string[] | undefined {
  const start = bytes.subarray(0, 200);
  const zeros = [0, 1].map((odd) => start.filter((byte, index) => index % 2 === odd && byte === 0).length);
  if (zeros[0] === 0 && zeros[1] === 0) return undefined;
  return (zeros[1] ?? 0) > (zeros[0] ?? 0) ? ['utf-16le'] : ['utf-16be'];
}

function decodedAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
