import { type EncoderFault, StudioError } from '#foundation/errors.ts';

/** The refusal of a folder that holds no encoder the studio can use; `name` is the folder’s, `detail` says where. */
export function encoderFault(reason: EncoderFault, name: string, detail = '', cause?: unknown): StudioError {
  return new StudioError('encoder.refused', { reason, name, detail }, { cause });
}
