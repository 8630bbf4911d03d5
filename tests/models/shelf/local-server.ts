/** @file Servers on this machine for tests of what goes over the network: they really speak it. */
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface LocalServer {
  readonly address: string;
  /** What was asked, in order. */
  readonly asked: { readonly path: string; readonly headers: IncomingMessage['headers']; readonly body: string }[];
  close(): Promise<void>;
}

/** Serves `answer` on a free port of 127.0.0.1 and keeps what was asked. */
export async function serveHere(answer: (body: string) => RequestListener): Promise<LocalServer> {
  const asked: LocalServer['asked'] = [];
  const server: Server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += chunk));
    request.on('end', () => {
      asked.push({ path: request.url ?? '', headers: request.headers, body });
      answer(body)(request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** A file as a web server gives it: whole, or from where it is asked for. Once, the line goes dead after `bytes`, when `when` resolves. */
export function fileAnswer(
  content: Buffer,
  broken?: { readonly bytes: number; readonly when: Promise<void> },
): RequestListener {
  let isWhole = broken === undefined;
  return ({ headers }, response) => {
    const from = Number(/^bytes=(\d+)-/.exec(headers.range ?? '')?.[1] ?? 0);
    const rest = content.subarray(from);
    response.writeHead(from > 0 ? 206 : 200, {
      'content-length': rest.length,
      etag: '"same"',
      ...(from > 0 && { 'content-range': `bytes ${from}-${content.length - 1}/${content.length}` }),
    });
    if (isWhole || !broken) return void response.end(rest);
    isWhole = true;
    response.write(rest.subarray(0, broken.bytes));
    void broken.when.then(() => response.destroy());
  };
}

/** A model server that speaks OpenAI's protocol and says `words`, one event each. */
export function openAiAnswer(words: readonly string[], { pause = 0 } = {}): (body: string) => RequestListener {
  return (body) => async (request, response) => {
    if (request.url === '/v1/models')
      return void response.end(JSON.stringify({ data: [{ id: 'big:32b' }, { id: 'small' }] }));
    if (request.url === '/tokenize')
      return void response.end(JSON.stringify({ tokens: [...(JSON.parse(body) as { content: string }).content] }));
    if (request.url === '/apply-template')
      return void response.end(
        JSON.stringify({
          prompt: (JSON.parse(body) as { messages: { content: string }[] }).messages
            .map(({ content }) => content)
            .join(''),
        }),
      );
    if (request.url !== '/v1/chat/completions') return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const say = (value: unknown) => response.write(`data: ${JSON.stringify(value)}\n\n`);
    for (const word of words) {
      if (response.destroyed) return;
      say({ choices: [{ delta: { content: word } }] });
      if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
    }
    say({ choices: [{ delta: {}, finish_reason: 'stop' }] });
    say({ choices: [], usage: { prompt_tokens: 7, completion_tokens: words.length } });
    response.end('data: [DONE]\n\n');
  };
}
