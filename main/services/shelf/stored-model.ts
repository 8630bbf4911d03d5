/** @file A model as it is kept, and as it is handed to whoever plays it. */
import type { Inspection } from '#intelligence/models/inspect-model.ts';
import { type ModelSettings, usualSettings } from '#intelligence/models/model-settings.ts';
import type { ModelToPlay } from '#intelligence/models/model-to-play.ts';
import type { StoredModel } from '#library/sqlite/model-store.ts';

/** What was found in its file; undefined until somebody looked. */
export const inspectionOf = ({ seen }: StoredModel): Inspection | undefined => (seen as Inspection | null) ?? undefined;

/** Its settings; what was never set is as usual. */
export const settingsOf = ({ settings }: StoredModel): ModelSettings => ({
  ...usualSettings,
  ...(settings as Partial<ModelSettings>),
});

/** What a person calls it: the file's own name, or where it came from. A shipped one is only a demonstration. */
export function nameOf(model: StoredModel): string {
  const verdict = inspectionOf(model)?.verdict;
  const own = verdict?.facts?.name;
  return model.origin === 'ollama' || !own ? model.label.replace(/\.gguf$/i, '') : own;
}

export const isDemonstration = ({ origin }: StoredModel): boolean => origin === 'shipped';

/** The model for the keeper, if its file was looked at and passed. */
export function toPlay(model: StoredModel): ModelToPlay | undefined {
  const inspection = inspectionOf(model);
  if (inspection?.verdict.kind !== 'fit') return undefined;
  const { bytes, written, verdict } = inspection;
  return {
    id: model.id,
    name: nameOf(model),
    path: model.path,
    seen: { bytes, written },
    facts: verdict.facts,
    settings: settingsOf(model),
    isDemonstration: isDemonstration(model),
  };
}
