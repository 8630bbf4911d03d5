import { describe, expect, it } from 'vitest';
import { hangulAsLatin, isLoneConsonant, keystrokes, latinAsHangul, leadOf } from './hangul.ts';

describe('Hangul', () => {
  it('comes apart into what is pressed', () => {
    expect([...'베르가못'].map(keystrokes).join('')).toBe('ㅂㅔㄹㅡㄱㅏㅁㅗㅅ');
    expect([...'꽃값왜ㄳ'].map(keystrokes).join('')).toBe('ㄲㅗㅊㄱㅏㅂㅅㅇㅗㅐㄱㅅ');
    expect(keystrokes('a')).toBeUndefined();
  });

  it('has all 11,172 syllables, each pressed in its own way or like its neighbour', () => {
    const pressed = new Set<string>();
    for (let code = 0xac00; code <= 0xd7a3; code += 1) {
      const jamo = keystrokes(String.fromCharCode(code));
      expect(jamo).toMatch(/^[ㄱ-ㅎ][ㅏ-ㅣ]{1,2}[ㄱ-ㅎ]{0,2}$/);
      pressed.add(jamo ?? '');
    }
    expect(pressed.size).toBe(11_172);
  });

  it('knows initials', () => {
    expect([...'베르가못'].map(leadOf).join('')).toBe('ㅂㄹㄱㅁ');
    expect(leadOf('ㅂ')).toBeUndefined();
    expect(isLoneConsonant('ㅂ')).toBe(true);
    expect(isLoneConsonant('ㅏ')).toBe(false);
    expect(isLoneConsonant('베')).toBe(false);
  });

  it('exchanges layouts both ways', () => {
    expect(latinAsHangul('qpfmrkaht')).toBe('ㅂㅔㄹㅡㄱㅏㅁㅗㅅ');
    expect(latinAsHangul('RhcGid')).toBe('ㄲㅗㅊㅎㅑㅇ');
    expect(latinAsHangul('c-12')).toBeUndefined();
    expect(hangulAsLatin('ㅠㄷㄱㅎㅁㅡㅐㅅ')).toBe('bergamot');
  });
});
