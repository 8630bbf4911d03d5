/**
 * @file Who may speak to the loopback address: this machine's scripts with the token, and the studio's own page.
 *
 * Another web page must never reach it: not by name (DNS rebinding: the Host must be ours), not across origins (Origin
 * and Sec-Fetch-Site must be ours or absent), not by socket (a browser always sends an Origin, so there it is required).
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** An HTTP status and its reason in a word or two. */
export interface Refusal {
  readonly status: number;
  readonly reason: string;
}

export interface LoopbackGuard {
  /** Why a request may not go on, whatever it asks for. */
  readonly refuse: (request: IncomingMessage) => Refusal | undefined;
  /** Why it may not use the API. */
  readonly refuseApi: (request: IncomingMessage) => Refusal | undefined;
  /** Why it may not become a socket. */
  readonly refuseSocket: (request: IncomingMessage) => Refusal | undefined;
}

const guessesPerMinute = 20;

/** Guards the address 127.0.0.1:`port` with `token`. */
export function createLoopbackGuard(port: number, token: string, now: () => number = Date.now): LoopbackGuard {
  const hosts = new Set([`127.0.0.1:${port}`, `localhost:${port}`]);
  const origins = new Set([...hosts].map((host) => `http://${host}`));
  const wrongGuesses = createMeter(guessesPerMinute, 60_000, now);
  const refuseToken = (offered: string | undefined): Refusal | undefined => {
    if (offered !== undefined && isSame(offered, token)) return undefined; // even then: a stale tab must not lock it out
    if (wrongGuesses.isSpent()) return { status: 429, reason: 'too many wrong tokens' };
    wrongGuesses.spend();
    return { status: 401, reason: 'token' };
  };
  const refuse = ({ headers }: IncomingMessage): Refusal | undefined => {
    if (!hosts.has(headers.host ?? '')) return { status: 421, reason: 'unknown host' };
    if (headers.origin !== undefined && !origins.has(headers.origin)) return { status: 403, reason: 'foreign origin' };
    const site = headers['sec-fetch-site'];
    if (site !== undefined && site !== 'same-origin' && site !== 'none') return { status: 403, reason: 'foreign site' };
    return undefined;
  };
  return {
    refuse,
    refuseApi: ({ headers }) => refuseToken(/^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1]),
    refuseSocket(request) {
      const refusal = refuse(request);
      if (refusal) return refusal;
      if (request.headers.origin === undefined) return { status: 403, reason: 'no origin' };
      if (request.url !== '/ws') return { status: 404, reason: 'no such socket' };
      const protocols = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((word) => word.trim());
      return refuseToken(protocols.find((word) => word.startsWith('token.'))?.slice('token.'.length));
    },
  };
}

/** Counts up to `most` in each window of `span` ms. */
export function createMeter(most: number, span: number, now: () => number = Date.now) {
  let began = now();
  let count = 0;
  const turn = () => {
    if (now() - began < span) return;
    began = now();
    count = 0;
  };
  return {
    spend(): void {
      turn();
      count++;
    },
    isSpent(): boolean {
      turn();
      return count >= most;
    },
  };
}

/** In constant time, whatever the lengths. */
function isSame(offered: string, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(offered), digest(token));
}
