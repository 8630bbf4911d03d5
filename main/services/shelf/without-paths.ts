/**
 * A line without folders and users: of every path only the file's name stays, of addresses of the network nothing. `files` are
 * known paths: where one has a space in it, nobody could tell its end otherwise.
 */
export function withoutPaths(line: string, home: string, files: readonly string[] = []): string {
  let named = line;
  for (const file of files) named = named.replaceAll(file, `…/${file.split(/[\\/]/).at(-1)}`);
  const folders = home === '' ? named : named.replaceAll(home, '~');
  return folders
    .replaceAll(/(?<![\w.…-])(?:[a-z]:)?(?:[\\/~][^\\/\s'":,()[\]]*)*[\\/]([^\\/\s'":,()[\]]+)/gi, '…/$1')
    .replaceAll(/\b\d{1,3}(?:\.\d{1,3}){3}\b/g, '…');
}
