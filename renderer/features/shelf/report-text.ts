import type { Diagnosis } from '#contract/models.ts';
import type { Refusal } from '#renderer/shared/refusal.ts';
import { numberText, sizeText } from '#renderer/shared/size-text.ts';
import type { Language, useText } from '#renderer/shared/text.ts';

type Words = ReturnType<typeof useText<'models'>>['t'];

/** The diagnosis as text for a person to read and send, in the language of the moment. */
export function reportText(
  diagnosis: Diagnosis,
  t: Words,
  language: Language,
  sentenceFor: (refusal: Refusal) => string,
): string {
  const { backend, model, problems, log } = diagnosis;
  const size = (bytes: number) => sizeText(bytes, language);
  const seconds = (ms: number) => t('in-seconds', { value: numberText(ms / 1000, language) });
  const backendName = (name: string) =>
    name === 'auto' || name === 'cuda' || name === 'vulkan' || name === 'metal'
      ? t(`backend-${name}`)
      : t('backend-cpu');
  const line = (label: string, ...values: (string | false | null)[]) =>
    `${label}: ${values.filter(Boolean).join(', ')}`;
  return [
    t('report-title'),
    line(t('report-made'), diagnosis.made),
    line(t('report-system'), `${diagnosis.platform} ${diagnosis.arch} ${diagnosis.system}`, `Node ${diagnosis.node}`),
    line(t('report-processor'), diagnosis.processor, `${diagnosis.threads} × ${t('threads')}`),
    line(t('report-memory'), t('memory-ram', { free: size(diagnosis.ramFree), total: size(diagnosis.ramTotal) })),
    diagnosis.vramTotal > 0 &&
      line(t('report-card'), t('memory-ram', { free: size(diagnosis.vramFree), total: size(diagnosis.vramTotal) })),
    line('llama.cpp', diagnosis.llamaRelease ?? '-'),
    line(t('report-wish'), backendName(diagnosis.wish)),
    backend && line(t('report-uses'), backendName(backend.backend), ...backend.devices),
    ...(backend?.findings ?? []).map(
      ({ backend: name, verdict, detail }) => `  ${backendName(name)}: ${t(`finding-${verdict}`, { detail })}`,
    ),
    model
      ? line(t('report-model'), model.name, model.architecture, model.storedAs, size(model.bytes))
      : t('report-no-model'),
    model && line(t('context'), String(model.context)),
    model && line(t('gpu-layers'), `${model.gpuLayers} / ${model.layers}`),
    model && line(t('report-loading'), seconds(model.loadMs)),
    model && line(t('report-first'), seconds(model.msToFirstToken)),
    model && line(t('report-speed'), t('per-second', { value: numberText(model.tokensPerSecond, language) })),
    line(t('report-process'), breakerName(diagnosis.breaker, t), t('report-starts', { count: diagnosis.starts })),
    line(t('report-problems'), problems.length === 0 && t('report-none')),
    ...problems.map(({ code, facts }) => `  ${sentenceFor({ code: code as Refusal['code'], facts })}`),
    line(t('report-log'), log.length === 0 && t('report-none')),
    ...log.map((each) => `  ${each}`),
  ]
    .filter((each) => typeof each === 'string')
    .join('\n');
}

function breakerName(state: string, t: Words): string {
  if (state === 'half-open') return t('breaker-half-open');
  return state === 'open' ? t('stage-off') : t('breaker-closed');
}
