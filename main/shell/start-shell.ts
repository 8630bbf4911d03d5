/** @file Electron from start to end: one process, one core, one window; whatever fails on the way is said in a dialog. */
import path from 'node:path';
import { app, dialog, nativeTheme, session } from 'electron';
import { createPortServer } from '#api/serve-port.ts';
import { contract } from '#contract/contract.ts';
import type { Core, CoreConfig } from '#core';
import type { Log } from '#foundation/log.ts';
import { apologyFor } from '#host/cannot-open.ts';
import { createFileLog } from '#host/file-log.ts';
import { documentIn } from '#host/kept-documents.ts';
import { createRestSwitch } from '#host/rest-switch.ts';
import { placesIn } from '#host/studio-folder.ts';
import { wordsOfCommand } from '#host/words-of-command.ts';
import { pageOrigin, registerPageScheme, servePage } from './app-protocol.ts';
import { connectPages } from './connect-page.ts';
import { createElectronSecrets } from './electron-secrets.ts';
import { createElectronSettings, createWindowMemory } from './electron-settings.ts';
import { guardEveryPage, guardSession } from './guard-contents.ts';
import { menuWords } from './menu-words.ts';
import { startModelProcess } from './model-process.ts';
import { showMenu } from './show-menu.ts';
import { showStudioWindow } from './studio-window.ts';

/** Runs the studio in Electron. A second start brings the first one's window to the front and ends. */
export function startShell(createCore: (config: CoreConfig) => Core): void {
  registerPageScheme();
  app.enableSandbox();
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  const log = createFileLog(placesIn(app.getPath('userData')).logs);
  catchBugs(log);
  app
    .whenReady()
    .then(() => openStudio(createCore, log))
    .catch((error: unknown) => giveUp(error, log));
}

async function openStudio(createCore: (config: CoreConfig) => Core, log: Log): Promise<void> {
  const said = wordsOfCommand(process.argv);
  const inApp = (...parts: string[]) => path.join(app.getAppPath(), ...parts);
  const words = () => menuWords[settings.get().language];
  const settings = createElectronSettings(log, (now) => {
    nativeTheme.themeSource = now.theme;
    menu();
    void rest.adjust();
  });
  const menu = () => showMenu(settings.get().language, (command) => core.commands.announce(command));
  const rest = createRestSwitch(
    () => settings.get().restApi,
    log,
    () => ({
      router: core.router,
      contract,
      version: app.getVersion(),
      docsFolder: inApp('out/api-docs'),
    }),
  );
  const core = createCore({
    libraryFolder: (typeof said === 'object' && said.libraryFolder) || placesIn(app.getPath('userData')).library,
    assetsFolder: inApp('assets'),
    appVersion: app.getVersion(),
    log,
    settings,
    searchSetup: documentIn(app.getPath('userData'), 'search', log),
    secrets: createElectronSecrets(app.getPath('userData'), log),
    host: 'electron',
    startModelHost: startModelProcess,
    rest: rest.address,
  });
  app.on('will-quit', (event) => {
    event.preventDefault(); // that of a second wish to quit too
    void core.close().finally(() => app.exit());
  });
  nativeTheme.themeSource = settings.get().theme;
  void rest.adjust();
  guardSession(session.defaultSession);
  guardEveryPage(words);
  servePage(inApp('out/renderer'));
  connectPages(createPortServer(core.router, log));
  menu();
  const show = () =>
    showStudioWindow({ preload: inApp('out/preload/preload.cjs'), memory, words, log }).catch((error: unknown) =>
      giveUp(error, log),
    );
  const memory = createWindowMemory(log);
  app.on('second-instance', show);
  app.on('activate', show);
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  await show();
  log.info('the window is open', { origin: pageOrigin });
}

/** A bug in the main process is recorded, said once, and ends the program; all acts are saved by then. */
function catchBugs(log: Log): void {
  process.on('uncaughtException', (error) => giveUp(error, log));
  process.on('unhandledRejection', (reason) => void log.bug(reason));
}

function giveUp(error: unknown, log: Log): void {
  const language = app.isReady() && app.getLocale().startsWith('ko') ? 'ko' : 'en';
  const { title, sentence } = apologyFor(error, language, log.bug);
  dialog.showErrorBox(title, sentence);
  app.exit(1);
}
