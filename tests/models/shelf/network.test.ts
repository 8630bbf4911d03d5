import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type GenerateRequest, wholeAnswer } from '#intelligence/models/language-models.ts';
import { isOwnNetwork, serverAddress } from '#intelligence/models/remote-address.ts';
import { writeTinyGguf } from '#tests/fixtures/tiny-gguf.ts';
import { temporaryFolder } from '#tests/library/open-studio.ts';
import { fileAnswer, type LocalServer, openAiAnswer, serveHere } from './local-server.ts';
import { all, openShelfStudio, type ShelfStudio } from './shelf-studio.ts';

let studio: ShelfStudio;
let server: LocalServer | undefined;
let model: Buffer;
let sha256: string;

beforeAll(() => {
  studio = openShelfStudio();
  const file = path.join(temporaryFolder(), 'model.gguf');
  writeTinyGguf(file, { name: 'Fetched' });
  model = readFileSync(file);
  sha256 = createHash('sha256').update(model).digest('hex');
  rmSync(path.dirname(file), { recursive: true });
});
afterEach(async () => {
  await server?.close();
  server = undefined;
});
afterAll(() => {
  studio.close();
  rmSync(studio.files, { recursive: true, force: true });
});

const shelf = () => studio.client.models.shelf();
const fileOf = (name: string) => path.join(studio.folder, 'models', name);
const modelAt = async (name: string) => (await shelf()).models.find((one) => one.path === fileOf(name));
const downloadOf = async (name: string) => (await shelf()).downloads.find((one) => one.path === fileOf(name));
const serve = async (answer: Parameters<typeof serveHere>[0]) => {
  server = await serveHere(answer);
  return server.address;
};

describe('a download', () => {
  const fetch = (url: string, hash?: string) =>
    all(studio.client.models.download({ url, isConfirmed: true, ...(hash && { sha256: hash }) }));

  it('puts the file on the shelf when it is whole, with its hash', async () => {
    const whole = fileAnswer(model);
    const address = await serve(() => whole);
    const stages = await fetch(`${address}/models/whole.gguf?download=true`, sha256);
    expect(stages.map(({ stage }) => stage)).toEqual(expect.arrayContaining(['begun', 'done']));
    expect(await modelAt('whole.gguf')).toMatchObject({ name: 'Fetched', origin: 'download', sha256 });
    expect(await downloadOf('whole.gguf')).toBeUndefined();
    expect(existsSync(fileOf('whole.gguf.part'))).toBe(false);
  });

  it('goes on where the line went dead, and fetches nothing twice', async () => {
    const half = Promise.withResolvers<void>();
    const broken = fileAnswer(model, { bytes: 100_000, when: half.promise });
    const address = await serve(() => broken);
    const fetching = fetch(`${address}/broken.gguf`, sha256);
    const part = fileOf('broken.gguf.part');
    void expect
      .poll(() => existsSync(part) && statSync(part).size)
      .toBe(100_000)
      .then(half.resolve, half.resolve);
    await expect(fetching).rejects.toMatchObject({
      data: { code: 'model.download-failed', facts: { reason: 'network' } },
    });
    const stopped = await downloadOf('broken.gguf');
    expect(stopped).toMatchObject({ now: null, refusal: { code: 'model.download-failed' } });
    const downloadId = stopped?.id ?? '';
    const stages = await all(studio.client.models.resumeDownload({ downloadId, isConfirmed: true }));
    expect(stages.at(-1)).toMatchObject({ stage: 'done', sha256 });
    expect(server?.asked[1]?.headers.range).toBe('bytes=100000-');
    expect(server?.asked[1]?.headers['if-range']).toBe('"same"');
  });

  it('deletes a file that is not the one expected', async () => {
    const whole = fileAnswer(model);
    const address = await serve(() => whole);
    await expect(fetch(`${address}/wrong.gguf`, 'f'.repeat(64))).rejects.toMatchObject({
      data: { facts: { reason: 'hash', detail: sha256 } },
    });
    expect(await modelAt('wrong.gguf')).toBeUndefined();
    expect([existsSync(fileOf('wrong.gguf')), existsSync(fileOf('wrong.gguf.part'))]).toEqual([false, false]);
  });

  it('does not keep what is no model', async () => {
    const page = fileAnswer(Buffer.from('<html>Please log in</html>'));
    const address = await serve(() => page);
    await expect(fetch(`${address}/page.gguf`)).rejects.toMatchObject({ data: { code: 'model.refused' } });
    expect(await modelAt('page.gguf')).toBeUndefined();
    expect(existsSync(fileOf('page.gguf'))).toBe(false);
  });

  it('says what the server said', async () => {
    const address = await serve(() => (_, response) => void response.writeHead(403).end());
    await expect(fetch(`${address}/forbidden.gguf`)).rejects.toMatchObject({
      data: { facts: { reason: 'status', detail: '403' } },
    });
  });

  it('can be stopped, keeps what came, and can be forgotten with it', async () => {
    const address = await serve(() => (_, response) => {
      response.writeHead(200, { 'content-length': model.length });
      response.write(model.subarray(0, 50_000));
    });
    const stages: string[] = [];
    for await (const stage of await studio.client.models.download({ url: `${address}/slow.gguf`, isConfirmed: true })) {
      stages.push(stage.stage);
      if (stage.stage !== 'receiving') continue;
      const downloadId = (await downloadOf('slow.gguf'))?.id ?? '';
      expect(await studio.client.models.stopDownload({ downloadId })).toEqual({ isStopping: true });
    }
    expect(stages.at(-1)).toBe('stopped');
    const kept = await downloadOf('slow.gguf');
    expect(kept).toMatchObject({ received: 50_000, total: model.length, refusal: null });
    expect(existsSync(fileOf('slow.gguf.part'))).toBe(true);
    await studio.client.models.forgetDownload({ downloadId: kept?.id ?? '' });
    expect(existsSync(fileOf('slow.gguf.part'))).toBe(false);
  });

  it('never begins without being agreed to, nor from what is no address', async () => {
    const asked = studio.client.models.download({ url: 'http://127.0.0.1/x.gguf', isConfirmed: false as true });
    await expect(asked).rejects.toMatchObject({ data: { code: 'request.invalid' } });
    for (const url of ['ftp://host/x.gguf', 'file:///etc/passwd', 'http://user:word@host/x', 'nothing'])
      await expect(fetch(url)).rejects.toMatchObject({ data: { facts: { reason: 'address' } } });
  });
});

