'use strict';
/** @file The one session. Permission handlers are kept for tests to ask; Chromium itself does not consult them. */
const { EventEmitter } = require('node:events');
const { protocol } = require('./protocol.cjs');

const session = {
  defaultSession: new (class extends EventEmitter {
    setPermissionRequestHandler(f) {
      this._prh = f;
    }
    setPermissionCheckHandler(f) {
      this._pch = f;
    }
    setDevicePermissionHandler() {}
    _onBeforeRequest = null;
    webRequest = {
      onHeadersReceived() {},
      onBeforeSendHeaders() {},
      onBeforeRequest: (f) => {
        this._onBeforeRequest = f;
      },
    };
    async _isCancelled(details) {
      if (!this._onBeforeRequest) return false;
      return new Promise((ok) => this._onBeforeRequest(details, (answer) => ok(answer.cancel === true)));
    }
    protocol = protocol;
    clearCache() {
      return Promise.resolve();
    }
    setSpellCheckerEnabled() {}
    get availableSpellCheckerLanguages() {
      return [];
    }
    setCertificateVerifyProc() {}
  })(),
  fromPartition() {
    return this.defaultSession;
  },
};

module.exports = { session };
