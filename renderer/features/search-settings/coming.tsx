import Button from '@mui/material/Button';
import type { EncoderChoice, Encoders } from '#contract/encoders.ts';
import { tellRefusal } from '#renderer/shared/refusal.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { useText } from '#renderer/shared/text.ts';
import styles from './search-settings.module.css';

interface Props {
  readonly now: Encoders;
  readonly coming: NonNullable<Encoders['coming']>;
}

/** How far the encoder is that is to take over, and a way to stop it. */
export function Coming({ now, coming }: Props) {
  const { t } = useText('searchSettings');
  const client = useStudio((studio) => studio.client);
  const { choice, done, total, because } = coming;
  const nameOf = ({ id }: EncoderChoice) => now.encoders.find((one) => one.id === id)?.name ?? t('own');
  const name = nameOf(choice);
  return (
    <div className={styles.coming}>
      <p role="status">{total > 0 ? t('encoding', { name, done, total }) : t('encoding-begins', { name })}</p>
      <span className={styles.line}>
        <progress max={Math.max(1, total)} value={done} aria-label={t('progress')} />
        <Button size="small" onClick={() => void client.encoders.cancel().catch(tellRefusal)}>
          {t('stop')}
        </Button>
      </span>
      {because && <p className={styles.problem}>{t(`coming-because.${because as 'unknown'}`)}</p>}
      {now.serving && now.serving.id !== choice.id && (
        <p className={styles.hint}>{t('until-then', { name: nameOf(now.serving) })}</p>
      )}
    </div>
  );
}
