import { describe, expect, it } from 'vitest';
import { textToSearch } from './text-to-search.ts';

describe('what of a text being written is searched', () => {
  it('waits while a syllable has only begun', () => {
    expect(textToSearch('장ㅁ', true)).toBeUndefined();
    expect(textToSearch('봄 향ㅅ', true)).toBeUndefined();
    expect(textToSearch('ㅏ', true)).toBeUndefined();
  });

  it('searches whole syllables while they are still open', () => {
    expect(textToSearch('장미', true)).toBe('장미');
    expect(textToSearch('비 온 뒤', true)).toBe('비 온 뒤');
  });

  it('searches consonants alone, as one types in a hurry', () => {
    expect(textToSearch('ㅈㅁ', true)).toBe('ㅈㅁ');
    expect(textToSearch('봄 ㅂㄹㄱㅁ', true)).toBe('봄 ㅂㄹㄱㅁ');
  });

  it('searches whatever stands there once nothing is being composed', () => {
    expect(textToSearch('장ㅁ', false)).toBe('장ㅁ');
    expect(textToSearch('rose', false)).toBe('rose');
    expect(textToSearch('장미', false)).toBe('장미');
  });
});
