/** @file Talk beside the bench: what was said, what the studio looked up, and what could be done with a click. */
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useEffect, useRef, useState } from 'react';
import type { Offer, TalkEvent } from '#contract/assistant.ts';
import type { SearchHit } from '#contract/search.ts';
import type { MaterialId, RecipeId } from '#foundation/ids.ts';
import type { DecimalText } from '#perfumery/units/decimal.ts';
import { edit, undo, useBench } from '#renderer/shared/bench.ts';
import { tell } from '#renderer/shared/notices.ts';
import { useNumbers } from '#renderer/shared/number.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { inLanguage, useText } from '#renderer/shared/text.ts';
import { useStream } from '#renderer/shared/use-stream.ts';
import styles from './assistant.module.css';
import { Told } from './told.tsx';

interface Props {
  readonly recipeId: RecipeId | undefined;
  readonly onHit: (opens: SearchHit['opens']) => void;
  readonly onItem: (id: string) => void;
  readonly onDraft: (brief: string) => void;
  readonly onTrials: () => void;
}

interface Turn {
  readonly message: string;
  readonly events: readonly TalkEvent[];
  readonly isStopped?: boolean;
}

export function TalkTab({ recipeId, onHit, onItem, onDraft, onTrials }: Props) {
  const { t, language } = useText('assistant');
  const { t: common } = useText('common');
  const [message, setMessage] = useState('');
  const [turns, setTurns] = useState<readonly Turn[]>([]);
  const [asking, setAsking] = useState<string>();
  const stream = useStream<TalkEvent>();
  const sheet = useBench(({ sheets }) => (recipeId ? sheets[recipeId] : undefined));
  const shown = turns.findLast(({ events }) => events.some(({ what }) => what === 'found'));
  const hits = shown?.events.find((event) => event.what === 'found')?.hits ?? [];

  function ask(text: string): void {
    if (text.trim() === '') return;
    setAsking(text);
    setMessage('');
    const said = turns.flatMap((turn) => [
      { speaker: 'perfumer' as const, text: turn.message },
      { speaker: 'assistant' as const, text: answerOf(turn.events) },
    ]);
    const bench = sheet && {
      recipeId,
      name: sheet.recipe.name,
      formula: sheet.recipe.formula,
      product: sheet.recipe.product,
    };
    const titles = hits.map(({ id, title }) => ({ id, title: title[language] ?? title.en ?? title.ko ?? id }));
    const asked = { message: text, said: said.slice(-16), shown: titles, ...(bench && { bench }), language };
    stream.run(
      (signal) => useStudio.getState().client.assistant.talk(asked as never, { signal }),
      (events) => {
        setTurns((all) => [...all, { message: text, events }]);
        setAsking(undefined);
      },
    );
  }

  /** What came before it was stopped stays, and is said so. */
  function stop(): void {
    stream.stop();
    if (asking !== undefined) setTurns((all) => [...all, { message: asking, events: stream.events, isStopped: true }]);
    setAsking(undefined);
  }

  const end = useRef<HTMLDivElement>(null);
  const heard = stream.events.length + turns.length;
  useEffect(() => {
    if (heard > 0) end.current?.scrollIntoView({ block: 'nearest' });
  }, [heard]);

  const now: readonly Turn[] = asking === undefined ? [] : [{ message: asking, events: stream.events }];
  return (
    <div className={styles.talk}>
      <div className={styles.turns} role="log" aria-label={t('conversation')}>
        {turns.length === 0 && asking === undefined && <p className={styles.hint}>{t('talk-hint')}</p>}
        {[...turns, ...now].map((turn, at) => (
          <section key={at} className={styles.turn}>
            <p className={styles.asked}>{turn.message}</p>
            {turn.events.map((event) =>
              event.what === 'found' ? (
                <ol key="found" className={styles.found}>
                  {event.hits.map((hit) => (
                    <li key={hit.id}>
                      <button type="button" className={styles.link} onClick={() => onHit(hit.opens)}>
                        {hit.title[language] ?? hit.title.en ?? hit.title.ko}
                      </button>{' '}
                      <span className={styles.kind}>{t(`kind-${hit.kind}`)}</span>
                    </li>
                  ))}
                </ol>
              ) : event.what === 'offer' ? (
                <OfferCard key="offer" offer={event.offer} onItem={onItem} onDraft={onDraft} onTrials={onTrials} />
              ) : null,
            )}
            <Told events={turn.events} onSource={onItem} />
            {turn.isStopped && <p className={styles.hint}>{t('answer-stopped')}</p>}
            {turn === now[0] && stream.isRunning && stream.events.length === 0 && (
              <p className={styles.hint}>{t('thinking')}</p>
            )}
          </section>
        ))}
        {stream.fault && (
          <p className={styles.fault} role="alert">
            {stream.fault}
          </p>
        )}
        <div ref={end} />
      </div>
      <form
        className={styles.controls}
        onSubmit={(event) => {
          event.preventDefault();
          ask(message);
        }}
      >
        <TextField
          label={t('say')}
          value={message}
          onChange={(event) => setMessage(event.target.value)}
          size="small"
          fullWidth
          autoFocus
        />
        {stream.isRunning ? (
          <Button variant="outlined" onClick={stop}>
            {common('cancel')}
          </Button>
        ) : (
          <Button type="submit" variant="contained" disabled={message.trim() === ''}>
            {t('ask')}
          </Button>
        )}
      </form>
      {sheet && (
        <div className={styles.suggested}>
          <Button size="small" disabled={stream.isRunning} onClick={() => ask(t('why-limited'))}>
            {t('why-limited')}
          </Button>
        </div>
      )}
    </div>
  );
}

