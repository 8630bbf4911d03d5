'use strict';
/** @file MessageChannelMain, whose second port may be handed to a page. */
const { EventEmitter } = require('node:events');
const { codec } = require('./page.cjs');

const { enc, dec } = codec();

class MessagePortMain extends EventEmitter {
  _peer;
  _queue = [];
  _started = false;
  _closed = false;
  _remote; // _remote: (data) => void once handed to a renderer
  postMessage(data, ports = []) {
    if (this._closed) return;
    const msg = enc(data);
    this._peer._deliver(msg, ports);
  }
  _deliver(msg, ports) {
    if (this._remote) return this._remote(msg);
    if (!this._started) return void this._queue.push([msg, ports]);
    setImmediate(() => {
      if (!this._closed) this.emit('message', { data: dec(msg), ports });
    });
  }
  start() {
    if (this._started) return;
    this._started = true;
    for (const [m, p] of this._queue.splice(0)) this._deliver(m, p);
  }
  close() {
    if (this._closed) return;
    this._closed = true;
    this._remoteClose?.();
    const p = this._peer;
    setImmediate(() => {
      this.emit('close');
      if (!p._closed) {
        p._closed = true;
        p._remoteClose?.();
        p.emit('close');
      }
    });
  }
}
class MessageChannelMain {
  constructor() {
    this.port1 = new MessagePortMain();
    this.port2 = new MessagePortMain();
    this.port1._peer = this.port2;
    this.port2._peer = this.port1;
  }
}

module.exports = { MessageChannelMain, MessagePortMain };
