'use strict';
/**
 * @file A stand-in for the 'electron' module: enough of its API, on Node and a Chromium driven over its DevTools protocol.
 *
 * Not covered: Electron's own V8 and allocator, real sandbox flags, more than one frame, permission prompts, Windows.
 * `page.url()` differs (compare pathnames): app://host is served as https://host.app.electron-double.localhost.
 * double.test.ts holds every public name in here against electron.d.ts.
 */
const { app } = require('./app.cjs');
const { ipcMain } = require('./ipc.cjs');
const { MessageChannelMain, MessagePortMain } = require('./ports.cjs');
const { net, protocol } = require('./protocol.cjs');
const recorders = require('./recorders.cjs');
const { session } = require('./session.cjs');
const { utilityProcess } = require('./utility-process.cjs');
const { WebContents } = require('./web-contents.cjs');
const { BrowserWindow } = require('./windows.cjs');

const { calls, dialog, Menu, MenuItem, nativeTheme, safeStorage, shell } = recorders;
const { clipboard, screen, powerMonitor, crashReporter, globalShortcut, Notification, nativeImage } = recorders;

module.exports = {
  app,
  BrowserWindow,
  webContents: WebContents,
  ipcMain,
  MessageChannelMain,
  MessagePortMain,
  protocol,
  net,
  session,
  dialog,
  Menu,
  MenuItem,
  nativeTheme,
  safeStorage,
  shell,
  utilityProcess,
  clipboard,
  screen,
  powerMonitor,
  crashReporter,
  globalShortcut,
  Notification,
  nativeImage,
  __calls: calls,
};
