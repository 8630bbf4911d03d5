import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GenerateRequest, type ModelEvent, wholeAnswer } from '#intelligence/models/language-models.ts';
import type { ModelToPlay } from '#intelligence/models/model-to-play.ts';
import { tinyShape, writeTinyAdapter } from '#tests/fixtures/tiny-gguf.ts';
import { openSmallHost, type SmallHost } from './small-host.ts';

let small: SmallHost;
let tiny: ModelToPlay;

beforeAll(async () => {
  small = openSmallHost();
  tiny = await small.write('tiny');
  small.cast('assistant', { kind: 'local', model: tiny });
});
afterAll(() => small.close());

const asked = (over: Partial<GenerateRequest> = {}): GenerateRequest => ({
  prompt: { kind: 'chat', messages: [{ speaker: 'user', text: '베르가못과 어울리는 원료는?' }] },
  maxTokens: 40,
  seed: 1,
  urgency: 'interactive',
  requester: 'test',
  ...over,
});
const answer = (over: Partial<GenerateRequest> = {}, signal?: AbortSignal) =>
  wholeAnswer(small.models.generate('assistant', asked(over), signal), signal);
const eventsOf = async (over: Partial<GenerateRequest> = {}) => {
  const events: ModelEvent[] = [];
  for await (const event of small.models.generate('assistant', asked(over))) events.push(event);
  return events;
};

