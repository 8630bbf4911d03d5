'use strict';
/** @file A page: its preload in an isolated world, its requests, its ports. One frame only. */
const { EventEmitter } = require('node:events');
const fs = require('node:fs');
const { app } = require('./app.cjs');
const { cdp } = require('./chromium.cjs');
const { evt } = require('./event.cjs');
const { ipcMain } = require('./ipc.cjs');
const { codec, mainWorldScript, isolatedWorldScript } = require('./page.cjs');
const { fromHttp, schemes, toHttp } = require('./protocol.cjs');
const { session } = require('./session.cjs');

const { enc, dec } = codec();
let wcId = 0;
const WORLD = 'Electron Isolated Context';
const allWc = new Map();
class WebFrameMain {
  constructor(wc) {
    this._wc = wc;
    this.routingId = 1;
    this.processId = 1;
    this.parent = null;
  }
  get url() {
    return this._wc.getURL();
  }
  get origin() {
    try {
      return new URL(toHttp(this.url)).origin && fromHttp(new URL(toHttp(this.url)).origin).replace(/\/$/, '');
    } catch {
      return 'null';
    }
  }
  get top() {
    return this;
  }
  send(c, ...a) {
    this._wc.send(c, ...a);
  }
  postMessage(c, m, ports = []) {
    this._wc._event(c, [m], ports);
  }
}
class WebContents extends EventEmitter {
  constructor(win, opts) {
    super();
    this.id = ++wcId;
    this._win = win;
    this.session = session.defaultSession;
    this.mainFrame = new WebFrameMain(this);
    this._prefs = opts.webPreferences ?? {};
    this._url = '';
    this._ports = new Map();
    this._portId = 0;
    this._openHandler = null;
    this._out = [];
    this._readyP = app.whenReady().then(() => this._init(opts));
    this._readyP.catch((e) => console.error(e));
    allWc.set(this.id, this);
    app.emit('web-contents-created', evt(), this);
  }
  async _init(opts) {
    const { targetId } = await cdp().send('Target.createTarget', {
      url: 'about:blank',
      newWindow: true,
      width: opts.width ?? 800,
      height: opts.height ?? 600,
    });
    this._targetId = targetId;
    const { sessionId } = await cdp().send('Target.attachToTarget', { targetId, flatten: true });
    this._sid = sessionId;
    const s = (m, p) => cdp().send(m, p, sessionId);
    this._s = s;
    const on = (m, f) => cdp().on(`${sessionId}:${m}`, f);
    on('Runtime.executionContextCreated', ({ context: c }) => {
      if (c.name === WORLD && c.auxData.frameId === this._mainFrameId) this._ctx = c.uniqueId;
    });
    on('Runtime.bindingCalled', ({ name, payload }) => {
      if (name === '__electron_send') void this._recv(JSON.parse(payload));
    });
    on('Page.frameNavigated', ({ frame }) => {
      if (!frame.parentId) {
        this._url = fromHttp(frame.url + (frame.urlFragment ?? ''));
        this.emit('did-navigate', evt(), this._url, 200, '');
      }
    });
    on('Page.domContentEventFired', () => {
      this.emit('dom-ready', evt());
      this._win.emit('ready-to-show');
    });
    on('Page.loadEventFired', () => this.emit('did-finish-load', evt()));
    on('Runtime.consoleAPICalled', (e) =>
      this.emit(
        'console-message',
        evt({ level: e.type, message: e.args.map((a) => a.value ?? a.description).join(' ') }),
      ),
    );
    on('Inspector.targetCrashed', () => this.emit('render-process-gone', evt(), { reason: 'crashed', exitCode: 1 }));
    on('Page.windowOpen', ({ url }) => {
      this._denyPopups = this._asked(url).action === 'deny';
    });
    on('Fetch.requestPaused', (e) => {
      this._paused(e).catch((x) => {
        s('Fetch.failRequest', { requestId: e.requestId, errorReason: 'Failed' }).catch(() => {});
        if (!/Invalid InterceptionId/.test(x.message)) console.error('(electron-double)', x);
      });
    });
    await s('Page.enable');
    this._mainFrameId = (await s('Page.getFrameTree')).frameTree.frame.id;
    await s('Runtime.enable');
    await s('Inspector.enable').catch(() => {});
    await s('Fetch.enable', {
      patterns: [{ urlPattern: '*' }],
    });
    if (this._prefs.preload) {
      if (this._prefs.contextIsolation === false) throw new Error('the double only does contextIsolation');
      const code = fs.readFileSync(this._prefs.preload, 'utf8');
      await s('Runtime.addBinding', { name: '__electron_send', executionContextName: WORLD });
      await s('Page.addScriptToEvaluateOnNewDocument', { source: mainWorldScript }); // first, so that exposeInMainWorld below lands before any page script
      await s('Page.addScriptToEvaluateOnNewDocument', {
        worldName: WORLD,
        source: isolatedWorldScript(code, this._prefs.preload, {
          platform: process.platform,
          arch: process.arch,
          versions: { electron: process.versions.electron, node: process.versions.node, chrome: '0' },
          type: 'renderer',
          sandboxed: true,
          contextIsolated: true,
          env: {},
          argv: [],
        }),
      });
    }
  }
  async _paused(e) {
    const { requestId, request, resourceType, frameId } = e;
    const url = fromHttp(request.url);
    if (resourceType === 'Document' && frameId === this._mainFrameId && request.url !== this._loading) {
      const ev = evt({ url, isMainFrame: true });
      this.emit('will-navigate', ev, url);
      if (ev.defaultPrevented) return this._s('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
    }
    if (await session.defaultSession._isCancelled({ url, method: request.method, resourceType })) {
      return this._s('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
    }
    if (url === request.url) return this._s('Fetch.continueRequest', { requestId });
    const fn = schemes.get(url.split(':')[0]);
    if (!fn) return this._s('Fetch.failRequest', { requestId, errorReason: 'AddressUnreachable' });
    const res = await fn({ url, method: request.method, headers: new Headers(request.headers) });
    const body = Buffer.from(await res.arrayBuffer()).toString('base64');
    await this._s('Fetch.fulfillRequest', {
      requestId,
      responseCode: res.status,
      responseHeaders: [...res.headers].map(([name, value]) => ({ name, value })),
      body,
    });
  }
  async _recv(m) {
    if (m.k === 'hello') {
      this._closePorts();
      this._docReady = true;
      for (const o of this._out.splice(0)) this._post(o);
      return;
    }
    const event = {
      sender: this,
      senderFrame: this.mainFrame,
      frameId: 1,
      processId: 1,
      ports: [],
      type: 'frame',
      reply: (c, ...a) => this.send(c, ...a),
      returnValue: undefined,
    };
    if (m.k === 'invoke') {
      const h = ipcMain._h.get(m.c);
      let r;
      try {
        if (!h) throw new Error(`No handler registered for '${m.c}'`);
        r = { k: 'result', id: m.id, ok: true, v: enc(await h(event, ...m.a.map(dec))) };
      } catch (x) {
        r = { k: 'result', id: m.id, ok: false, v: enc(x instanceof Error ? x : new Error(String(x))) };
      }
      this._post(r);
    } else if (m.k === 'send') ipcMain.emit(m.c, event, ...m.a.map(dec));
    else if (m.k === 'port') this._ports.get(m.id)?._peer._deliver(m.v, []);
    else if (m.k === 'open') this._asked(m.url);
    else if (m.k === 'preload-error') this.emit('preload-error', evt(), this._prefs.preload, dec(m.v));
  }
  _asked(url) {
    const details = { url, frameName: '', features: '', disposition: 'new-window', referrer: { url: '' } };
    return this._openHandler?.(details) ?? { action: 'allow' };
  }
  _post(m) {
    if (!this._docReady || this._gone) {
      this._out.push(m);
      return;
    }
    this._s('Runtime.evaluate', {
      expression: `__electron_recv(${JSON.stringify(JSON.stringify(m))})`,
      uniqueContextId: this._ctx,
    }).catch(() => {});
  }
  _event(c, a, ports) {
    const ids = ports.map((p) => {
      const id = ++this._portId;
      this._ports.set(id, p);
      p._remote = (v) => this._post({ k: 'port', id, v });
      p._remoteClose = () => {
        this._ports.delete(id);
        this._post({ k: 'portclose', id });
      };
      return id;
    });
    this._post({ k: 'event', c, a: a.map(enc), p: ids });
    for (const p of ports) for (const [msg] of p._queue.splice(0)) p._remote(msg);
  }
  _closePorts() {
    for (const p of [...this._ports.values()]) {
      p._remoteClose = undefined;
      p.close();
    }
    this._ports.clear();
  }
  send(c, ...a) {
    this._event(c, a, []);
  }
  postMessage(c, m, ports = []) {
    this._event(c, [m], ports);
  }
  getURL() {
    return this._url;
  }
  getTitle() {
    return '';
  }
  isDestroyed() {
    return !!this._gone;
  }
  isLoading() {
    return false;
  }
  openDevTools() {}
  closeDevTools() {}
  setWindowOpenHandler(f) {
    this._openHandler = f;
  }
  setZoomFactor() {}
  getOSProcessId() {
    return 0;
  }
  async loadURL(u) {
    await this._readyP;
    this._loading = toHttp(u);
    const done = new Promise((ok) => this.once('did-finish-load', ok));
    const r = await this._s('Page.navigate', { url: this._loading });
    if (r.errorText)
      throw Object.assign(new Error(`${r.errorText} (-1) loading '${u}'`), { code: r.errorText, url: u });
    await done;
    this._loading = undefined;
  }
  reload() {
    this._loading = toHttp(this._url);
    this._s('Page.reload').then(() =>
      this.once('did-finish-load', () => {
        this._loading = undefined;
      }),
    );
  }
  async executeJavaScript(code) {
    await this._readyP;
    const r = await this._s('Runtime.evaluate', {
      expression: code,
      awaitPromise: true,
      returnByValue: true,
      userGesture: true,
    });
    if (r.exceptionDetails) throw new Error(r.exceptionDetails.exception?.description ?? r.exceptionDetails.text);
    return r.result.value;
  }
  async capturePage() {
    const { data } = await this._s('Page.captureScreenshot', { format: 'png' });
    return { toPNG: () => Buffer.from(data, 'base64'), isEmpty: () => false };
  }
  async printToPDF(o = {}) {
    const { data } = await this._s('Page.printToPDF', o);
    return Buffer.from(data, 'base64');
  }
  close() {
    this._win.close();
  }
  static fromId(id) {
    return allWc.get(id);
  }
  static getAllWebContents() {
    return [...allWc.values()];
  }
  static getFocusedWebContents() {
    return [...allWc.values()][0] ?? null;
  }
  static fromDevToolsTargetId(t) {
    return [...allWc.values()].find((w) => w._targetId === t);
  }
}

module.exports = { WebContents, allWc };
