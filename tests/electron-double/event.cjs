'use strict';
/** An event as Electron's listeners get it. */
const evt = (x = {}) =>
  Object.assign(
    {
      defaultPrevented: false,
      preventDefault() {
        this.defaultPrevented = true;
      },
    },
    x,
  );

module.exports = { evt };
