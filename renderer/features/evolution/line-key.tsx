import { useText } from '#renderer/shared/text.ts';
import { useInk } from '#renderer/ui/chart/ink.ts';
import type { LogLine } from '#renderer/ui/chart/log-lines.tsx';
import { shade } from '#renderer/ui/chart/shade.ts';
import styles from './evolution.module.css';

interface Props {
  readonly lines: readonly LogLine[];
  readonly isShown: (line: LogLine) => boolean;
  readonly onShow: (key: string, isShown: boolean) => void;
  /** px, beyond which it scrolls. */
  readonly height: number;
}

/** What each line is, drawn as the line is drawn, with a tick that shows or hides it. */
export function LineKey({ lines, isShown, onShow, height }: Props) {
  const { t } = useText('evolution');
  const ink = useInk();
  return (
    <fieldset className={styles.key} style={{ maxBlockSize: height }}>
      <legend>{t('shown')}</legend>
      {lines.map((line) => (
        <label key={line.key}>
          <input type="checkbox" checked={isShown(line)} onChange={(event) => onShow(line.key, event.target.checked)} />
          <svg width="24" height="8" aria-hidden="true">
            <line
              x1="1"
              y1="4"
              x2="23"
              y2="4"
              stroke={shade(line.colour, ink)}
              strokeWidth="2.5"
              {...(line.isDashed && { strokeDasharray: '5 4' })}
            />
          </svg>
          <span>
            {line.name}
            {line.isDashed && <small>{t('estimated')}</small>}
          </span>
        </label>
      ))}
      {lines.some(({ isDashed }) => isDashed) && <p>{t('from-estimates')}</p>}
    </fieldset>
  );
}
