/** @file What the scripts tell whoever ran them. Standard error, so that a command's own output stays clean. */

const began = Date.now();

/** One line, with the seconds since the command began. */
export function say(text) {
  console.error(`[sillage +${((Date.now() - began) / 1000).toFixed(1)}s] ${text}`);
}

/** Says why and ends with failure. */
export function stop(text) {
  say(text);
  process.exit(1);
}
