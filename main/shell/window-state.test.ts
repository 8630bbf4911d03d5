import { describe, expect, it } from 'vitest';
import { restoredWindow } from './window-state.ts';

const laptop = { x: 0, y: 0, width: 1280, height: 760 };
const beside = { x: 1280, y: 0, width: 2560, height: 1400 };

describe('a window', () => {
  it('comes back where it was', () => {
    const state = { x: 1500, y: 100, width: 1600, height: 1000, isMaximized: true };
    expect(restoredWindow(state, [laptop, beside])).toEqual(state);
  });

  it('comes home when its screen is gone, and fits', () => {
    const state = { x: 1500, y: 100, width: 1600, height: 1000, isMaximized: false };
    expect(restoredWindow(state, [laptop])).toEqual({ width: 1280, height: 760, isMaximized: false });
  });

  it('never hides its title bar above the screen', () => {
    const { x, y } = restoredWindow({ x: 10, y: -200, width: 1000, height: 700, isMaximized: false }, [laptop]);
    expect([x, y]).toEqual([undefined, undefined]);
  });

  it.each([undefined, null, 'x', { width: 'wide' }, { width: Number.NaN, height: 1, isMaximized: true }])(
    'takes a fresh one when what was remembered makes no sense: %o',
    (remembered) => {
      expect(restoredWindow(remembered, [beside])).toEqual({ width: 1440, height: 900, isMaximized: false });
    },
  );
});
