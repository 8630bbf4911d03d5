import { StudioError } from '#foundation/errors.ts';
import type { SavedSearch } from '#library/sqlite/saved-search-store.ts';
import type { SearchNeeds } from './search-needs.ts';

/** Keeps a search under a name: a new one, one under another name, or one that was removed just now. */
export function keepSearch({ savedSearches, now }: Pick<SearchNeeds, 'savedSearches' | 'now'>) {
  return ({ id, name, asked }: Omit<SavedSearch, 'created'>): SavedSearch => {
    const tidy = name.replace(/\s+/g, ' ').trim();
    if (tidy === '') throw new StudioError('search.invalid', { reason: 'no-name', text: name });
    const kept = { id, name: tidy, asked, created: savedSearches.find(id)?.created ?? now() };
    savedSearches.put(kept);
    return kept;
  };
}

/** Removes a saved search, and answers it so that it can be kept again. Refuses (`search.not-found`). */
export function removeSearch({ savedSearches }: Pick<SearchNeeds, 'savedSearches'>) {
  return (id: string): SavedSearch => {
    const found = savedSearches.find(id);
    if (!found) throw new StudioError('search.not-found', { id });
    savedSearches.remove(id);
    return found;
  };
}
