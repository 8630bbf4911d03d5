'use strict';
/** @file The child's side of the double's `utilityProcess`: `process.parentPort` over Node's own channel. */
const { EventEmitter } = require('node:events');
const { pathToFileURL } = require('node:url');
process.parentPort = Object.assign(new EventEmitter(), { postMessage: (m) => process.send(m), start() {} });
process.type = 'utility';
process.on('message', (data) => process.parentPort.emit('message', { data, ports: [] }));
process.argv.splice(1, 1);
void import(pathToFileURL(process.argv[1]).href);
