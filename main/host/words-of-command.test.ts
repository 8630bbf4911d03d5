import { expect, it } from 'vitest';
import { wordsOfCommand } from './words-of-command.ts';

it.each([
  [[], { isRestOn: false, isCheckWanted: false }],
  [['--rest', '--port', '8080'], { port: 8080, isRestOn: true, isCheckWanted: false }],
  [
    ['--library=/tmp/서재', '--remote-debugging-port=0'],
    { libraryFolder: '/tmp/서재', isRestOn: false, isCheckWanted: false },
  ],
  [['--port', 'ten'], '--port needs a number from 0 to 65535'],
  [['--port', '70000'], '--port needs a number from 0 to 65535'],
  [['--port'], '--port needs a number from 0 to 65535'],
  [['--library'], '--library needs a folder'],
  [['--library', '--rest'], '--library needs a folder'],
])('understands %o', (args, understood) => {
  expect(wordsOfCommand(args)).toEqual(understood);
});
