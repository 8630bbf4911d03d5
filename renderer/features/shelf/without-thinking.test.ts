import { describe, expect, it } from 'vitest';
import { withoutThinking } from './without-thinking.ts';

describe('an answer', () => {
  it('is parted from what was thought before it', () => {
    expect(withoutThinking('<think>\nrose?\n</think>\n\nRose.')).toEqual({ thought: 'rose?', said: 'Rose.' });
    expect(withoutThinking('<think>still at it')).toEqual({ thought: 'still at it', said: '' });
  });

  it('stays whole where nothing was thought', () => {
    expect(withoutThinking('A rose, not <think> of it')).toEqual({ thought: '', said: 'A rose, not <think> of it' });
  });
});
