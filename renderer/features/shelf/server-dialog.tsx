import Button from '@mui/material/Button';
import { useId, useState } from 'react';
import type { ModelServer } from '#contract/models.ts';
import { tellRefusal } from '#renderer/shared/refusal.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { useText } from '#renderer/shared/text.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Choice } from './settings-form.tsx';
import styles from './shelf.module.css';

const kinds = ['ollama', 'llama-server', 'vllm', 'other'] as const;
type Kind = (typeof kinds)[number];

interface Props {
  readonly server?: ModelServer;
  readonly onClose: () => void;
}

/** A server of the own network. Nothing is sent to it before its address was agreed to. */
export function ServerDialog({ server, onClose }: Props) {
  const { t } = useText('models');
  const { t: common } = useText('common');
  const client = useStudio((studio) => studio.client);
  const [name, setName] = useState(server?.name ?? '');
  const [address, setAddress] = useState(server?.address ?? 'http://');
  const [kind, setKind] = useState<Kind>(kinds.find((one) => one === server?.kind) ?? 'ollama');
  const [model, setModel] = useState(server?.model ?? '');
  const [context, setContext] = useState(String(server?.context ?? 4096));
  const [isConfirmed, setConfirmed] = useState(false);
  const [offered, setOffered] = useState<readonly string[]>([]);
  const [isBusy, setBusy] = useState(false);
  const ids = { name: useId(), address: useId(), model: useId(), context: useId(), confirm: useId(), offered: useId() };
  const tokens = Number(context);
  const isWhole = name.trim() !== '' && model.trim() !== '' && Number.isInteger(tokens) && tokens >= 256;

  async function during(act: () => Promise<void>): Promise<void> {
    setBusy(true);
    try {
      await act();
    } catch (error) {
      tellRefusal(error);
    } finally {
      setBusy(false);
    }
  }
  const look = () =>
    during(async () => {
      const found = await client.models.lookAtServer({ address, isConfirmed: true });
      setAddress(found.address);
      setOffered(found.models);
      if (model === '') setModel(found.models[0] ?? '');
    });
  const save = () =>
    during(async () => {
      const draft = { name, address, kind, model, context: tokens, isConfirmed: true } as const;
      await client.models.keepServer({ ...draft, ...(server && { serverId: server.id }) });
      onClose();
    });

  return (
    <Dialog
      title={t('server-add')}
      closeLabel={common('close')}
      onClose={onClose}
      actions={
        <Button variant="contained" disabled={!isConfirmed || !isWhole || isBusy} onClick={() => void save()}>
          {common('save')}
        </Button>
      }
    >
      <div className={styles.stack}>
        <label htmlFor={ids.name}>{t('server-name')}</label>
        <input id={ids.name} className={styles.input} value={name} onChange={({ target }) => setName(target.value)} />
        <label htmlFor={ids.address}>{t('server-address')}</label>
        <input
          id={ids.address}
          className={styles.input}
          value={address}
          onChange={({ target }) => {
            setAddress(target.value);
            setConfirmed(false);
          }}
        />
        <Choice label={t('server-kind')} value={kind} onChoose={(value) => setKind(value as Kind)}>
          {kinds.map((one) => (
            <option key={one} value={one}>
              {t(`kind-${one}`)}
            </option>
          ))}
        </Choice>
        <p className={styles.line}>
          <input
            id={ids.confirm}
            type="checkbox"
            checked={isConfirmed}
            onChange={({ target }) => setConfirmed(target.checked)}
          />
          <label htmlFor={ids.confirm}>{t('server-confirm')}</label>
        </p>
        <span>
          <Button variant="outlined" disabled={!isConfirmed || isBusy} onClick={() => void look()}>
            {t('server-look')}
          </Button>
        </span>
        <label htmlFor={ids.model}>{t('server-model')}</label>
        <input
          id={ids.model}
          className={styles.input}
          list={ids.offered}
          value={model}
          onChange={({ target }) => setModel(target.value)}
        />
        <datalist id={ids.offered}>
          {offered.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
        <label htmlFor={ids.context}>{t('server-context')}</label>
        <input
          id={ids.context}
          className={styles.input}
          inputMode="numeric"
          value={context}
          onChange={({ target }) => setContext(target.value)}
        />
        {(kind === 'ollama' || kind === 'other') && <p className={styles.hint}>{t('server-no-grammar')}</p>}
      </div>
    </Dialog>
  );
}
