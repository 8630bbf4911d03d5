/** @file The native menu as data. Items send commands to the page; what the platform does better keeps its role. */
import type { MenuItemConstructorOptions } from 'electron';
import type { Command } from '#contract/studio.ts';
import { type MenuWords, menuWords } from './menu-words.ts';

export interface MenuNeeds {
  readonly language: 'ko' | 'en';
  readonly platform: NodeJS.Platform;
  readonly isPackaged: boolean;
  readonly send: (command: Command) => void;
}

/** The whole application menu. */
export function menuTemplate(needs: MenuNeeds): MenuItemConstructorOptions[] {
  const words = menuWords[needs.language];
  const item = (
    label: string,
    command: Command,
    more: MenuItemConstructorOptions = {},
  ): MenuItemConstructorOptions => ({
    id: command,
    label,
    click: () => needs.send(command),
    ...more,
  });
  const isMac = needs.platform === 'darwin';
  const about = item(words.about, 'about');
  const settings = item(words.settings, 'open-settings', { accelerator: 'CmdOrCtrl+,' });
  return [
    ...(isMac ? [macMenu(words, about, settings)] : []),
    {
      label: words.file,
      submenu: [
        item(words.newRecipe, 'new-recipe', { accelerator: 'CmdOrCtrl+N' }),
        item(words.recipes, 'open-recipes', { accelerator: 'CmdOrCtrl+O' }),
        item(words.materials, 'open-materials', { accelerator: 'CmdOrCtrl+Shift+M' }),
        separator,
        item(words.keepTrial, 'keep-trial', { accelerator: 'CmdOrCtrl+S' }),
        separator,
        item(words.importRecipe, 'import', { accelerator: 'CmdOrCtrl+I' }),
        item(words.exportRecipe, 'export', { accelerator: 'CmdOrCtrl+E' }),
        item(words.print, 'print', { accelerator: 'CmdOrCtrl+P' }),
        ...(isMac
          ? [separator, { label: words.close, role: 'close' as const }]
          : [separator, settings, separator, { label: words.quit, role: 'quit' as const }]),
      ],
    },
    {
      label: words.edit,
      submenu: [
        // the page hears these keys itself: in a text field they undo typing, on the bench an edit
        item(words.undo, 'undo', { accelerator: 'CmdOrCtrl+Z', registerAccelerator: false }),
        item(words.redo, 'redo', { accelerator: 'CmdOrCtrl+Shift+Z', registerAccelerator: false }),
        separator,
        { label: words.cut, role: 'cut' },
        { label: words.copy, role: 'copy' },
        { label: words.paste, role: 'paste' },
        { label: words.selectAll, role: 'selectAll' },
        separator,
        item(words.find, 'find', { accelerator: 'CmdOrCtrl+F' }),
      ],
    },
    {
      label: words.view,
      submenu: [
        { label: words.zoomIn, role: 'zoomIn' },
        { label: words.zoomOut, role: 'zoomOut' },
        { label: words.actualSize, role: 'resetZoom' },
        separator,
        { label: words.fullScreen, role: 'togglefullscreen' },
        ...(needs.isPackaged ? [] : [{ label: words.developer, role: 'toggleDevTools' as const }]),
      ],
    },
    { label: words.window, role: 'window', submenu: [{ label: words.minimize, role: 'minimize' }] },
    ...(isMac ? [] : [{ label: words.help, submenu: [about] }]),
  ];
}

const separator: MenuItemConstructorOptions = { type: 'separator' };

function macMenu(
  words: MenuWords,
  about: MenuItemConstructorOptions,
  settings: MenuItemConstructorOptions,
): MenuItemConstructorOptions {
  return {
    label: 'Sillage',
    submenu: [
      about,
      separator,
      settings,
      separator,
      { label: words.hide, role: 'hide' },
      { label: words.hideOthers, role: 'hideOthers' },
      { label: words.showAll, role: 'unhide' },
      separator,
      { label: words.quit, role: 'quit' },
    ],
  };
}
