import { describe, expect, it, vi } from 'vitest';
import { StudioError } from '#foundation/errors.ts';
import { apologyFor } from './cannot-open.ts';

describe('an apology', () => {
  it('says in either language what stands in the way, and where', () => {
    const error = new StudioError('library.in-use', { folder: '/home/jo/library' });
    const record = vi.fn(() => 'never');
    expect(apologyFor(error, 'en', record).sentence).toMatch(/Another window.*\n\/home\/jo\/library$/s);
    expect(apologyFor(error, 'ko', record).sentence).toMatch(/다른 창.*\n\/home\/jo\/library$/s);
    expect(record).not.toHaveBeenCalled();
  });

  it('records what nobody foresaw, and tells only the reference', () => {
    const { sentence } = apologyFor(new TypeError('/secret'), 'en', () => 'a1b2');
    expect(sentence).toContain('a1b2');
    expect(sentence).not.toContain('secret');
  });
});
