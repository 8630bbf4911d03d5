import { useEffect, useRef, useState } from 'react';
import type { FolderListing } from '#contract/models.ts';
import { tellRefusal } from '#renderer/shared/refusal.ts';
import { useStudio } from '#renderer/shared/studio.ts';

export interface Folders {
  /** Undefined until the first folder was read. */
  readonly listing: FolderListing | undefined;
  readonly open: (path: string) => void;
  /** The path of what lies in the folder that is shown. */
  readonly within: (name: string) => string;
}

/** Folders of this machine, one at a time. `onOpened` hears the path of each that was read, but of none that was left meanwhile. */
export function useFolders(onOpened?: (path: string) => void): Folders & { readonly leave: () => void } {
  const client = useStudio((studio) => studio.client);
  const [listing, setListing] = useState<FolderListing>();
  const asked = useRef(0);

  function open(at?: string): void {
    asked.current += 1;
    const mine = asked.current;
    client.models.browse(at === undefined ? {} : { path: at }).then((found) => {
      setListing((shown) => (mine === asked.current || shown === undefined ? found : shown));
      if (mine === asked.current) onOpened?.(found.path);
    }, tellRefusal);
  }
  useEffect(() => open(), []);

  return {
    listing,
    open,
    leave: () => {
      asked.current += 1;
    },
    within: (name) => {
      const at = listing?.path ?? '';
      const slash = at.includes('\\') ? '\\' : '/';
      return at.endsWith(slash) ? at + name : at + slash + name;
    },
  };
}
