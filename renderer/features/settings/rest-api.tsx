/** @file The switch for scripts: where they may call, with which token. Off until the perfumer turns it on. */

import Button from '@mui/material/Button';
import { useEffect, useState } from 'react';
import { tell } from '#renderer/shared/notices.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { useText } from '#renderer/shared/text.ts';
import { NamedIconButton } from '#renderer/ui/icon-button.tsx';
import { applySettings } from './apply-settings.ts';
import { Row, Section } from './section.tsx';
import styles from './settings-page.module.css';

/** How often and how long the address is asked for while its port opens, in ms. */
const pause = 150;
const attempts = 20;

export function RestApi() {
  const { t } = useText('settings');
  const isOn = useStudio((studio) => studio.settings.restApi);
  const rest = useStudio((studio) => studio.info.rest);
  const isAddressWanted = isOn && rest === null;
  useEffect(() => {
    if (isAddressWanted) void refreshInfo((address) => address !== null);
  }, [isAddressWanted]);

  async function turn(to: boolean): Promise<void> {
    await applySettings({ restApi: to });
    await refreshInfo((address) => (address !== null) === to);
  }

  return (
    <Section title={t('scripts')}>
      <Row label={t('rest-access')} hint={t('rest-hint')}>
        <label className={styles.switch}>
          <input type="checkbox" checked={isOn} onChange={(event) => void turn(event.target.checked)} />
          {t('rest-api')}
        </label>
      </Row>
      {isAddressWanted && <Row label={t('rest-address')}>{t('rest-waiting')}</Row>}
      {rest && (
        <>
          <Row label={t('rest-address')} {...(!isOn && { hint: t('rest-forced') })}>
            <Copied text={`${rest.address}api`} label={t('rest-address')} />
          </Row>
          <Row label={t('rest-token')}>
            <Copied text={rest.token} label={t('rest-token')} isSecret />
          </Row>
          <Row label={t('rest-docs')}>
            <a href={`${rest.address}api/docs/#token=${rest.token}`} target="_blank" rel="noreferrer">
              {t('rest-open-docs')}
            </a>
          </Row>
        </>
      )}
    </Section>
  );
}

function Copied({
  text,
  label,
  isSecret = false,
}: {
  readonly text: string;
  readonly label: string;
  readonly isSecret?: boolean;
}) {
  const { t } = useText('settings');
  const [isShown, setShown] = useState(!isSecret);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => tell({ tone: 'good', text: t('copied') }),
      () => {
        setShown(true);
        tell({ tone: 'plain', text: t('copy-failed') });
      },
    );
  return (
    <span className={styles.secret}>
      <code>{isShown ? text : '•'.repeat(16)}</code>
      {isSecret && <Button onClick={() => setShown(!isShown)}>{t(isShown ? 'hide' : 'reveal')}</Button>}
      <NamedIconButton icon="copy" size={15} label={`${t('copy')}: ${label}`} onClick={() => void copy()} />
    </span>
  );
}

/** Asks what is running until `isDone` with where REST listens, or patience ends. */
async function refreshInfo(isDone: (rest: object | null) => boolean): Promise<void> {
  const { client } = useStudio.getState();
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const info = await client.studio.info().catch(() => undefined);
    if (info) useStudio.setState({ info });
    if (!info || isDone(info.rest)) return;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
