/** @file The studio without Electron: the core and its loopback host. */
import { createCore } from '#core';
import { serveStudio } from '#host/serve-studio.ts';

process.exitCode = await serveStudio(createCore, process.argv.slice(2));
