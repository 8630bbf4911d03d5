'use strict';
/** @file The double's `app`: start, quit, paths, one instance. */
const { EventEmitter } = require('node:events');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { ready } = require('./chromium.cjs');
const { evt } = require('./event.cjs');

const userDataSwitch = process.argv.find((a) => a.startsWith('--user-data-dir='))?.slice('--user-data-dir='.length);

function pathFor(n) {
  if (n === 'userData' && userDataSwitch) return userDataSwitch;
  if (n === 'temp') return os.tmpdir();
  if (n === 'home') return os.homedir();
  return fs.mkdtempSync(path.join(os.tmpdir(), `electron-double-${n}-`));
}

/** A second instance of the same user data tells the first, which emits 'second-instance'. */
function holdsLock(app) {
  const file = path.join(app.getPath('userData'), 'double.lock');
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const holder = fs.existsSync(file) ? Number(fs.readFileSync(file, 'utf8')) : 0;
  if (holder && holder !== process.pid) {
    try {
      process.kill(holder, 'SIGUSR2');
      return false;
    } catch {} // it is gone
  }
  fs.writeFileSync(file, String(process.pid));
  process.on('SIGUSR2', () => app.emit('second-instance', evt(), [], '', undefined));
  process.on('exit', () => fs.rmSync(file, { force: true }));
  return true;
}

const app = new (class App extends EventEmitter {
  #ready = false;
  #readyP;
  _appPath = process.cwd();
  _name = 'app';
  _version = '0.0.0';
  isPackaged = false;
  commandLine = { appendSwitch() {}, hasSwitch: () => false, getSwitchValue: () => '', appendArgument() {} };
  constructor() {
    super();
    this.#readyP = ready.then(async (c) => {
      await c.send('Target.setDiscoverTargets', { discover: true });
      require('./windows.cjs').wireTargets(c);
      this.#ready = true;
      this.emit('ready', {});
    });
  }
  whenReady() {
    return this.#readyP;
  }
  isReady() {
    return this.#ready;
  }
  getName() {
    return this._name;
  }
  setName(n) {
    this._name = n;
  }
  getVersion() {
    return this._version;
  }
  getAppPath() {
    return this._appPath;
  }
  getLocale() {
    return process.env.ELECTRON_DOUBLE_LOCALE ?? 'ko';
  }
  getPreferredSystemLanguages() {
    return [this.getLocale()];
  }
  #paths = {};
  getPath(n) {
    this.#paths[n] ??= pathFor(n);
    return this.#paths[n];
  }
  setPath(n, p) {
    this.#paths[n] = p;
  }
  requestSingleInstanceLock() {
    return holdsLock(this);
  }
  hasSingleInstanceLock() {
    return true;
  }
  enableSandbox() {}
  disableHardwareAcceleration() {}
  setAppUserModelId() {}
  setAsDefaultProtocolClient() {
    return false;
  }
  getAppMetrics() {
    return [];
  }
  focus() {}
  setAboutPanelOptions() {}
  #quitting = false;
  quit() {
    if (this.#quitting) return;
    this.#quitting = true;
    const e = evt();
    this.emit('before-quit', e);
    if (e.defaultPrevented) {
      this.#quitting = false;
      return;
    }
    for (const w of require('./windows.cjs').BrowserWindow.getAllWindows()) w.close();
    const w = evt();
    this.emit('will-quit', w);
    if (w.defaultPrevented) {
      this.#quitting = false;
      return;
    }
    this.exit(0);
  }
  exit(code = 0) {
    this.emit('quit', evt(), code);
    process.exit(code);
  }
  relaunch() {}
})();

for (const ending of ['SIGTERM', 'SIGINT']) process.on(ending, () => app.quit());

module.exports = { app };
