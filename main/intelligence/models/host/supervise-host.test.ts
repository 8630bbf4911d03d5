import { describe, expect, it } from 'vitest';
import type { HostExit, HostProcess } from './host-process.ts';
import type { FromHost, HostAct, ToHost } from './host-protocol.ts';
import { type HostNeeds, superviseHost } from './supervise-host.ts';

const memory = { ramFree: 8e9, ramTotal: 16e9, vramFree: 0, vramTotal: 0, held: 1e8 };
const answers: Readonly<Partial<Record<HostAct, unknown>>> = {
  open: { backend: 'cpu', devices: [], release: 'none', cores: 2, memory },
  load: { context: 512, gpuLayers: 0, ram: 1, vram: 0, hasChatTemplate: false, ms: 1 },
  unload: null,
  state: memory,
};

/** Speaks the protocol and runs nothing; dies on loading a model called `deadly`. */
function standIn(): HostProcess {
  let read = (_: FromHost) => {};
  let end = (_: HostExit) => {};
  let isOver = false;
  const die = (exit: HostExit) => {
    isOver = true;
    setImmediate(() => end(exit));
  };
  const answer = (message: FromHost) => setImmediate(() => !isOver && read(message));
  return {
    pid: 1,
    onMessage(reader) {
      read = reader;
      answer({ ready: true });
    },
    onLog: () => {},
    onExit: (reader) => (end = reader),
    kill: () => die({ code: null, signal: 'SIGKILL' }),
    send(message: ToHost) {
      if (!('act' in message)) return;
      if (message.act === 'load' && message.with.model === 'deadly') die({ code: 134, signal: 'SIGABRT' });
      else answer({ id: message.id, done: answers[message.act] });
    },
  };
}

const options = { context: 512, gpuLayers: 0, threads: 1, kvType: 'F16', flashAttention: 'auto', batch: 64 } as const;
const model = (name: string) => ({ model: name, path: `/${name}.gguf`, options });

function supervised(over: Partial<HostNeeds> = {}) {
  const states: string[] = [];
  const host = superviseHost({
    start: standIn,
    backend: async () => 'cpu',
    log: { info: () => {}, warn: (_, facts) => void (facts?.state && states.push(String(facts.state))), bug: String },
    ...over,
  });
  const alive = () => host.within((link) => link.ask('state', null).answer);
  const die = () =>
    host.within(async (link) => {
      link.end('crashed');
      await link.ended;
      return link.ask('state', null).answer;
    });
  return { host, states, alive, die };
}
const soon = () => new Promise((resolve) => setTimeout(resolve, 20));

describe('the supervisor', () => {
  it('starts a process only when it is needed, and again after a death', async () => {
    const { host, alive, die } = supervised();
    expect(host.state).toMatchObject({ stage: 'off', starts: 0 });
    await alive();
    expect(host.state).toMatchObject({ stage: 'ready', starts: 1, facts: { backend: 'cpu' } });
    await expect(die()).rejects.toMatchObject({ code: 'model.host-ended' });
    await alive();
    expect(host.state.starts).toBe(2);
    await host.rest();
    expect(host.state).toMatchObject({ stage: 'off', facts: null });
  });

  it('starts again by itself with the models that were loaded, whoever died', async () => {
    const { host, die } = supervised();
    await host.load(model('a'));
    await host.load(model('b'));
    await die().catch(() => undefined);
    await expect.poll(() => host.state.loaded.map(({ model }) => model)).toEqual(['a', 'b']);
    expect(host.state).toMatchObject({ starts: 2, lastEnding: { reason: 'crashed' } });
    await host.rest();
  });

  it('does not load again what it died of', async () => {
    const { host } = supervised();
    await host.load(model('a'));
    await expect(host.load(model('deadly'))).rejects.toMatchObject({
      code: 'model.host-ended',
      facts: { reason: 'crashed', detail: 'SIGABRT' },
    });
    await expect.poll(() => host.state.loaded.map(({ model }) => model)).toEqual(['a']);
    await soon();
    expect(host.state.loaded.map(({ model }) => model)).toEqual(['a']);
    await host.rest();
  });

  it('does not start again on a death it was told to bring about', async () => {
    const { host } = supervised();
    await host.load(model('a'));
    await host.rest();
    await soon();
    expect(host.state).toMatchObject({ stage: 'off', starts: 1, loaded: [], lastEnding: null });
    expect(host.state.breaker.failures).toBe(0);
  });

  it('changes a process that has loaded many models for a new one, while it holds none', async () => {
    const { host } = supervised();
    const loadedAndGone = async (times: number) => {
      for (let time = 0; time < times; time += 1) {
        await host.load(model('a'));
        await host.unload('a');
      }
    };
    await loadedAndGone(16);
    expect(host.state.starts).toBe(1);
    await loadedAndGone(1);
    expect(host.state).toMatchObject({ stage: 'ready', starts: 2, lastEnding: null, breaker: { failures: 0 } });
    await host.load(model('stays'));
    await loadedAndGone(20);
    expect(host.state).toMatchObject({ starts: 2, loaded: [{ model: 'stays' }] });
    await host.rest();
  });

  it('leaves a process alone after five deaths, tries later, and trusts it after three answers', async () => {
    const { host, states, alive, die } = supervised({ breaker: { failures: 5, halfOpenAfter: 60, successes: 3 } });
    for (let deaths = 1; deaths <= 5; deaths += 1) {
      await expect(die()).rejects.toMatchObject({ code: 'model.host-ended' });
      expect(host.state.breaker.failures).toBe(deaths);
    }
    expect(host.state.breaker).toMatchObject({ state: 'open', failures: 5 });
    await expect(alive()).rejects.toMatchObject({ code: 'model.host-resting', facts: { failures: 5, seconds: 1 } });
    expect(host.state.starts).toBe(5);
    await new Promise((resolve) => setTimeout(resolve, 80));
    for (let answers = 0; answers < 3; answers += 1) await alive();
    expect(states).toEqual(['open', 'half-open', 'closed']);
    expect(host.state.breaker).toEqual({ state: 'closed', failures: 0 });
    await host.rest();
  });

  it('leaves it alone again at once when it dies on the first try after the rest', async () => {
    const { host, states, die } = supervised({ breaker: { failures: 2, halfOpenAfter: 40, successes: 3 } });
    for (let deaths = 0; deaths < 2; deaths += 1) await die().catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 60));
    await expect(die()).rejects.toMatchObject({ code: 'model.host-ended' });
    expect(states).toEqual(['open', 'half-open', 'open']);
    await host.rest();
  });

  it('takes an answer in between for health', async () => {
    const { host, alive, die } = supervised();
    for (let deaths = 0; deaths < 4; deaths += 1) await die().catch(() => undefined);
    expect(host.state.breaker.failures).toBe(4);
    await alive();
    expect(host.state.breaker).toEqual({ state: 'closed', failures: 0 });
    await host.rest();
  });

  it('counts one death once, however many asks it took along', async () => {
    const { host } = supervised();
    const asks = [1, 2, 3].map(() =>
      host.within(async (link) => {
        const asked = link.ask('state', null).answer;
        link.end('crashed');
        return asked;
      }),
    );
    await Promise.allSettled(asks);
    expect(host.state.breaker.failures).toBe(1);
    await host.rest();
  });
});
