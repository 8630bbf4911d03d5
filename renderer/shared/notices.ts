/** @file Sentences that come and go at the foot of the window, with at most one thing to click. */
import { create } from 'zustand';

export interface Notice {
  readonly id: number;
  readonly tone: 'good' | 'plain' | 'bad';
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

interface Notices {
  readonly shown: readonly Notice[];
}

export const useNotices = create<Notices>(() => ({ shown: [] }));
let last = 0;

/** Shows a sentence. Bad news stays until it is closed. */
export function tell(notice: Omit<Notice, 'id'>): void {
  last += 1;
  useNotices.setState(({ shown }) => ({ shown: [...shown.slice(-2), { ...notice, id: last }] }));
}

export function dismiss(id: number): void {
  useNotices.setState(({ shown }) => ({ shown: shown.filter((notice) => notice.id !== id) }));
}
