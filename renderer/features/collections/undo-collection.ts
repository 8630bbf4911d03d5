import { tell } from '#renderer/shared/notices.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { reloadMaterials } from './reload-materials.ts';

interface Words {
  readonly undone: (counts: { readonly removed: number; readonly restored: number }) => string;
  readonly left: (count: number) => string;
}

/** Takes an import back whole and says what came of it. */
export async function undoCollection(importId: string, { undone, left }: Words): Promise<void> {
  const counts = await useStudio.getState().client.collections.undo({ importId });
  await reloadMaterials();
  const text = counts.left > 0 ? `${undone(counts)} ${left(counts.left)}` : undone(counts);
  tell({ tone: 'good', text });
}