describe('answers of a model in its own process', () => {
  it('come as text, with what they took', async () => {
    const events = await eventsOf();
    const kinds = [...new Set(events.map(({ kind }) => kind))];
    expect(kinds).toEqual(['loading', 'started', 'text', 'done']);
    expect(events.find((event) => event.kind === 'started')).toMatchObject({ modelName: 'tiny', leavesMachine: false });
    const done = events.at(-1);
    expect(done).toMatchObject({ kind: 'done', end: 'length', tokens: 40 });
    expect(done?.kind === 'done' && done.tokensPerSecond).toBeGreaterThan(0);
    expect(done?.kind === 'done' && done.msToFirstToken).toBeGreaterThan(0);
  });

  it('are the same for the same seed and differ for another', async () => {
    const [first, again, other] = [await answer(), await answer(), await answer({ seed: 2 })];
    expect(first.text.length).toBeGreaterThan(0);
    expect(again.text).toBe(first.text);
    expect(other.text).not.toBe(first.text);
  });

  it('say the likeliest where that is asked, whatever the seed', async () => {
    const exact = { sampling: 'exact' } as const;
    expect((await answer({ ...exact, seed: 1 })).text).toBe((await answer({ ...exact, seed: 9 })).text);
  });

  it('hold to a grammar every time', async () => {
    const gbnf =
      'root ::= "{\\"note\\": \\"" note "\\", \\"parts\\": " [1-9] [0-9]? "}"\nnote ::= "rose" | "장미" | "musk"';
    for (let seed = 1; seed <= 10; seed += 1) {
      const { text, done } = await answer({ seed, grammar: { gbnf, ifUnsupported: 'refuse' } });
      expect(done).toMatchObject({ end: 'finished', isConstrained: true });
      const value = JSON.parse(text) as { note: string; parts: number };
      expect(['rose', '장미', 'musk']).toContain(value.note);
      expect(value.parts).toBeGreaterThanOrEqual(1);
      expect(value.parts).toBeLessThanOrEqual(99);
    }
  });

  it('refuse a grammar that is none', async () => {
    await expect(answer({ grammar: { gbnf: 'root ::= (', ifUnsupported: 'refuse' } })).rejects.toMatchObject({
      code: 'model.invalid',
      facts: { reason: 'grammar' },
    });
  });

  it('end before a stop', async () => {
    const gbnf = 'root ::= "rose END musk"';
    const { text, done } = await answer({ grammar: { gbnf, ifUnsupported: 'refuse' }, stop: [' END'] });
    expect([text, done?.end]).toEqual(['rose', 'stop']);
  });

  it('end when the context is full, and say so', async () => {
    const endless = { gbnf: 'root ::= [a-z] root', ifUnsupported: 'refuse' } as const;
    const { done } = await answer({ maxTokens: 5000, grammar: endless });
    expect(done).toMatchObject({ end: 'context-full' });
    expect((done?.tokens ?? 0) + (done?.promptTokens ?? 0)).toBe(512);
  });

  it('refuse a prompt that does not fit, with the numbers, and cut nothing', async () => {
    const prompt = { kind: 'text', text: 'bergamot and rose '.repeat(400) } as const;
    const { tokens } = await small.models.countTokens('assistant', prompt);
    expect(tokens).toBeGreaterThan(512);
    await expect(answer({ prompt })).rejects.toMatchObject({
      code: 'model.prompt-too-long',
      facts: { tokens, room: 472, context: 512 },
    });
  });

  it('summarise what does not fit only where that is asked, and say it', async () => {
    const prompt = { kind: 'text', text: '장미와 머스크. '.repeat(150) } as const;
    const summarising: number[] = [];
    let answered: ModelEvent | undefined;
    try {
      for await (const event of small.models.generate(
        'assistant',
        asked({ prompt, ifTooLong: 'summarise', maxTokens: 8 }),
      )) {
        if (event.kind === 'summarising') summarising.push(event.tokens);
        if (event.kind === 'done') answered = event;
      }
    } catch (error) {
      expect(error).toMatchObject({ code: 'model.prompt-too-long' }); // a model that says nothing sensible may not get shorter
    }
    expect(summarising[0]).toBeGreaterThan(504);
    if (answered?.kind === 'done') expect(answered.promptTokens).toBeLessThanOrEqual(504);
  });

  it('stop within 100 ms of being cancelled', async () => {
    const stop = new AbortController();
    let cancelledAt = 0;
    let tokens = 0;
    for await (const event of small.models.generate('assistant', asked({ maxTokens: 480 }), stop.signal)) {
      if (event.kind === 'text' && cancelledAt === 0) {
        cancelledAt = performance.now();
        stop.abort();
      }
      if (event.kind === 'done') {
        tokens = event.tokens;
        expect(event.end).toBe('cancelled');
      }
    }
    expect(tokens).toBeLessThan(480);
    expect((await answer()).done?.end).toBe('length');
  });

  it('stop when whoever asked goes away', async () => {
    for await (const event of small.models.generate('assistant', asked({ maxTokens: 480 }))) {
      if (event.kind === 'text') break;
    }
    expect((await answer()).done?.end).toBe('length');
  });

  it('let a question pass a long background answer, which then goes on where it was', async () => {
    const background = {
      urgency: 'background',
      requester: 'long',
      maxTokens: 400,
      sampling: 'exact',
      seed: 3,
    } as const;
    const alone = await answer(background);
    let questionAt = 0;
    let longAt = 0;
    const long = answer(background).then((done) => {
      longAt = performance.now();
      return done;
    });
    await new Promise((resolve) => setTimeout(resolve, 60));
    const question = answer({ maxTokens: 5 }).then(() => (questionAt = performance.now()));
    const [interrupted] = await Promise.all([long, question]);
    expect(questionAt).toBeLessThan(longAt);
    expect(interrupted.text).toBe(alone.text);
  });

  it('say how probable a text is', async () => {
    const prompt = { kind: 'text', text: 'rose ' } as const;
    const by = { prompt, urgency: 'background', requester: 'test' } as const;
    const scored = await small.models.logProbabilities('assistant', { ...by, text: 'musk 향' });
    expect(scored.map(({ text }) => text).join('')).toContain('musk');
    for (const { logProbability } of scored) expect(logProbability).toBeLessThan(0);
  });

  it('follow an adapter, and go back without it', async () => {
    const path = `${small.folder}/adapter.gguf`;
    writeTinyAdapter(path, { ...tinyShape, vocabulary: tiny.facts.vocabulary ?? 0 }, { alpha: 64 });
    const plain = await answer();
    const adapted = await answer({ adapter: { path } });
    expect(adapted.text).not.toBe(plain.text);
    expect((await answer()).text).toBe(plain.text);
  });

  it('never let an adapter near the model that the preflight refuses', async () => {
    await expect(answer({ adapter: { path: tiny.path } })).rejects.toMatchObject({
      code: 'model.refused',
      facts: { reason: 'not-an-adapter' },
    });
  });

  it('refuse by the role where nobody plays it', async () => {
    const events = small.models.generate('emotion', asked());
    await expect(wholeAnswer(events)).rejects.toMatchObject({ code: 'model.no-model', facts: { role: 'emotion' } });
    expect(small.models.stateOf('emotion')).toEqual({ kind: 'nobody' });
    expect(small.models.stateOf('assistant')).toMatchObject({ kind: 'local', isLoaded: true, context: 512 });
  });
});
