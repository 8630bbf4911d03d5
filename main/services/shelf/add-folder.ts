import { isStudioError } from '#foundation/errors.ts';
import { scanFolder } from '#intelligence/models/scan-folder.ts';
import { putOnShelf } from './add-model.ts';
import type { ShelfNeeds } from './shelf-needs.ts';

/** How far looking through a folder is. Files that were refused are named with the reason. */
export type FolderStage =
  | { readonly stage: 'looking'; readonly folders: number; readonly found: number }
  | { readonly stage: 'checking'; readonly name: string; readonly found: number }
  | { readonly stage: 'refused'; readonly name: string; readonly reason: string; readonly detail: string }
  | { readonly stage: 'cancelled' }
  | {
      readonly stage: 'done';
      readonly folders: number;
      readonly found: number;
      readonly added: number;
      readonly refused: number;
    };

/** Looks through a folder and puts every model in it on the shelf. Nothing is copied. Refuses (`model.invalid`, `folder`). */
export function addFolder(needs: ShelfNeeds) {
  return async function* (folder: string, signal?: AbortSignal): AsyncGenerator<FolderStage> {
    let [folders, found, added, refused] = [0, 0, 0, 0];
    try {
      for await (const stage of scanFolder(folder, signal)) {
        if (stage.stage === 'looking') {
          folders = stage.folders;
          yield { stage: 'looking', folders, found };
          continue;
        }
        found += 1;
        const { file } = stage;
        yield { stage: 'checking', name: file.label, found };
        const isNew = needs.models.at(file.path) === undefined;
        try {
          await putOnShelf(needs, file);
          if (isNew) added += 1;
        } catch (error) {
          if (isStudioError(error, 'model.refused')) {
            refused += 1;
            const { reason, detail } = error.facts;
            yield { stage: 'refused', name: file.label, reason, detail };
          } else if (!isStudioError(error, 'model.file-gone')) throw error;
        }
        signal?.throwIfAborted();
      }
    } catch (error) {
      if (!signal?.aborted) throw error;
      yield { stage: 'cancelled' };
      return;
    }
    const now = needs.now();
    const before = needs.modelFolders.all().find(({ path }) => path === folder);
    needs.write(() =>
      needs.modelFolders.put({ path: folder, added: before?.added ?? now, looked: now, found: found - refused }),
    );
    needs.shelfChanged.announce();
    yield { stage: 'done', folders, found, added, refused };
  };
}

/** No longer names the folder; its models stay on the shelf. */
export function forgetFolder(needs: ShelfNeeds) {
  return (folder: string): void => {
    needs.write(() => needs.modelFolders.remove(folder));
    needs.shelfChanged.announce();
  };
}
