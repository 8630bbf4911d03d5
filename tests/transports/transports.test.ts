import { MessageChannel } from 'node:worker_threads';
import { createORPCClient, isDefinedError, ORPCError, safe } from '@orpc/client';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { RPCLink as SocketLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
import { afterEach, describe, expect, it, vi } from 'vitest';
import WebSocket from 'ws';
import { startHttpHost } from '#api/http-host.ts';
import { createPortServer } from '#api/serve-port.ts';
import type { ServableRouter } from '#api/studio-context.ts';
import { createStandIn, silentLog, standInContract } from './stand-in.ts';

type Client = ContractRouterClient<typeof standInContract>;

const closers: (() => unknown)[] = [];
const closeAll = () => Promise.all(closers.splice(0).map((close) => close()));
afterEach(closeAll);

function portTo(router: ServableRouter) {
  const { port1, port2 } = new MessageChannel();
  createPortServer(router, silentLog)(port1, 'test', (event) => event);
  closers.push(() => port2.close());
  return port2;
}

async function overPort(router: ServableRouter): Promise<Client> {
  return createORPCClient(new PortLink({ port: portTo(router) }));
}

async function overSocket(router: ServableRouter): Promise<Client> {
  const host = await startHttpHost({
    router,
    contract: standInContract,
    version: '0.0.0',
    log: silentLog,
    pageFolder: import.meta.dirname,
    docsFolder: import.meta.dirname,
    isRestOn: () => false,
  });
  const address = `${host.address.replace('http', 'ws')}ws`;
  const websocket = new WebSocket(address, ['studio.v1', `token.${host.token}`], {
    origin: host.address.slice(0, -1),
  });
  closers.push(() => websocket.terminate(), host.close);
  return createORPCClient(new SocketLink({ websocket: websocket as never }));
}

describe.each([
  ['message-port', overPort],
  ['websocket', overSocket],
] as const)('the contract over %s', (name, open) => {
  it('answers, and a date stays a date', async () => {
    const client = await open(createStandIn().router);
    const answer = await client.ping({ n: 7 });
    expect(answer).toMatchObject({ n: 7, transport: name });
    expect(answer.at).toBeInstanceOf(Date);
  });

  it('gives refusals their code and facts', async () => {
    const [error] = await safe((await open(createStandIn().router)).find({ id: 'nope' }));
    expect(isDefinedError(error) && [error.code, error.data]).toEqual(['NOT_FOUND', { id: 'nope' }]);
  });

  it('refuses input that does not fit', async () => {
    await expect((await open(createStandIn().router)).ping({ n: 1.5 })).rejects.toBeInstanceOf(ORPCError);
  });

  it('tells nothing of a bug but that there was one', async () => {
    const [error] = await safe((await open(createStandIn().router)).fail());
    expect(error).toMatchObject({ code: 'INTERNAL_SERVER_ERROR' });
    expect(JSON.stringify(error)).not.toContain('secret');
  });

  it('streams to the end', async () => {
    const seen: number[] = [];
    for await (const n of await (await open(createStandIn().router)).count({ to: 5 })) seen.push(n);
    expect(seen).toEqual([1, 2, 3, 4, 5]);
  });

  it('stops the producer when the loop is left', async () => {
    const { router, producers } = createStandIn();
    for await (const n of await (await open(router)).count({ to: 1e6, pause: 5 })) if (n === 3) break;
    await expect.poll(() => producers).toEqual({ running: 0, cancelled: 1 });
  });

  it('stops the producer on an AbortSignal', async () => {
    const { router, producers } = createStandIn();
    const abort = new AbortController();
    const stream = await (await open(router)).count({ to: 1e6, pause: 5 }, { signal: abort.signal });
    await stream.next();
    setTimeout(() => abort.abort(), 30);
    await expect(drain(stream)).rejects.toThrow();
    await expect.poll(() => producers).toEqual({ running: 0, cancelled: 1 });
  });

  it('stops the producer when the connection drops', async () => {
    const { router, producers } = createStandIn();
    const stream = await (await open(router)).count({ to: 1e6, pause: 5 });
    await stream.next();
    await closeAll();
    await expect.poll(() => producers).toEqual({ running: 0, cancelled: 1 });
  });
});

describe('a port that talks nonsense', () => {
  const frames = ['not json {', JSON.stringify({ x: 1 }), { evil: 1 }, null, 42, new Uint8Array([255, 1, 2])];
  it.each(frames)('is closed, and nothing else suffers: %o', async (frame) => {
    const rejected = vi.fn();
    process.on('unhandledRejection', rejected);
    closers.push(() => process.off('unhandledRejection', rejected));
    const { router } = createStandIn();
    const stream = await (await overPort(router)).count({ to: 1e6, pause: 5 });
    await stream.next();

    const nonsense = portTo(router);
    const closed = new Promise((resolve) => nonsense.once('close', resolve));
    nonsense.postMessage(frame);
    await closed;

    expect((await stream.next()).done).toBe(false);
    expect(rejected).not.toHaveBeenCalled();
  });
});

async function drain(stream: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of stream);
}
