/** What may be said after the program's name. Chromium's own switches, which Electron passes on, are not ours to judge. */
export interface CommandWords {
  readonly libraryFolder?: string;
  readonly port?: number;
  readonly isRestOn: boolean;
  readonly isCheckWanted: boolean;
}

/** Reads `--library FOLDER`, `--port N`, `--rest` and `--check-yourself`; answers a sentence when a value makes no sense. */
export function wordsOfCommand(args: readonly string[]): CommandWords | string {
  const saidAfter = (name: string): string | undefined => {
    const at = args.indexOf(name);
    if (at >= 0) return args[at + 1] ?? '';
    return args.find((arg) => arg.startsWith(`${name}=`))?.slice(name.length + 1);
  };
  const libraryFolder = saidAfter('--library');
  if (libraryFolder === '' || libraryFolder?.startsWith('--')) return '--library needs a folder';
  const portText = saidAfter('--port');
  const port = portText === undefined ? undefined : Number(portText);
  if (port !== undefined && !(portText && Number.isInteger(port) && port >= 0 && port < 65_536)) {
    return '--port needs a number from 0 to 65535';
  }
  return {
    ...(libraryFolder !== undefined && { libraryFolder }),
    ...(port !== undefined && { port }),
    isRestOn: args.includes('--rest'),
    isCheckWanted: args.includes('--check-yourself'),
  };
}