function answerOf(events: readonly TalkEvent[]): string {
  return events.flatMap((event) => (event.what === 'sentence' ? [event.text] : [])).join(' ');
}

interface OfferProps extends Pick<Props, 'onItem' | 'onDraft' | 'onTrials'> {
  readonly offer: Offer;
}

function OfferCard({ offer, onItem, onDraft, onTrials }: OfferProps) {
  const { t, language } = useText('assistant');
  const { t: common } = useText('common');
  const { exact } = useNumbers();
  const materials = useStudio((studio) => studio.materials);
  const sheet = useBench(({ sheets }) => (offer.what === 'edit' ? sheets[offer.recipeId] : undefined));
  if (offer.what === 'open')
    return <Button onClick={() => onItem(offer.id)}>{t('open-item', { name: offer.title })}</Button>;
  if (offer.what === 'draft') return <Button onClick={() => onDraft(offer.brief)}>{t('offer-draft')}</Button>;
  if (offer.what === 'compare') {
    return <Button onClick={onTrials}>{t('offer-compare', { first: offer.first, second: offer.second })}</Button>;
  }
  const line = sheet?.recipe.formula.lines.find(({ id }) => id === offer.lineId);
  if (!sheet || !line) return null;
  const material =
    line.ingredient.kind === 'material' ? materials.get(line.ingredient.materialId as MaterialId) : undefined;
  const name = material ? inLanguage(material.material.name, language) : t('accord');
  const apply = () => {
    const { recipeId, lineId } = offer;
    const lines = sheet.recipe.formula.lines.map((one) =>
      one.id === lineId ? { ...one, parts: offer.after as DecimalText } : one,
    );
    edit(recipeId, { kind: 'amount', formula: { lines } });
    tell({
      tone: 'good',
      text: t('edited', { name }),
      action: { label: common('undo'), run: () => void undo(recipeId) },
    });
  };
  return (
    <div className={styles.offer} role="group" aria-label={t('preview')}>
      {t('offer-edit', { name, before: exact(line.parts), after: exact(offer.after as DecimalText) })}{' '}
      <Button size="small" variant="outlined" disabled={line.parts === offer.after} onClick={apply}>
        {line.parts === offer.after ? t('applied') : t('apply')}
      </Button>
    </div>
  );
}
