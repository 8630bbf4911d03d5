'use strict';
/** @file BrowserWindow: a page in a window of the Chromium. */
const { EventEmitter } = require('node:events');
const path = require('node:path');
const { app } = require('./app.cjs');
const { cdp } = require('./chromium.cjs');
const { evt } = require('./event.cjs');
const { WebContents, allWc } = require('./web-contents.cjs');

class BrowserWindow extends EventEmitter {
  static _all = new Set();
  static getAllWindows() {
    return [...BrowserWindow._all];
  }
  static fromWebContents(wc) {
    return [...BrowserWindow._all].find((w) => w.webContents === wc) ?? null;
  }
  static getFocusedWindow() {
    return [...BrowserWindow._all][0] ?? null;
  }
  static fromId(i) {
    return [...BrowserWindow._all].find((w) => w.id === i) ?? null;
  }
  constructor(o = {}) {
    super();
    this._o = o;
    this._visible = o.show !== false;
    BrowserWindow._all.add(this);
    this.webContents = new WebContents(this, o);
    this.id = this.webContents.id;
    this._bounds = { x: o.x ?? 0, y: o.y ?? 0, width: o.width ?? 800, height: o.height ?? 600 };
    app.emit('browser-window-created', evt(), this);
  }
  loadURL(u) {
    return this.webContents.loadURL(u);
  }
  loadFile(f) {
    return this.loadURL(`file://${path.resolve(app.getAppPath(), f)}`);
  }
  show() {
    this._visible = true;
    this.emit('show');
  }
  hide() {
    this._visible = false;
    this.emit('hide');
  }
  isVisible() {
    return this._visible;
  }
  focus() {
    this.emit('focus');
  }
  isFocused() {
    return this._visible;
  }
  isMinimized() {
    return false;
  }
  minimize() {}
  restore() {}
  maximize() {
    this._maximized = true;
    this.emit('maximize');
    this.emit('resize');
  }
  unmaximize() {
    this._maximized = false;
    this.emit('unmaximize');
  }
  isMaximized() {
    return this._maximized === true;
  }
  setTitle(t) {
    this._t = t;
  }
  getTitle() {
    return this._t ?? this._o.title ?? '';
  }
  getBounds() {
    return this._bounds;
  }
  getNormalBounds() {
    return { ...this._bounds };
  }
  setBounds(b) {
    Object.assign(this._bounds, b);
    this.emit('resize');
  }
  getSize() {
    return [this._bounds.width, this._bounds.height];
  }
  getContentSize() {
    return this.getSize();
  }
  setMenuBarVisibility() {}
  setMenu() {}
  setProgressBar() {}
  setBackgroundColor() {}
  isDestroyed() {
    return !BrowserWindow._all.has(this);
  }
  setTitleBarOverlay() {}
  close() {
    const e = evt();
    this.emit('close', e);
    if (!e.defaultPrevented) this.destroy();
  }
  destroy() {
    if (!BrowserWindow._all.delete(this)) return;
    const wc = this.webContents;
    wc._gone = true;
    allWc.delete(wc.id);
    wc._closePorts();
    if (wc._targetId)
      cdp()
        .send('Target.closeTarget', { targetId: wc._targetId })
        .catch(() => {});
    wc.emit('destroyed');
    this.emit('closed');
    if (!BrowserWindow._all.size) {
      if (app.listenerCount('window-all-closed')) app.emit('window-all-closed');
      else app.quit();
    }
  }
}
function wireTargets(cdp) {
  cdp.on('Target.targetDestroyed', ({ targetId }) => {
    const wc = WebContents.fromDevToolsTargetId(targetId);
    if (wc && !wc._gone) wc._win.destroy();
  });
  cdp.on('Target.targetCreated', ({ targetInfo }) => {
    if (targetInfo.type === 'page' && targetInfo.openerId) {
      const wc = WebContents.fromDevToolsTargetId(targetInfo.openerId);
      setTimeout(() => {
        if (wc?._denyPopups || wc?._openHandler)
          cdp.send('Target.closeTarget', { targetId: targetInfo.targetId }).catch(() => {});
      }, 0);
    }
  });
  cdp.proc.on('exit', () => process.exit(0));
}

module.exports = { BrowserWindow, wireTargets };
