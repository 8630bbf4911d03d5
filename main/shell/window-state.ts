/** A window's place and size on the screen, in device-independent pixels. */
export interface WindowState {
  readonly x?: number;
  readonly y?: number;
  readonly width: number;
  readonly height: number;
  readonly isMaximized: boolean;
}

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const first: WindowState = { width: 1440, height: 900, isMaximized: false };
const least = { width: 900, height: 600 };

/** The remembered state where it can still be seen, with a title bar to grasp; otherwise a fresh one that fits. */
export function restoredWindow(remembered: unknown, screens: readonly Area[]): WindowState {
  const state = isState(remembered) ? remembered : first;
  const home = screens.find((screen) => holdsTitleBar(screen, state)) ?? screens[0];
  if (!home) return state;
  const width = Math.min(Math.max(state.width, least.width), home.width);
  const height = Math.min(Math.max(state.height, least.height), home.height);
  const size = { width, height, isMaximized: state.isMaximized };
  const { x, y } = state;
  return x !== undefined && y !== undefined && holdsTitleBar(home, state) ? { ...size, x, y } : size;
}

function holdsTitleBar(screen: Area, { x, y, width }: WindowState): boolean {
  if (x === undefined || y === undefined) return false;
  const isBeside = x + width < screen.x + 100 || x > screen.x + screen.width - 100;
  return !isBeside && y >= screen.y && y < screen.y + screen.height - 40;
}

function isState(value: unknown): value is WindowState {
  if (typeof value !== 'object' || value === null) return false;
  const { x, y, width, height, isMaximized } = value as Record<string, unknown>;
  const isPlace = (number: unknown) => number === undefined || Number.isFinite(number);
  return (
    isPlace(x) && isPlace(y) && Number.isFinite(width) && Number.isFinite(height) && typeof isMaximized === 'boolean'
  );
}
