/** @file Reminds in the window when a trial is to be smelled. The times are the library's, so a restart forgets none. */
import { useEffect, useRef } from 'react';
import { tell } from '#renderer/shared/notices.ts';
import { inLanguage, useText } from '#renderer/shared/text.ts';
import { localDay, useAsked } from '#renderer/shared/working-day.ts';
import { useNow } from './use-now.ts';
import { useTimeAfter } from './use-time-after.ts';

/** Tells of each time to smell once, when it comes. What is overdue at the start is told too. The opening is not: it is now. */
export function Reminders({ onShow }: { readonly onShow: () => void }) {
  const { t, language } = useText('evaluation');
  const { t: recipes } = useText('recipes');
  const after = useTimeAfter();
  const now = useNow();
  const today = localDay(now);
  const told = useRef(new Set<string>());
  const calendar = useAsked(['evaluations'], today, (client) => client.calendar.read({ today }));
  const latest = useRef(onShow);
  latest.current = onShow;
  useEffect(() => {
    for (const { sittingId, recipeName, minutes, due } of calendar?.smelling ?? []) {
      const key = `${sittingId} ${minutes}`;
      if (minutes === 0 || Date.parse(due) > now.getTime() || told.current.has(key)) continue;
      told.current.add(key);
      tell({
        tone: 'plain',
        text: t('reminder', { name: inLanguage(recipeName, language) || recipes('untitled'), when: after(minutes) }),
        action: { label: t('show'), run: () => latest.current() },
      });
    }
  }, [calendar, now, t, recipes, after, language]);
  return null;
}
