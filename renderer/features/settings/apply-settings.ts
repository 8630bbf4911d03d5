import type { Settings } from '#contract/settings.ts';
import { tellRefusal } from '#renderer/shared/refusal.ts';
import { changeSettings, useStudio } from '#renderer/shared/studio.ts';

/** Changes settings at once; when the core refuses, says why and shows again what is in force. */
export async function applySettings(patch: Partial<Settings>): Promise<void> {
  try {
    await changeSettings(patch);
  } catch (error) {
    tellRefusal(error);
    const inForce = await useStudio
      .getState()
      .client.settings.get()
      .catch(() => undefined);
    if (inForce) useStudio.setState({ settings: inForce });
  }
}
