'use strict';
/** @file Dialogs, menus and the like: ordinary answers, and a record of what was asked (`__calls`). */
const { EventEmitter } = require('node:events');
const crypto = require('node:crypto');

const calls = [];
const rec =
  (api, name, ret) =>
  (...a) => {
    calls.push({ api, name, args: a });
    return ret;
  };
const dialog = {
  showOpenDialog: async () => ({ canceled: true, filePaths: [] }),
  showSaveDialog: async () => ({ canceled: true, filePath: '' }),
  showMessageBox: async (...args) => {
    calls.push({ api: 'dialog', name: 'showMessageBox', args });
    return { response: 1, checkboxChecked: false };
  },
  showErrorBox: rec('dialog', 'showErrorBox'),
};
class MenuItem {
  constructor(o) {
    Object.assign(this, { enabled: true, visible: true }, o);
    if (Array.isArray(o.submenu)) this.submenu = Menu.buildFromTemplate(o.submenu);
  }
}
class Menu {
  items = [];
  static _app = null;
  static buildFromTemplate(t) {
    const m = new Menu();
    m.items = t.map((o) => new MenuItem(o));
    return m;
  }
  static setApplicationMenu(m) {
    Menu._app = m;
  }
  static getApplicationMenu() {
    return Menu._app;
  }
  append(i) {
    this.items.push(i);
  }
  popup() {}
  getMenuItemById(id) {
    for (const i of this.items) {
      if (i.id === id) return i;
      const s = i.submenu?.getMenuItemById(id);
      if (s) return s;
    }
    return null;
  }
}
const nativeTheme = Object.assign(new EventEmitter(), { shouldUseDarkColors: false, themeSource: 'system' });
const key = crypto.randomBytes(32);
const safeStorage = {
  isEncryptionAvailable: () => true,
  getSelectedStorageBackend: () => 'basic_text',
  encryptString(s) {
    const iv = crypto.randomBytes(12);
    const c = crypto.createCipheriv('aes-256-gcm', key, iv);
    const d = Buffer.concat([c.update(s, 'utf8'), c.final()]);
    return Buffer.concat([Buffer.from('v10'), iv, c.getAuthTag(), d]);
  },
  isAsyncEncryptionAvailable: async () => true,
  encryptStringAsync: async (s) => safeStorage.encryptString(s),
  decryptStringAsync: async (b) => ({ result: safeStorage.decryptString(b), shouldReEncrypt: false }),
  decryptString(b) {
    const d = crypto.createDecipheriv('aes-256-gcm', key, b.subarray(3, 15));
    d.setAuthTag(b.subarray(15, 31));
    return d.update(b.subarray(31)) + d.final('utf8');
  },
};
const shell = {
  openExternal: async (...a) => {
    calls.push({ api: 'shell', name: 'openExternal', args: a });
  },
  openPath: async () => '',
  showItemInFolder: rec('shell', 'showItemInFolder'),
  trashItem: async () => {},
};

const clipboard = {
  _t: '',
  writeText(t) {
    this._t = t;
  },
  readText() {
    return this._t;
  },
};
const screen = {
  getPrimaryDisplay: () => ({
    workArea: { x: 0, y: 0, width: 1920, height: 1080 },
    workAreaSize: { width: 1920, height: 1080 },
    scaleFactor: 1,
  }),
  getAllDisplays() {
    return [this.getPrimaryDisplay()];
  },
};
const powerMonitor = new EventEmitter();
const crashReporter = { start() {} };
const globalShortcut = { register: () => true, unregisterAll() {} };
class Notification extends EventEmitter {
  static isSupported() {
    return false;
  }
  show() {
    calls.push({ api: 'Notification', name: 'show' });
  }
}
const nativeImage = { createFromPath: () => ({ isEmpty: () => true }), createEmpty: () => ({ isEmpty: () => true }) };

module.exports = {
  calls,
  dialog,
  Menu,
  MenuItem,
  nativeTheme,
  safeStorage,
  shell,
  clipboard,
  screen,
  powerMonitor,
  crashReporter,
  globalShortcut,
  Notification,
  nativeImage,
};
