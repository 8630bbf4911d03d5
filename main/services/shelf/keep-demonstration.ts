import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { usualSettings } from '#intelligence/models/model-settings.ts';
import type { ShelfNeeds } from './shelf-needs.ts';
import { isDemonstration } from './stored-model.ts';

/**
 * Has the demonstration model that ships with the studio on the shelf, wherever the program lies today. Nothing is opened: it
 * is looked at when it is first needed.
 */
export function keepDemonstration(needs: Pick<ShelfNeeds, 'models' | 'write' | 'now'>) {
  return (demonstrationFolder: string): void => {
    const folder = outsideTheArchive(demonstrationFolder);
    const name = existsSync(folder) ? readdirSync(folder).find((file) => file.endsWith('.gguf')) : undefined;
    const before = needs.models.all().find(isDemonstration);
    const file = name === undefined ? undefined : path.join(folder, name);
    if (before?.path === file) return;
    needs.write(() => {
      if (!file || !name) return before && needs.models.remove(before.id);
      const other = needs.models.at(file);
      if (other) needs.models.remove(other.id);
      needs.models.put({
        settings: { ...usualSettings, threads: 1 },
        speed: null,
        backend: null,
        added: needs.now(),
        used: null,
        ...before,
        id: 'demonstration',
        path: file,
        label: name,
        origin: 'shipped',
        seen: null,
        sha256: null,
      });
    });
  };
}

/** llama.cpp opens files itself and knows nothing of Electron's archive: packaged models lie beside it. */
function outsideTheArchive(folder: string): string {
  return folder.replace(/([\\/])app\.asar([\\/])/, '$1app.asar.unpacked$2');
}
