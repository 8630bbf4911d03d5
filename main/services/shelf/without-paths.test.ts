import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutPaths } from './without-paths.ts';

describe('a line for others to read', () => {
  it('keeps the name of a file and nothing of where it lies', () => {
    const cases = {
      "failed to open '/home/ji-woo/models/rose secret/qwen.gguf': no such file": 'ji-woo',
      'loading C:\\Users\\Ji Woo\\models\\qwen.gguf': 'Users',
      '/home/ji-woo/.cache/x.gguf': 'ji-woo',
      'at file:///home/ji-woo/app/main.js:3': 'ji-woo',
    };
    for (const [line, secret] of Object.entries(cases))
      expect(withoutPaths(line, '/home/ji-woo')).not.toContain(secret);
    expect(withoutPaths('/srv/models/qwen.gguf', '/home/x')).toBe('…/qwen.gguf');
  });

  it('knows the end of a path with spaces that it was told', () => {
    const file = '/srv/for Ji-woo/new chypre.gguf';
    expect(withoutPaths(`cannot read ${file} today`, '/home/x', [file])).toBe('cannot read …/new chypre.gguf today');
  });

  it('leaves figures and units alone', () => {
    const line = 'llama_kv_cache: size = 12.00 MiB (512 cells, 2 layers), K (f16): 6.00 MiB, 35 t/s';
    expect(withoutPaths(line, '/home/x')).toBe(line);
  });

  it('never lets a home folder through', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{3,8}$/), fc.string({ maxLength: 20 }), (user, text) => {
        const home = `/home/${user}`;
        expect(withoutPaths(`${text} ${home}/models/a.gguf ${text}`, home)).not.toContain(home);
      }),
    );
  });
});
