/** @file The studio in Electron: the core and its shell. */
import { createCore } from '#core';
import { startShell } from '#shell/start-shell.ts';

startShell(createCore);
