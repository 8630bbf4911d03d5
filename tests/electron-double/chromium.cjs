'use strict';
/** @file The Chromium that shows the double's windows, driven over its DevTools protocol. */
const { EventEmitter } = require('node:events');
const { spawn } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

class Cdp extends EventEmitter {
  #id = 0;
  #pending = new Map();
  #ws;
  static async start() {
    const bin = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'; // Chrome will do as well
    const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'electron-double-'));
    const args = [
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      '--no-first-run',
      '--no-default-browser-check',
      '--no-startup-window',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-gpu',
      '--force-color-profile=srgb',
      ...(process.env.ELECTRON_DOUBLE_HEADED ? [] : ['--headless=new']),
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ];
    const proc = spawn(bin, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    const c = new Cdp();
    c.proc = proc;
    process.on('exit', () => {
      try {
        proc.kill('SIGKILL');
      } catch {}
      try {
        fs.rmSync(profile, { recursive: true, force: true });
      } catch {}
    });
    const url = await new Promise((ok, bad) => {
      let buf = '';
      proc.stderr.on('data', (d) => {
        buf += d;
        const m = /DevTools listening on (ws:\/\/\S+)/.exec(buf);
        if (m) ok(m[1]);
      });
      proc.on('exit', (code) => bad(new Error(`chromium exited ${code}: ${buf.slice(-800)}`)));
    });
    process.stderr.write(`DevTools listening on ${url}\n`);
    c.#ws = new WebSocket(url);
    await new Promise((ok, bad) => {
      c.#ws.addEventListener('open', ok);
      c.#ws.addEventListener('error', bad);
    });
    c.#ws.addEventListener('message', (m) => {
      const j = JSON.parse(m.data);
      if (j.id) {
        const p = c.#pending.get(j.id);
        c.#pending.delete(j.id);
        j.error ? p?.bad(new Error(`${p.method}: ${j.error.message}`)) : p?.ok(j.result);
      } else c.emit(j.sessionId ? `${j.sessionId}:${j.method}` : j.method, j.params);
    });
    return c;
  }
  send(method, params = {}, sessionId) {
    const id = ++this.#id;
    return new Promise((ok, bad) => {
      this.#pending.set(id, { ok, bad, method });
      this.#ws.send(JSON.stringify({ id, method, params, sessionId }));
    });
  }
}
const started = process.env.ELECTRON_DOUBLE_NO_BROWSER ? new Promise(() => {}) : Cdp.start();
started.catch((e) => {
  console.error(e);
  process.exit(1);
});

/** The connection once it stands. */
let connection;
const cdp = () => connection;
const ready = started.then((up) => {
  connection = up;
  return up;
});

module.exports = { cdp, ready };
