import Button from '@mui/material/Button';
import { useId, useState } from 'react';
import type { ModelServer, Shelf } from '#contract/models.ts';
import { tellRefusal } from '#renderer/shared/refusal.ts';
import { numberText } from '#renderer/shared/size-text.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { useText } from '#renderer/shared/text.ts';
import { NamedIconButton } from '#renderer/ui/icon-button.tsx';
import { ServerDialog } from './server-dialog.tsx';
import styles from './shelf.module.css';

/** Model servers of the own network: off until the perfumer turns them on. */
export function ServersView({ shelf }: { readonly shelf: Shelf }) {
  const { t, language } = useText('models');
  const client = useStudio((studio) => studio.client);
  const [editing, setEditing] = useState<ModelServer | 'new'>();
  const id = useId();
  const { areServersOn } = shelf.preferences;
  return (
    <>
      <p className={styles.hint}>{t('servers-hint')}</p>
      <p className={styles.line}>
        <input
          id={id}
          type="checkbox"
          checked={areServersOn}
          onChange={({ target }) => void client.models.preferences({ areServersOn: target.checked }).catch(tellRefusal)}
        />
        <label htmlFor={id}>{t('servers-on')}</label>
      </p>
      {shelf.servers.length === 0 && <p className={styles.quiet}>{t('server-none')}</p>}
      <ul className={styles.rows} aria-label={t('servers')}>
        {shelf.servers.map((server) => (
          <li key={server.id}>
            <span>
              <strong>{server.name}</strong> <span className={styles.tag}>{t('leaves-machine')}</span>
              <br />
              <span className={styles.quiet}>
                {server.model} · {server.address} ·{' '}
                {t('tokens', { count: numberText(server.context, language, 7) as unknown as number })}
              </span>
            </span>
            <span className={styles.line}>
              <Button variant="outlined" onClick={() => setEditing(server)}>
                {t('settings')}
              </Button>
              <NamedIconButton
                icon="trash"
                label={t('server-forget')}
                onClick={() => void client.models.forgetServer({ serverId: server.id }).catch(tellRefusal)}
              />
            </span>
          </li>
        ))}
      </ul>
      <Button variant="outlined" disabled={!areServersOn} onClick={() => setEditing('new')}>
        {t('server-add')}…
      </Button>
      {editing && (
        <ServerDialog {...(editing !== 'new' && { server: editing })} onClose={() => setEditing(undefined)} />
      )}
    </>
  );
}
