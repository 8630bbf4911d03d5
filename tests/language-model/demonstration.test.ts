import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Llama, LlamaContextSequence, LlamaModel, Token } from 'node-llama-cpp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modelFactsOf } from '#intelligence/models/gguf/model-facts.ts';
import { preflightModel } from '#intelligence/models/gguf/preflight.ts';
import { chatTemplate } from '#intelligence/models/gguf/tokenizer/chat-markup.ts';
import type { DemonstrationManifest } from '#intelligence/training/language-model/make-demonstration.ts';
import { exactly, largestDifference, logProbabilitiesByLlama, openBareLlama } from '#tests/gguf/bare-llama.ts';
import { logProbabilitiesByReference, readReferenceModel } from '#tests/gguf/reference-forward.ts';

const folder = path.resolve('native-models/demonstration');
const manifest = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8')) as DemonstrationManifest;
const file = path.join(folder, manifest.file);

let llama: Llama;
let model: LlamaModel;
let sequence: LlamaContextSequence;
beforeAll(async () => {
  llama = await openBareLlama();
  model = await llama.loadModel({ modelPath: file });
  sequence = (await model.createContext({ contextSize: 512, threads: 1 })).getSequence();
});
afterAll(() => llama?.dispose());

/** The likeliest answer, and whether it ended by itself. */
async function answerTo(question: string): Promise<{ readonly text: string; readonly isWhole: boolean }> {
  const prompt = `<|im_start|>user\n${question}<|im_end|>\n<|im_start|>assistant\n`;
  await sequence.clearHistory();
  const said: Token[] = [];
  for await (const token of sequence.evaluate(model.tokenize(prompt, true), { temperature: 0, yieldEogToken: true })) {
    if (model.isEogToken(token)) return { text: model.detokenize(said), isWhole: true };
    said.push(token);
    if (said.length > 250) break;
  }
  return { text: model.detokenize(said), isWhole: false };
}

describe('the demonstration model', () => {
  it('is the file its manifest names, and small', () => {
    const bytes = readFileSync(file);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(manifest.sha256);
    expect(bytes.length).toBe(manifest.size);
    expect(bytes.length).toBeLessThan(12e6);
  });

  it('passes the preflight and says what it is', async () => {
    const seen = await preflightModel(file);
    expect(seen.verdict).toBe('fit');
    if (seen.verdict !== 'fit') return;
    expect(modelFactsOf(seen.header)).toMatchObject({
      architecture: 'llama',
      storedAs: 'F16',
      isTied: false,
      licence: 'MIT',
      chatTemplate,
      parameters: manifest.figures.parameters,
    });
  });

  it('says in llama.cpp what its weights say', async () => {
    const tokens = [...model.tokenize('<|im_start|>user\n베르가못 오일? What is vanillin?<|im_end|>\n', true)].slice(
      0,
      24,
    );
    const context = await model.createContext(exactly);
    const theirs = await logProbabilitiesByLlama(context, tokens);
    await context.dispose();
    const ours = logProbabilitiesByReference(await readReferenceModel(file), tokens);
    expect(largestDifference(theirs, ours)).toBeLessThan(0.05);
  });

  it.each([
    ['안녕하세요.', /원료|향|포뮬러/],
    ['Who are you?', /demonstration model/],
    ['누구세요?', /시연용/],
    ['Is this formula safe?', /verdict/],
    ['Describe Vanillin.', /gourmand|vanilla/i],
    ['바닐린은 어떤 향인가요?', /구르망|바닐라/],
  ])('answers %s', async (question, answer) => {
    const { text, isWhole } = await answerTo(question);
    expect(text).toMatch(answer);
    expect(isWhole).toBe(true);
    expect(/[가-힣]/.test(text)).toBe(/[가-힣]/.test(question));
  });

  it('drafts formulas line by line', async () => {
    const { text, isWhole } = await answerTo('Propose a woody formula.');
    const lines = text.split('\n').map((line) => JSON.parse(line) as { material: string; parts: number });
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.every(({ material, parts }) => material.length > 0 && parts > 0)).toBe(true);
    expect(isWhole).toBe(true);
  });

  it('reads a brief into JSON', async () => {
    const { text } = await answerTo('Read this brief as JSON: It should be woody. For winter.');
    expect(JSON.parse(text)).toMatchObject({ families: ['woody'], seasons: ['winter'] });
  });
});
