'use strict';
/** @file app://host/path <-> https://host.app.electron-double.localhost/path, answered through Fetch interception. */
const fs = require('node:fs');
const path = require('node:path');
const { fileURLToPath } = require('node:url');
const { app } = require('./app.cjs');

const schemes = new Map();
const DOM = 'electron-double.localhost';
const toHttp = (u) => {
  const m = /^([a-z][\w+.-]*):\/\/([^/]*)(.*)$/i.exec(u);
  return m && schemes.has(m[1]) ? `https://${m[2]}.${m[1]}.${DOM}${m[3] || '/'}` : u;
};
const fromHttp = (u) => {
  const m = new RegExp(`^https://(.+)\\.([\\w+.-]+?)\\.${DOM.replace('.', '\\.')}(/.*)?$`).exec(u);
  return m ? `${m[2]}://${m[1]}${m[3] ?? '/'}` : u;
};
const protocol = {
  registerSchemesAsPrivileged(l) {
    if (app.isReady()) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    for (const s of l) if (!schemes.has(s.scheme)) schemes.set(s.scheme, null);
  },
  handle(s, fn) {
    if (!app.isReady()) throw new Error('protocol.handle before ready');
    schemes.set(s, fn);
  },
  unhandle(s) {
    schemes.delete(s);
  },
  isProtocolHandled: (s) => !!schemes.get(s),
};
const MIME = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};
const net = {
  fetch: async (u, i) => {
    if (!String(u).startsWith('file:')) return fetch(u, i);
    const f = fileURLToPath(String(u));
    try {
      return new Response(await fs.promises.readFile(f), {
        headers: { 'content-type': MIME[path.extname(f)] ?? 'application/octet-stream' },
      });
    } catch {
      throw new Error('net::ERR_FILE_NOT_FOUND');
    }
  },
  isOnline: () => false,
};

module.exports = { schemes, DOM, toHttp, fromHttp, protocol, net };
