/** @file Line icons of our own on a 24-unit grid. Decorative: the control around one carries the name. */
import type { CSSProperties } from 'react';

const paths = {
  bench: 'M9 3h6M10 3v5.5L5.2 17a2.6 2.6 0 0 0 2.3 4h9a2.6 2.6 0 0 0 2.3-4L14 8.500V3M7.500 14.500h9',
  recipes: 'M6 3h9l3 3v15H6zM9 9h6M9 13h6M9 17h4',
  materials: 'M8 3h8v3H8zM9 6v2.500C7 9.500 6 11 6 13v6a2 2 0 0 0 2 2h8a2 2 0 0 0 2-2v-6c0-2-1-3.500-3-4.500V6M6 14h12',
  stock: 'M3 20h18M5 20V9l7-5 7 5v11M9 20v-6h6v6',
  today: 'M5 5h14v15H5zM5 9h14M9 3v4M15 3v4M9 14l2 2 4-4',
  models: 'M7 7h10v10H7zM10 10h4v4h-4zM9 4v3M15 4v3M9 17v3M15 17v3M4 9h3M4 15h3M17 9h3M17 15h3',
  star: 'M12 4l2.500 5.200 5.500.8-4 4 1 5.800-5-2.800-5 2.800 1-5.800-4-4 5.500-.8z',
  settings: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 5v4M9 15v4',
  add: 'M12 5v14M5 12h14',
  close: 'M6 6l12 12M18 6L6 18',
  undo: 'M9 14L4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3',
  redo: 'M15 14l5-5-5-5M20 9H10a6 6 0 0 0 0 12h3',
  lock: 'M7 11V8a5 5 0 0 1 10 0v3M5 11h14v10H5z',
  unlock: 'M7 11V8a5 5 0 0 1 9.600-2M5 11h14v10H5z',
  grip: 'M9 6h.01M9 12h.01M9 18h.01M15 6h.01M15 12h.01M15 18h.01',
  menu: 'M12 5h.01M12 12h.01M12 19h.01',
  balance: 'M12 4v16M7 20h10M5 8h14M5 8l-3 6h6zM19 8l-3 6h6z',
  scale: 'M4 19h16l-2-10H6zM9 9V5h6v4M9 14h6',
  tree: 'M6 4v16M6 8h6a2 2 0 0 1 2 2v1M6 14h4a2 2 0 0 1 2 2v1M14 11h5v4h-5zM12 17h5v4h-5z',
  keep: 'M6 4h10l3 3v13H6zM9 4v5h6V4M9 20v-6h7v6',
  print: 'M7 8V3h10v5M7 17H4V8h16v9h-3M7 14h10v7H7z',
  export: 'M12 15V4M8 8l4-4 4 4M4 15v5h16v-5',
  import: 'M12 4v11M8 11l4 4 4-4M4 15v5h16v-5',
  explode: 'M12 12L5 5M12 12l7-7M12 12l-7 7M12 12l7 7M5 9V5h4M15 5h4v4M5 15v4h4M19 15v4h-4',
  evolution: 'M4 4v16h16M7 8c3 0 3 8 7 8h6M7 13c4 0 6-6 13-6',
  check: 'M5 12.500l4.500 4.500L19 7.500',
  warning: 'M12 4l9 16H3zM12 10v4M12 17h.01',
  forbidden: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM6 6l12 12',
  question: 'M9 9a3 3 0 1 1 4.500 2.600c-1 .6-1.500 1.200-1.500 2.400M12 17h.01M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z',
  search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM16 16l5 5',
  chevron: 'M9 6l6 6-6 6',
  down: 'M6 9l6 6 6-6',
  swap: 'M4 8h14l-4-4M20 16H6l4 4',
  trash: 'M5 7h14M9 7V4h6v3M7 7l1 13h8l1-13',
  paste: 'M9 4h6v3H9zM9 5H6v16h12V5h-3M9 12h6M9 16h4',
  copy: 'M9 9h11v11H9zM15 9V4H4v11h5',
  accord: 'M8 7a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM16 9a4 4 0 1 0 0 8 4 4 0 0 0 0-8z',
  note: 'M5 4h14v12l-4 4H5zM9 9h6M9 13h3',
  archive: 'M4 5h16v4H4zM6 9v11h12V9M10 13h4',
  drop: 'M12 3c4 5 6 7.700 6 11a6 6 0 0 1-12 0c0-3.300 2-6 6-11z',
} as const;

export type IconName = keyof typeof paths;

/** One icon, 18 px unless told. */
export function Icon({ name, size = 18, style }: { name: IconName; size?: number; style?: CSSProperties }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.7}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      style={{ flex: 'none', ...style }}
    >
      <path d={paths[name]} />
    </svg>
  );
}
