/** @file The colours of the theme as a canvas needs them: resolved, and new whenever light turns to dark. */
import { useSyncExternalStore } from 'react';

export interface Ink {
  readonly text: string;
  readonly quiet: string;
  readonly line: string;
  readonly isDark: boolean;
}

const attribute = 'data-theme';
let read: { readonly theme: string | null; readonly ink: Ink } | undefined;

/** The colours of the moment. */
export function useInk(): Ink {
  return useSyncExternalStore(follow, inkNow);
}

function follow(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: [attribute] });
  return () => observer.disconnect();
}

function inkNow(): Ink {
  const theme = document.documentElement.getAttribute(attribute);
  if (read?.theme === theme) return read.ink;
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string) => style.getPropertyValue(`--studio-palette-${name}`).trim();
  const ink = {
    text: colour('text-primary'),
    quiet: colour('text-secondary'),
    line: colour('divider'),
    isDark: theme === 'dark',
  };
  // Before the theme is there its colours are empty, and must not be remembered.
  if (ink.text !== '') read = { theme, ink };
  return read?.ink ?? nothing;
}

const nothing: Ink = { text: '#000', quiet: '#666', line: '#ccc', isDark: false };
