/** @file Opens a library and holds it until killed. With `--as-nobody`, as a user who owns nothing; says how it went. */
import { isStudioError } from '#foundation/errors.ts';
import { openLibrary } from '#library/sqlite/open-library.ts';

const [, , folder = '', who] = process.argv;
if (who === '--as-nobody') process.setuid?.(65_534);
try {
  const library = openLibrary(folder);
  process.stdout.write('open\n');
  setInterval(() => library, 60_000); // a library that nobody refers to is collected, and its lock with it
} catch (error) {
  process.stdout.write(`${isStudioError(error) ? error.code : String(error)}\n`);
}
