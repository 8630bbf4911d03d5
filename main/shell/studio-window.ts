/** @file The one window: where it was, sandboxed, back again when its page dies. */
import { BrowserWindow, dialog, nativeTheme, screen } from 'electron';
import type { Log } from '#foundation/log.ts';
import { pageOrigin } from './app-protocol.ts';
import type { MenuWords } from './menu-words.ts';
import { restoredWindow, type WindowState } from './window-state.ts';

export interface WindowNeeds {
  /** The built preload script. */
  readonly preload: string;
  readonly memory: { readonly recall: () => unknown; readonly remember: (state: WindowState) => void };
  readonly words: () => MenuWords;
  readonly log: Log;
}

/** Opens the window, or brings the open one to the front. */
export async function showStudioWindow(needs: WindowNeeds): Promise<void> {
  const [open] = BrowserWindow.getAllWindows();
  if (open) return bringForward(open);
  const areas = screen.getAllDisplays().map(({ workArea }) => workArea);
  const { isMaximized, ...bounds } = restoredWindow(needs.memory.recall(), areas);
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 900,
    minHeight: 600,
    show: false,
    title: 'Sillage',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#161412' : '#faf8f5',
    webPreferences: {
      preload: needs.preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false, // its dictionaries would be downloaded
    },
  });
  window.once('ready-to-show', () => {
    if (isMaximized) window.maximize();
    window.show();
  });
  rememberPlace(window, needs.memory.remember);
  revive(window, needs);
  await window.loadURL(`${pageOrigin}/index.html`);
}

function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** Half a second after the last move, so that a crash forgets nothing, and once more on closing. */
function rememberPlace(window: BrowserWindow, remember: (state: WindowState) => void): void {
  let timer: NodeJS.Timeout | undefined;
  const note = () => {
    clearTimeout(timer);
    if (!window.isDestroyed()) remember({ ...window.getNormalBounds(), isMaximized: window.isMaximized() });
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(note, 500);
  };
  window.on('resize', soon);
  window.on('move', soon);
  window.on('close', note);
}

/** A page that died is loaded again, since all it knew is saved; one that keeps dying asks first. */
function revive(window: BrowserWindow, { words, log }: WindowNeeds): void {
  const deaths: number[] = [];
  window.webContents.on('render-process-gone', async (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    log.warn('the page died', { reason, exitCode });
    const now = Date.now();
    deaths.push(now);
    if (deaths.filter((time) => now - time < 60_000).length >= 3) {
      const { pageFailed, again, quit } = words();
      const { response } = await dialog.showMessageBox({ type: 'error', message: pageFailed, buttons: [again, quit] });
      if (response === 1) return window.destroy();
    }
    if (!window.isDestroyed()) window.webContents.reload();
  });
}
