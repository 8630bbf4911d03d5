/** @file What the day asks for: to smell, to look after, to use up, to order, to deliver. */
import Button from '@mui/material/Button';
import type { RecipeId } from '#foundation/ids.ts';
import { tell } from '#renderer/shared/notices.ts';
import { useNumbers } from '#renderer/shared/number.ts';
import { tellRefusal } from '#renderer/shared/refusal.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { inLanguage, useText } from '#renderer/shared/text.ts';
import { localDay, useAsked } from '#renderer/shared/working-day.ts';
import table from '#renderer/ui/table.module.css';
import { agendaOf, type Errand } from './agenda.ts';
import styles from './calendar.module.css';
import { useNow } from './use-now.ts';
import { useTimeAfter } from './use-time-after.ts';

export function TodayPage({ onOpenRecipe }: { readonly onOpenRecipe: (recipeId: RecipeId) => void }) {
  const { t, language } = useText('stock');
  const { t: evaluation } = useText('evaluation');
  const { t: common } = useText('common');
  const { t: recipes } = useText('recipes');
  const numbers = useNumbers();
  const after = useTimeAfter();
  const client = useStudio((studio) => studio.client);
  const materials = useStudio((studio) => studio.materials);
  const now = useNow();
  const today = localDay(now);
  const calendar = useAsked(['evaluations', 'stock', 'briefs'], today, (asked) => asked.calendar.read({ today }));
  if (!calendar) return null;
  const agenda = agendaOf(calendar, now, localDay);
  const nameOf = (id: string) => {
    const found = materials.get(id as never)?.material;
    return found ? inLanguage(found.name, language) : id;
  };
  const called = (name: { en: string; ko: string }) => inLanguage(name, language) || recipes('untitled');

  function sentence({ kind, when, it }: Errand): string {
    switch (kind) {
      case 'smelling':
        return t('smell-due', { name: called(it.recipeName), when: after(it.minutes) });
      case 'maceration':
        return t('mature-due', { name: called(it.recipeName), mass: numbers.gram(it.mass), days: it.days });
      case 'expiring':
        return t(when < today ? 'expired-since' : 'expires-soon', {
          material: nameOf(it.materialId),
          lot: it.number || t('unnumbered'),
          grams: numbers.gram(it.left),
        });
      case 'deadline':
        return it.client
          ? t('deadline-for', { name: it.name, client: it.client })
          : t('deadline-of', { name: it.name });
      case 'order':
        return t('to-order', {
          material: nameOf(it.materialId),
          stock: it.stock === undefined ? t('uncounted') : numbers.gram(it.stock),
          minimum: numbers.gram(it.minimum),
        });
    }
  }
  function look(errand: Extract<Errand, { kind: 'maceration' }>): void {
    const { batchId, days } = errand.it;
    const set = (done: boolean) => client.calendar.look({ batchId, days, done });
    set(true).then(
      () =>
        tell({
          tone: 'good',
          text: t('look-done'),
          action: { label: common('undo'), run: () => void set(false).catch(tellRefusal) },
        }),
      tellRefusal,
    );
  }
  const moment = ({ kind, when }: Errand) =>
    kind === 'order'
      ? t('no-date')
      : kind === 'smelling'
        ? new Date(when).toLocaleString(language === 'ko' ? 'ko-KR' : 'en-GB', {
            dateStyle: 'medium',
            timeStyle: 'short',
          })
        : numbers.day(when);
  const part = (title: string, errands: readonly Errand[]) =>
    errands.length > 0 && (
      <section aria-label={title}>
        <h2>{title}</h2>
        <ul className={styles.list}>
          {errands.map((one) => {
            const what = sentence(one);
            const recipeId = 'recipeId' in one.it ? one.it.recipeId : undefined;
            return (
              <li key={`${what} ${one.when}`}>
                <span className={styles.when}>{moment(one)}</span>
                <span className={styles.what}>{what}</span>
                {one.kind === 'smelling' && (
                  <Button
                    aria-label={evaluation('pass-over-of', { when: after(one.it.minutes) })}
                    onClick={() =>
                      void client.evaluations
                        .passOver({ sittingId: one.it.sittingId, minutes: one.it.minutes })
                        .catch(tellRefusal)
                    }
                  >
                    {evaluation('pass-over')}
                  </Button>
                )}
                {one.kind === 'maceration' && (
                  <Button aria-label={t('mark-done-of', { what })} onClick={() => look(one)}>
                    {t('mark-done')}
                  </Button>
                )}
                {recipeId && <Button onClick={() => onOpenRecipe(recipeId as RecipeId)}>{t('open-recipe')}</Button>}
              </li>
            );
          })}
        </ul>
      </section>
    );
  const isQuiet = agenda.overdue.length + agenda.today.length + agenda.coming.length === 0;
  return (
    <div className={styles.page}>
      <h1>{t('today')}</h1>
      {isQuiet && <p className={table.hint}>{t('today-none')}</p>}
      {part(t('overdue'), agenda.overdue)}
      {part(t('due-today'), agenda.today)}
      {part(t('coming'), agenda.coming)}
      <section aria-label={t('maceration')}>
        <h2>{t('maceration')}</h2>
        <Maceration looks={calendar.maceration} called={called} />
      </section>
    </div>
  );
}

interface MacerationProps {
  readonly looks: Extract<Errand, { kind: 'maceration' }>['it'][];
  readonly called: (name: { en: string; ko: string }) => string;
}

/** Every batch with its days, done ones ticked. */
function Maceration({ looks, called }: MacerationProps) {
  const { t } = useText('stock');
  const numbers = useNumbers();
  const batches = [...Map.groupBy(looks, ({ batchId }) => batchId)];
  const days = [...new Set(looks.map((one) => one.days))].sort((a, b) => a - b);
  if (batches.length === 0) return <p className={table.hint}>{t('maceration-none')}</p>;
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th scope="col">{t('batch')}</th>
          <th scope="col">{t('mass')}</th>
          <th scope="col">{t('made-on')}</th>
          {days.map((one) => (
            <th key={one} scope="col">
              {t('day', { days: one })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {batches.map(([batchId, its]) => (
          <tr key={batchId}>
            <td>{its[0] && called(its[0].recipeName)}</td>
            <td>{its[0] && numbers.gram(its[0].mass)}</td>
            <td>{its[0] && numbers.day(its[0].madeOn)}</td>
            {days.map((day) => {
              const look = its.find((one) => one.days === day);
              return (
                <td key={day}>
                  {look && numbers.day(look.on)} {look?.done && `✓ ${t('mark-done')}`}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
