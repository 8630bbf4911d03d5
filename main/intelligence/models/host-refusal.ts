/** @file What the process of the models could not do, in the perfumer's terms. */
import { isStudioError, StudioError } from '#foundation/errors.ts';
import { AskFailed } from './host/host-link.ts';

/** The refusal behind an error of the host about the model called `name`; anything else as it came. */
export function inPerfumersTerms(error: unknown, name: string): unknown {
  if (isStudioError(error) || !(error instanceof AskFailed)) return error;
  const { kind, detail, counts } = error.failure;
  switch (kind) {
    case 'too-long':
      return counts ? new StudioError('model.prompt-too-long', counts) : error;
    case 'memory':
      return new StudioError('model.load-failed', { name, detail }, { cause: error });
    case 'load':
    case 'backend':
      return new StudioError('model.load-failed', { name, detail }, { cause: error });
    case 'grammar':
      return new StudioError('model.invalid', { reason: 'grammar', text: detail }, { cause: error });
    case 'adapter':
      return new StudioError('model.cannot', { reason: 'adapter', name }, { cause: error });
    case 'unloaded':
    case 'not-loaded':
      return new StudioError('model.unloaded', { name }, { cause: error });
    case 'bug':
      return error;
  }
}
