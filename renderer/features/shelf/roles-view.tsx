import Button from '@mui/material/Button';
import type { ModelRole, Shelf } from '#contract/models.ts';
import { tellRefusal } from '#renderer/shared/refusal.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { useText } from '#renderer/shared/text.ts';
import table from '#renderer/ui/table.module.css';
import styles from './shelf.module.css';

const roles = ['orchestrator', 'composer', 'emotion', 'safety-explainer', 'assistant'] as const;

/** Who plays which role. */
export function RolesView({ shelf }: { readonly shelf: Shelf }) {
  const { t } = useText('models');
  const client = useStudio((studio) => studio.client);
  const playable = shelf.models.filter(({ refused, isMissing }) => !refused && !isMissing);
  const best = playable.find(({ isDemonstration }) => !isDemonstration);

  const cast = (role: ModelRole, value: string) => {
    const [kind, id = ''] = value.split(/:(.*)/s);
    const player =
      kind === 'local'
        ? ({ kind, modelId: id } as const)
        : kind === 'server'
          ? ({ kind, serverId: id } as const)
          : null;
    return client.models.cast({ role, player });
  };
  const castAll = async (modelId: string) => {
    for (const role of roles) await cast(role, `local:${modelId}`);
  };

  return (
    <>
      <p className={styles.hint}>{t('roles-hint')}</p>
      <table className={`${table.table} ${styles.roles}`}>
        <thead>
          <tr>
            <th scope="col">{t('role')}</th>
            <th scope="col">{t('played-by')}</th>
          </tr>
        </thead>
        <tbody>
          {roles.map((role) => {
            const now = shelf.roles.find((one) => one.role === role);
            const player = now?.player;
            const key =
              player?.kind === 'local' ? `local:${player.modelId}` : player ? `server:${player.serverId}` : '';
            const server = player?.kind === 'server' && shelf.servers.find(({ id }) => id === player.serverId);
            const fallback =
              now && !now.isChosen && player?.kind === 'local' && shelf.models.find(({ id }) => id === player.modelId);
            return (
              <tr key={role}>
                <td>
                  <strong>{t(`role-${role}`)}</strong>
                  <br />
                  <span className={styles.quiet}>{t(`role-${role}-hint`)}</span>
                </td>
                <td>
                  <select
                    className={styles.input}
                    aria-label={t(`role-${role}`)}
                    value={now?.isChosen ? key : ''}
                    onChange={({ target }) => void cast(role, target.value).catch(tellRefusal)}
                  >
                    <option value="">
                      {fallback ? t('nobody-chosen', { name: fallback.name }) : t('nobody-chosen-none')}
                    </option>
                    {playable.map(({ id, name }) => (
                      <option key={id} value={`local:${id}`}>
                        {name}
                      </option>
                    ))}
                    {shelf.servers.map(({ id, name, model }) => (
                      <option key={id} value={`server:${id}`}>
                        {`${model} (${name}), ${t('leaves-machine')}`}
                      </option>
                    ))}
                  </select>
                  {server && (server.kind === 'ollama' || server.kind === 'other') && (
                    <p className={styles.hint}>{t('server-no-grammar')}</p>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {best && (
        <p className={styles.foot}>
          <Button variant="outlined" onClick={() => void castAll(best.id).catch(tellRefusal)}>
            {t('all-roles', { name: best.name })}
          </Button>
        </p>
      )}
    </>
  );
}
