'use strict';
/** @file utilityProcess over Node's own child processes. */
const { EventEmitter } = require('node:events');
const { fork } = require('node:child_process');
const path = require('node:path');

class UtilityProcess extends EventEmitter {
  constructor(m, args, o) {
    super();
    this._p = fork(path.join(__dirname, 'utility.cjs'), [m, ...args], {
      execArgv: [],
      stdio: o.stdio === 'pipe' ? 'pipe' : ['ignore', 'inherit', 'inherit', 'ipc'],
      serialization: 'advanced',
      env: o.env ?? process.env,
    });
    this._p.on('spawn', () => this.emit('spawn'));
    this._p.on('message', (x) => this.emit('message', x));
    this._p.on('exit', (c) => this.emit('exit', c ?? 1));
  }
  get pid() {
    return this._p.pid;
  }
  get stdout() {
    return this._p.stdout;
  }
  get stderr() {
    return this._p.stderr;
  }
  postMessage(m) {
    this._p.send(m);
  }
  kill() {
    return this._p.kill();
  }
}
const utilityProcess = { fork: (m, a = [], o = {}) => new UtilityProcess(m, a, o) };

module.exports = { utilityProcess };
