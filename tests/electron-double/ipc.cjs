'use strict';
/** @file The double's `ipcMain`. */
const { EventEmitter } = require('node:events');

const ipcMain = new (class extends EventEmitter {
  _h = new Map();
  handle(c, f) {
    if (this._h.has(c)) throw new Error(`Attempted to register a second handler for '${c}'`);
    this._h.set(c, f);
  }
  handleOnce(c, f) {
    this.handle(c, (...a) => {
      this._h.delete(c);
      return f(...a);
    });
  }
  removeHandler(c) {
    this._h.delete(c);
  }
})();

module.exports = { ipcMain };
