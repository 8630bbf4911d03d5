import { expect, it } from 'vitest';
import { withParticle } from './korean-particles.ts';

it('particles follow the last letter that is pronounced', () => {
  expect(withParticle('장미', '은는')).toBe('장미는');
  expect(withParticle('라벤더 오일', '은는')).toBe('라벤더 오일은');
  expect(withParticle('오일', '으로로')).toBe('오일로');
  expect(withParticle('향', '으로로')).toBe('향으로');
  expect(withParticle('터피넨-4-올', '을를')).toBe('터피넨-4-올을');
  expect(withParticle('자몽 오일(FCF)', '이가')).toBe('자몽 오일(FCF)가');
  expect(withParticle('C-12 MNA', '과와')).toBe('C-12 MNA와');
  expect(withParticle('아이소 이 슈퍼', '과와')).toBe('아이소 이 슈퍼와');
});
