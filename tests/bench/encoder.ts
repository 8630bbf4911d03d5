/** @file How long a query takes to encode, from text to vector, with the hop to the ORT worker and back. */
import path from 'node:path';
import { openShippedEncoder } from '#intelligence/language/encoder/shipped-encoder.ts';
import { OrtClient } from '#intelligence/models/ort-client.ts';
import type { Figure, Measuring } from './safety.ts';

const queries = [
  '상큼하고 로맨틱한 봄 향수',
  '비 온 뒤 흙내음 나는 원료',
  '너무 달지 않은 바닐라',
  'a green note that is not galbanum',
  '겨울 밤에 어울리는 스모키한 앰버',
  'clean musk for the office',
];

/** Measures the encoder. Takes a few seconds. */
export async function measureEncoder({
  quick,
}: Measuring): Promise<Record<string, Figure | Omit<Figure, 'goal' | 'holds'>>> {
  const ort = new OrtClient();
  const opening = performance.now();
  const encoder = await openShippedEncoder(path.resolve(import.meta.dirname, '../../native-models/encoder'), ort);
  const opened = performance.now() - opening;
  const times: number[] = [];
  for (let at = 0; at < (quick ? 300 : 1500); at++) {
    const began = performance.now();
    await encoder.encode([queries[at % queries.length] as string], 'query');
    times.push(performance.now() - began);
  }
  const passages = Array.from({ length: 256 }, (_, at) => `${queries[at % 6]} ${queries[(at * 5 + 1) % 6]} ${at}`);
  const began = performance.now();
  await encoder.encode(passages, 'passage');
  const each = (performance.now() - began) / passages.length;
  await ort.stop();
  const sorted = times.slice(50).sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] as number;
  return {
    'encoder.query.median': { value: median, unit: 'ms', goal: 'under 2', holds: median < 2 },
    'encoder.query.p95': { value: sorted[Math.floor(sorted.length * 0.95)] as number, unit: 'ms' },
    'encoder.passage': { value: each, unit: 'ms each, 32 together' },
    'encoder.opening': { value: opened, unit: 'ms' },
  };
}
