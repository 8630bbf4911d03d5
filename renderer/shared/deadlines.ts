import type { Deadlines } from '#perfumery/safety/regulation.ts';
import { useNumbers } from './number.ts';
import { useText } from './text.ts';

/** Says by when creations have to keep a standard; undefined where none is named. */
export function useDeadlines(): (deadlines: Deadlines | undefined) => string | undefined {
  const { t } = useText('safety');
  const numbers = useNumbers();
  return (deadlines) => {
    const { newCreations, existingCreations } = deadlines ?? {};
    const said = [
      newCreations && t('deadline-new', { date: numbers.day(newCreations) }),
      existingCreations && t('deadline-existing', { date: numbers.day(existingCreations) }),
    ].filter(Boolean);
    return said.length > 0 ? said.join(', ') : undefined;
  };
}
