/** @file Puts a path on the shelf, whether it is a file or a folder, and tells how it goes. */
import { useEffect, useRef, useState } from 'react';
import { tell } from '#renderer/shared/notices.ts';
import { refusalOf, sentenceFor, tellRefusal } from '#renderer/shared/refusal.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { useText } from '#renderer/shared/text.ts';

export interface Refused {
  readonly name: string;
  readonly why: string;
}

export interface Adding {
  /** What is going on now. */
  readonly status: string | undefined;
  readonly isBusy: boolean;
  /** Files of the last folder that were refused. */
  readonly refused: readonly Refused[];
  addFile(path: string): Promise<void>;
  addFolder(path: string): Promise<void>;
  stop(): void;
}

export function useAdding(): Adding {
  const { t } = useText('models');
  const client = useStudio((studio) => studio.client);
  const [status, setStatus] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const stop = useRef<AbortController>(undefined);
  useEffect(() => () => stop.current?.abort(), []);

  async function doing(act: (signal: AbortSignal) => Promise<void>): Promise<void> {
    const leaving = new AbortController();
    stop.current = leaving;
    setBusy(true);
    setRefused([]);
    setStatus(undefined);
    try {
      await act(leaving.signal);
    } catch (error) {
      if (leaving.signal.aborted) setStatus(t('folder-cancelled'));
      else tellRefusal(error);
    } finally {
      setBusy(false);
    }
  }

  return {
    status,
    isBusy,
    refused,
    stop: () => stop.current?.abort(),
    addFile: (path) =>
      doing(async () => {
        const { modelId } = await client.models.add({ path });
        const { models } = await client.models.shelf();
        tell({ tone: 'good', text: t('added', { name: models.find(({ id }) => id === modelId)?.name ?? path }) });
      }),
    addFolder: (path) =>
      doing(async (signal) => {
        for await (const stage of await client.models.addFolder({ path }, { signal })) {
          if (stage.stage === 'looking') setStatus(t('folder-looking', { folders: stage.folders, found: stage.found }));
          else if (stage.stage === 'checking') setStatus(t('folder-checking', { name: stage.name }));
          else if (stage.stage === 'cancelled') setStatus(t('folder-cancelled'));
          else if (stage.stage === 'done')
            setStatus(t('folder-done', { found: stage.found, folders: stage.folders, added: stage.added }));
          else {
            const { name, reason, detail } = stage;
            const why = sentenceFor(refusalOf({ data: { code: 'model.refused', facts: { name, reason, detail } } }));
            setRefused((before) => [...before, { name, why }]);
          }
        }
      }),
  };
}
