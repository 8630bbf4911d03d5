import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readingSignature } from '#intelligence/language/encoder/encoder-manifest.ts';
import { openShippedEncoder } from '#intelligence/language/encoder/shipped-encoder.ts';
import type { SentenceEncoder } from '#intelligence/language/sentence-encoder.ts';
import { OrtClient } from '#intelligence/models/ort-client.ts';
import { encoderFolder, manifestOf } from './encoder-source.ts';

const ort = new OrtClient();
let encoder: SentenceEncoder;
beforeAll(async () => {
  encoder = await openShippedEncoder(encoderFolder, ort);
});
afterAll(() => ort.stop());

async function cosines(pairs: readonly (readonly [string, string])[]): Promise<readonly number[]> {
  const vectors = await encoder.encode(pairs.flat(), 'query');
  const { dimensions } = encoder;
  return pairs.map((_, at) => {
    let sum = 0;
    for (let axis = 0; axis < dimensions; axis++) {
      sum += vectors[2 * at * dimensions + axis]! * vectors[(2 * at + 1) * dimensions + axis]!;
    }
    return sum;
  });
}

/** Said, what is near it, what is far from it. */
const triples: readonly (readonly [string, string, string])[] = [
  ['상큼한 느낌이면 좋을 것 같은데', 'zesty citrus', '머스크'],
  ['레몬이랑 라임', 'lemon and lime', 'patchouli'],
  ['시원한 바다가 생각나요', 'marine, seaside', '바닐라'],
  ['포근하고 따뜻한 담요', 'warm and cozy', 'lemon'],
  ['장미꽃 한 다발', 'a bouquet of roses', '스모키한 가죽'],
  ['비 온 뒤 흙냄새', 'wet earth, petrichor', 'cotton candy'],
  ['솜사탕처럼 달콤하게', 'sugary sweet gourmand', '이끼'],
  ['smoky leather jacket', '스모키 레더', '복숭아'],
  ['juicy peach', '복숭아 과즙', '가죽'],
  ['clean laundry', '깨끗한 빨래', '우드'],
  ['샌달우드의 부드러움', 'creamy sandalwood', 'grapefruit'],
  ['크리스마스 향신료', 'christmas spices', 'sea breeze'],
  ['시나몬과 정향', 'cinnamon, clove', 'cucumber'],
  ['하얀 꽃 자스민', 'white jasmine', 'tobacco'],
  ['커피와 초콜릿', 'coffee and chocolate', 'lily of the valley'],
  ['침향과 유향', 'oud and frankincense', 'apple'],
  ['여름 휴가', 'summer vacation', 'winter night'],
  ['라벤더 허브', 'aromatic lavender', 'banana'],
  ['풀 냄새 나는 초록', 'green, grassy', 'caramel'],
  ['파우더리한 아이리스', 'powdery orris', 'seaweed'],
  ['베티버 뿌리', 'vetiver root', 'strawberry'],
  ['관능적인 앰버', 'sensual amber', 'mint'],
  ['민트의 청량감', 'cooling peppermint', 'honey'],
  ['홍차 한 잔', 'black tea', 'leather'],
];

describe('the shipped encoder', () => {
  it('is what its manifest says, for the code that reads texts now', () => {
    const manifest = manifestOf(encoderFolder);
    expect(manifest).toMatchObject({ id: 'sillage-encoder', kind: 'encoder', dimensions: 256, licence: 'MIT' });
    expect(manifest.reading).toBe(readingSignature());
    expect(manifest.bytes).toBeLessThan(20e6);
    expect(encoder.id).toBe(`sillage-encoder@${manifest.sha256.slice(0, 12)}`);
  });

  it('puts most sentences nearer to what they mean in the other language than to something else', async () => {
    const near = await cosines(triples.map(([said, meant]) => [said, meant]));
    const far = await cosines(triples.map(([said, , other]) => [said, other]));
    const missed = triples.flatMap(([said], at) => (near[at]! > far[at]! + 0.1 ? [] : [said]));
    expect(missed.length, missed.join(', ')).toBeLessThanOrEqual(2);
  });

  it('moves away from what is denied', async () => {
    const [rose, without, musk, no] = await cosines([
      ['장미 머스크', '머스크'],
      ['머스크 없는 장미', '머스크'],
      ['vanilla and musk', 'musk'],
      ['vanilla without musk', 'musk'],
    ]);
    expect(without).toBeLessThan(rose! - 0.15);
    expect(no).toBeLessThan(musk! - 0.15);
  });

  it('hardly minds endings, spacing, slips, unknown words and NFD', async () => {
    const same = await cosines([
      ['상큼한 봄 향수', '상큼하고 봄에 어울리는 향'],
      ['로맨틱한 장미', '로맨틱한장미'],
      ['베르가못과 라벤더', '베르가모트 라벤더'],
      ['warm vanilla', 'wram vanilla'],
      ['우디한 향', '쿼블렉스 우디한 향'],
    ]);
    expect(Math.min(...same)).toBeGreaterThan(0.5);
    const [nfd] = await cosines([['비 온 뒤 흙', '비 온 뒤 흙'.normalize('NFD')]]);
    expect(nfd).toBeCloseTo(1, 5);
  });

  it('answers unit vectors, the same alone and among others', async () => {
    const texts = triples.flat();
    const all = await encoder.encode(texts, 'passage');
    const alone = await encoder.encode([texts[7]!], 'passage');
    const { dimensions } = encoder;
    for (const [at, value] of alone.entries()) expect(all[7 * dimensions + at]).toBeCloseTo(value, 5);
    expect(Math.hypot(...alone)).toBeCloseTo(1, 5);
    expect((await encoder.encode([''], 'query')).every(Number.isFinite)).toBe(true);
    expect(await encoder.encode([], 'query')).toHaveLength(0);
  });

  it('is refused when damaged or made for other code', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'sillage-encoder-'));
    const write = (change: object) =>
      writeFileSync(path.join(folder, 'manifest.json'), JSON.stringify({ ...manifestOf(encoderFolder), ...change }));
    await expect(openShippedEncoder(folder, ort)).rejects.toMatchObject({ code: 'model.load-failed' });
    cpSync(encoderFolder, folder, { recursive: true });
    write({ sha256: '0'.repeat(64) });
    await expect(openShippedEncoder(folder, ort)).rejects.toMatchObject({ facts: { detail: 'the file is damaged' } });
    write({ reading: 'another' });
    await expect(openShippedEncoder(folder, ort)).rejects.toMatchObject({ code: 'model.load-failed' });
    rmSync(folder, { recursive: true });
  });
});