describe('a server of the own network', () => {
  const request: GenerateRequest = {
    prompt: { kind: 'chat', messages: [{ speaker: 'user', text: 'a rose' }] },
    maxTokens: 20,
    urgency: 'interactive',
    requester: 'test',
  };
  const keep = async (address: string, kind: 'llama-server' | 'ollama', context = 512) => {
    await studio.client.models.preferences({ areServersOn: true });
    const draft = { name: 'Box', address, kind, model: 'big:32b', context, isConfirmed: true } as const;
    const { id } = await studio.client.models.keepServer(draft);
    await studio.client.models.cast({ role: 'composer', player: { kind: 'server', serverId: id } });
  };
  const answer = (over: Partial<GenerateRequest> = {}, signal?: AbortSignal) =>
    wholeAnswer(studio.core.languageModels.generate('composer', { ...request, ...over }, signal), signal);

  it('plays a role like a model of this machine, and is said to lie elsewhere', async () => {
    await keep(await serve(openAiAnswer(['Rose ', '와 ', '머스크'])), 'llama-server');
    expect(studio.core.languageModels.stateOf('composer')).toMatchObject({
      kind: 'server',
      leavesMachine: true,
      canUseGrammar: true,
    });
    const gbnf = 'root ::= "Rose"';
    const { text, done } = await answer({ seed: 7, grammar: { gbnf, ifUnsupported: 'refuse' }, sampling: 'careful' });
    expect(text).toBe('Rose 와 머스크');
    expect(done).toMatchObject({ end: 'finished', tokens: 3, promptTokens: 7, isConstrained: true });
    const body = JSON.parse(server?.asked.at(-1)?.body ?? '{}') as Record<string, unknown>;
    expect(body).toMatchObject({
      model: 'big:32b',
      stream: true,
      seed: 7,
      grammar: gbnf,
      temperature: 0.3,
      max_tokens: 20,
    });
    expect(body.messages).toEqual([{ role: 'user', content: 'a rose' }]);
  });

  it('is not asked before servers are turned on, nor when they are off again', async () => {
    const address = await serve(openAiAnswer(['x']));
    await studio.client.models.preferences({ areServersOn: false });
    await expect(studio.client.models.lookAtServer({ address, isConfirmed: true })).rejects.toMatchObject({
      data: { code: 'model.server-failed', facts: { reason: 'off' } },
    });
    await keep(address, 'ollama');
    expect(await studio.client.models.lookAtServer({ address, isConfirmed: true })).toEqual({
      address: `${address}/v1`,
      models: ['big:32b', 'small'],
    });
    await studio.client.models.preferences({ areServersOn: false });
    await expect(answer()).rejects.toMatchObject({ code: 'model.server-failed', facts: { reason: 'off' } });
    expect(studio.core.languageModels.stateOf('composer')).toEqual({ kind: 'nobody' });
    expect(server?.asked.map(({ path }) => path)).toEqual(['/v1/models']);
  });

  it('that cannot be held to a grammar refuses one, or says that it left it out', async () => {
    await keep(await serve(openAiAnswer(['anything'])), 'ollama');
    const gbnf = 'root ::= "Rose"';
    await expect(answer({ grammar: { gbnf, ifUnsupported: 'refuse' } })).rejects.toMatchObject({
      code: 'model.cannot',
      facts: { reason: 'grammar', name: 'Box' },
    });
    const { text, done } = await answer({ grammar: { gbnf, ifUnsupported: 'leave-out' } });
    expect([text, done?.isConstrained]).toEqual(['anything', false]);
  });

  it('is never sent a prompt it would cut in silence', async () => {
    await keep(await serve(openAiAnswer(['x'])), 'ollama', 256);
    const prompt = { kind: 'text', text: '장미와 머스크 '.repeat(40) } as const;
    await expect(answer({ prompt })).rejects.toMatchObject({ code: 'model.prompt-too-long', facts: { context: 256 } });
    expect(server?.asked).toEqual([]);
  });

  it('is left when the answer is cancelled', async () => {
    await keep(await serve(openAiAnswer(new Array(200).fill('word '), { pause: 20 })), 'llama-server');
    const stop = new AbortController();
    let last = '';
    for await (const event of studio.core.languageModels.generate('composer', request, stop.signal)) {
      if (event.kind === 'text') stop.abort();
      if (event.kind === 'done') last = event.end;
    }
    expect(last).toBe('cancelled');
  });

  it('that is not there, or talks nonsense, is said to', async () => {
    const gone = await serve(() => (_, response) => void response.end('hello'));
    await keep(gone, 'ollama');
    await server?.close();
    await expect(answer()).rejects.toMatchObject({ code: 'model.server-failed', facts: { reason: 'unreachable' } });
    const silly = await serve(() => (_, response) => void response.end('data: hello\n\n'));
    await keep(silly, 'ollama');
    await expect(answer()).rejects.toMatchObject({ facts: { reason: 'nonsense' } });
  });

  it('has to lie in the own network', async () => {
    const draft = { name: 'Far', kind: 'other', model: 'm', context: 4096, isConfirmed: true } as const;
    for (const address of [
      'http://8.8.8.8/v1',
      'https://[2001:4860:4860::8888]/v1',
      'ftp://10.0.0.1',
      'http://u:p@10.0.0.1/',
    ]) {
      await expect(studio.client.models.keepServer({ ...draft, address })).rejects.toMatchObject({
        data: { code: 'model.invalid', facts: { reason: 'address' } },
      });
    }
    const own = [
      '127.0.0.1',
      '192.168.1.5',
      '10.2.3.4',
      '172.20.0.1',
      '100.101.1.1',
      '::1',
      'fd00::1',
      '::ffff:10.0.0.1',
    ];
    const foreign = ['8.8.8.8', '172.32.0.1', '2001:db8::1', '::ffff:8.8.8.8', 'rose'];
    expect([own.every(isOwnNetwork), foreign.some(isOwnNetwork)]).toEqual([true, false]);
    expect(serverAddress(' box.local:11434 ')).toBe('http://box.local:11434/v1');
    expect(serverAddress('https://box.local/openai/v1/')).toBe('https://box.local/openai/v1');
  });
});
