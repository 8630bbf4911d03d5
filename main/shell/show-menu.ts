import { app, Menu } from 'electron';
import type { Command } from '#contract/studio.ts';
import { menuTemplate } from './menu-template.ts';

/** Puts the native menu up, in `language`; called again when that changes. */
export function showMenu(language: 'ko' | 'en', send: (command: Command) => void): void {
  const template = menuTemplate({ language, platform: process.platform, isPackaged: app.isPackaged, send });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
