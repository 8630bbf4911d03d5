import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTextChunks } from './text-chunks.ts';

const bytesOf = (text: string): number[] => [...new TextEncoder().encode(text)];
/** A tokenizer of single bytes: the hardest case for characters. */
const textOf = (tokens: readonly number[]): string => new TextDecoder().decode(Uint8Array.from(tokens));

function through(text: string, stop: readonly string[] = []) {
  const chunks = createTextChunks({ textOf, stop });
  const out: string[] = [];
  for (const token of bytesOf(text)) {
    out.push(chunks.push(token));
    if (chunks.stoppedAt !== undefined) break;
  }
  out.push(chunks.rest());
  return { out, text: out.join(''), stoppedAt: chunks.stoppedAt };
}

describe('text out of tokens', () => {
  it('is the very text, whatever its characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        expect(through(text).text).toBe(text);
      }),
    );
  });

  it('never lets half a Korean syllable out', () => {
    const { out } = through('베르가못 🌿 향');
    expect(out.join('')).toBe('베르가못 🌿 향');
    expect(out.some((chunk) => chunk.includes('\ufffd'))).toBe(false);
  });

  it('ends before a stop, wherever the tokens fall', () => {
    expect(through('citrus\nUser: and now', ['\nUser:'])).toMatchObject({ text: 'citrus', stoppedAt: '\nUser:' });
    expect(through('향수끝말', ['끝'])).toMatchObject({ text: '향수', stoppedAt: '끝' });
  });

  it('ends before the first of several stops', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.string({ minLength: 1, maxLength: 4 }), (text, stop) => {
        const at = text.indexOf(stop);
        expect(through(text, [stop, 'never said by anybody']).text).toBe(at < 0 ? text : text.slice(0, at));
      }),
    );
  });

  it('lets out what only looked like the beginning of a stop', () => {
    expect(through('a\nUse it', ['\nUser:']).text).toBe('a\nUse it');
    expect(through('ends like\nUser', ['\nUser:']).text).toBe('ends like\nUser');
  });

  it('gives up on bytes that are no character', () => {
    const chunks = createTextChunks({ textOf, stop: [] });
    const out = Array.from({ length: 20 }, () => chunks.push(0xff)).join('') + chunks.rest();
    expect(out).toBe('\ufffd'.repeat(20));
  });
});
