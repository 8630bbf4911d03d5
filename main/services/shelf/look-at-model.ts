import type { StoredModel } from '#library/sqlite/model-store.ts';
import type { ShelfNeeds } from './shelf-needs.ts';

/** Looks into a model's file and keeps what was found. Refuses (`model.file-gone`) where it is no longer there. */
export async function lookAt(needs: ShelfNeeds, model: StoredModel): Promise<StoredModel> {
  const seen = await needs.inspector.inspect(model.path);
  needs.write(() => needs.models.see(model.id, seen));
  needs.shelfChanged.announce();
  return { ...model, seen };
}
