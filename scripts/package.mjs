/** @file `npm run package`: the program for this platform in dist/, unpacked, or with `--installer` as an installer. */
import { node } from './child.mjs';
import { findElectron } from './electron.mjs';
import { inModules, inProject } from './project.mjs';
import { say } from './say.mjs';

/** Other words go to electron-builder, such as `-c.electronDist=FOLDER` where the binary cannot be downloaded. */
export async function packageProgram(args) {
  const others = args.filter((arg) => arg !== '--installer');
  const dist = findElectron() ? [`-c.electronDist=${inModules('electron/dist')}`] : [];
  const code = await node([
    inModules('electron-builder/cli.js'),
    '--publish',
    'never',
    ...(args.includes('--installer') ? [] : ['--dir']),
    ...(others.some((arg) => arg.startsWith('-c.electronDist=')) ? [] : dist),
    ...others,
  ]);
  say(code === 0 ? `packaged into ${inProject('dist')}` : 'packaging failed: the message is above');
  return code;
}
