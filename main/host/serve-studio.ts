/** @file The loopback host from start to end: says where it is, to people and to the script that opens a window. */
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { type HttpHost, startHttpHost } from '#api/http-host.ts';
import { contract } from '#contract/contract.ts';
import type { Core, CoreConfig } from '#core';
import { apologyFor, type Language } from './cannot-open.ts';
import { checkYourself } from './check-yourself.ts';
import { createConfSettings } from './conf-settings.ts';
import { createFileLog } from './file-log.ts';
import { documentIn, fileSecrets } from './kept-documents.ts';
import { placesIn, studioFolder } from './studio-folder.ts';
import { wordsOfCommand } from './words-of-command.ts';

/** Serves until the process is told to end; answers an exit code. */
export async function serveStudio(createCore: (config: CoreConfig) => Core, args: readonly string[]): Promise<number> {
  const said = wordsOfCommand(args);
  if (typeof said === 'string') return refuse(said);
  const token = process.env.SILLAGE_TOKEN;
  if (token !== undefined && token.length < 32) return refuse('SILLAGE_TOKEN needs 32 characters or more');
  const folder = studioFolder({ platform: process.platform, env: process.env, home: homedir() });
  const places = placesIn(folder);
  const locale = Intl.DateTimeFormat().resolvedOptions().locale;
  const log = createFileLog(places.logs);
  process.on('unhandledRejection', (reason) => void log.bug(reason));
  let language: Language = locale.startsWith('ko') ? 'ko' : 'en';
  let core: Core | undefined;
  let host: HttpHost | undefined;
  try {
    const settings = createConfSettings(folder, locale, log);
    language = settings.get().language;
    const isRestOn = () => said.isRestOn || settings.get().restApi;
    const project = projectFolder();
    const version: string = JSON.parse(readFileSync(path.join(project, 'package.json'), 'utf8')).version;
    core = createCore({
      libraryFolder: said.libraryFolder ? path.resolve(said.libraryFolder) : places.library,
      assetsFolder: path.join(project, 'assets'),
      appVersion: version,
      log,
      settings,
      searchSetup: documentIn(folder, 'search', log),
      secrets: fileSecrets(folder, log),
      host: 'browser',
      rest: () => (host && isRestOn() ? { address: host.address, token: host.token } : null),
    });
    host = await startHere(said.port, {
      router: core.router,
      contract,
      version,
      log,
      pageFolder: path.join(project, 'out/renderer'),
      docsFolder: path.join(project, 'out/api-docs'),
      isRestOn,
      ...(token !== undefined && { token }),
    });
    announce(host, isRestOn(), places.browserProfile);
    if (said.isCheckWanted) console.log(await checkYourself(core));
    await ending();
    return 0;
  } catch (error) {
    if (isPortTaken(error)) return refuse(`port ${said.port} is taken: choose another one, or leave --port away`);
    const { title, sentence } = apologyFor(error, language, log.bug);
    return refuse(`${title}. ${sentence}`);
  } finally {
    await host?.close();
    await core?.close();
    if (process.connected) process.disconnect(); // listening to it would keep the process alive
  }
}

/** The place a browser finds its own again: what a page remembers (folded panels, say) is kept by address. */
const usualPort = 47_365;

/** Listens at `port`; where none was asked for, at the usual one, or at any other while that is taken. */
async function startHere(port: number | undefined, options: Parameters<typeof startHttpHost>[0]): Promise<HttpHost> {
  if (port !== undefined) return startHttpHost({ ...options, port });
  try {
    return await startHttpHost({ ...options, port: usualPort });
  } catch (error) {
    if (!isPortTaken(error)) throw error;
    return startHttpHost(options);
  }
}

function announce(host: HttpHost, isRestOn: boolean, profile: string): void {
  const address = `${host.address}#token=${host.token}`;
  console.log(`Sillage is at ${address}`);
  if (isRestOn) {
    console.log(`REST is at ${host.address}api, documented at ${host.address}api/docs/#token=${host.token}`);
    console.log(`  curl -H 'Authorization: Bearer ${host.token}' ${host.address}api/studio`);
  }
  console.log('Stop it with Ctrl+C.');
  process.send?.({ address, profile });
}

/** The checkout, whether this runs from main/host/ or bundled from out/main/. */
function projectFolder(from: string = import.meta.dirname): string {
  return existsSync(path.join(from, 'package.json')) ? from : projectFolder(path.dirname(from));
}

function ending(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
    process.once('disconnect', () => resolve()); // whoever opened the window is gone
  });
}

function isPortTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}

function refuse(sentence: string): number {
  console.error(sentence);
  return 1;
}
