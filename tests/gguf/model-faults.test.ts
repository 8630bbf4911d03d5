import { describe, expect, it } from 'vitest';
import { preflightReasons } from '#intelligence/models/gguf/preflight-fault.ts';
import { resources } from '#renderer/locales/resources.ts';

describe('every reason to refuse a model', () => {
  it.each(['en', 'ko'] as const)('has its sentence in %s, which names the file', (language) => {
    const sentences = resources[language].errors as Readonly<Record<string, string>>;
    const missing = preflightReasons.filter((reason) => !sentences[`model-refused-${reason}`]?.includes('{{name}}'));
    expect(missing).toEqual([]);
  });
});
