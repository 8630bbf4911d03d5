/** @file A question to one model, and its answer as it comes. */
import Button from '@mui/material/Button';
import { useEffect, useId, useRef, useState } from 'react';
import type { ModelEvent, ShelfModel } from '#contract/models.ts';
import { refusalOf, sentenceFor } from '#renderer/shared/refusal.ts';
import { numberText } from '#renderer/shared/size-text.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { useText } from '#renderer/shared/text.ts';
import styles from './shelf.module.css';
import { withoutThinking } from './without-thinking.ts';

type Done = Extract<ModelEvent, { kind: 'done' }>;

export function TryBox({ model }: { readonly model: ShelfModel }) {
  const { t, language } = useText('models');
  const client = useStudio((studio) => studio.client);
  const [question, setQuestion] = useState('');
  const [maxTokens, setMaxTokens] = useState(model.isDemonstration ? 60 : 400);
  const [answer, setAnswer] = useState('');
  const [status, setStatus] = useState('');
  const [done, setDone] = useState<Done>();
  const [problem, setProblem] = useState<string>();
  const stop = useRef<AbortController>(undefined);
  const [isBusy, setBusy] = useState(false);
  const ids = { question: useId(), tokens: useId() };
  useEffect(() => () => stop.current?.abort(), []);

  async function ask(): Promise<void> {
    const leaving = new AbortController();
    stop.current = leaving;
    setBusy(true);
    setAnswer('');
    setDone(undefined);
    setProblem(undefined);
    setStatus('');
    const text = question.trim() || t('try-example');
    const prompt = { kind: 'chat' as const, messages: [{ speaker: 'user' as const, text }] };
    try {
      for await (const event of await client.models.try(
        { modelId: model.id, prompt, maxTokens },
        { signal: leaving.signal },
      )) {
        if (event.kind === 'text') setAnswer((before) => before + event.text);
        else if (event.kind === 'done') setDone(event);
        else if (event.kind === 'queued') setStatus(t('try-queued', { count: event.ahead }));
        else if (event.kind === 'loading')
          setStatus(t('loading-percent', { percent: Math.round(event.progress * 100) }));
        else setStatus(t('answer-busy'));
      }
    } catch (error) {
      if (!leaving.signal.aborted) setProblem(sentenceFor(refusalOf(error)));
      else setStatus(t('end-cancelled'));
    } finally {
      setBusy(false);
    }
  }

  const { thought, said } = withoutThinking(answer);
  return (
    <div className={styles.try}>
      <label htmlFor={ids.question}>{t('try-label')}</label>
      <textarea
        id={ids.question}
        className={styles.area}
        rows={2}
        placeholder={t('try-example')}
        value={question}
        onChange={({ target }) => setQuestion(target.value)}
        onKeyDown={({ key, ctrlKey, metaKey }) => key === 'Enter' && (ctrlKey || metaKey) && !isBusy && void ask()}
      />
      <div className={styles.line}>
        {isBusy ? (
          <Button variant="outlined" onClick={() => stop.current?.abort()}>
            {t('stop')}
          </Button>
        ) : (
          <Button variant="contained" onClick={() => void ask()}>
            {t('ask')}
          </Button>
        )}
        <label htmlFor={ids.tokens} className={styles.quiet}>
          {t('answer-tokens')}
        </label>
        <input
          id={ids.tokens}
          className={`${styles.input} ${styles.short}`}
          type="number"
          min={1}
          max={8192}
          value={maxTokens}
          onChange={({ target }) => setMaxTokens(Math.min(8192, Math.max(1, Math.round(Number(target.value)) || 1)))}
        />
      </div>
      {thought && (
        <details className={styles.thought}>
          <summary>{t('thinking')}</summary>
          <p>{thought}</p>
        </details>
      )}
      <section className={styles.answer} aria-live="polite" aria-label={t('answer')}>
        {said || <span className={styles.quiet}>{isBusy ? status || t('answer-busy') : t('answer-empty')}</span>}
      </section>
      {problem && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      {done && (
        <p className={styles.quiet} data-done={done.end}>
          {done.tokensPerSecond > 0
            ? t('try-done', {
                tokens: done.tokens,
                speed: numberText(done.tokensPerSecond, language),
                first: numberText(done.msToFirstToken / 1000, language, 2),
              })
            : t('try-done-short', { tokens: done.tokens })}{' '}
          {done.end !== 'finished' && done.end !== 'stop' && t(`end-${done.end}`)}
        </p>
      )}
    </div>
  );
}
