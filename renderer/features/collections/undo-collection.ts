import i18next from 'i18next';
import { tell } from '#renderer/shared/notices.ts';
import { useStudio } from '#renderer/shared/studio.ts';

/** Takes an import back whole and says what came of it. Every window hears of it and reads its lists again. */
export async function undoCollection(importId: string): Promise<void> {
  const { archived, left, ...counts } = await useStudio.getState().client.collections.undo({ importId });
  const t = i18next.getFixedT(null, 'collections');
  const sentences = [
    t('undone', counts),
    ...(archived > 0 ? [t('undone-archived', { count: archived })] : []),
    ...(left > 0 ? [t('undone-left', { count: left })] : []),
  ];
  tell({ tone: 'good', text: sentences.join(' ') });
}
