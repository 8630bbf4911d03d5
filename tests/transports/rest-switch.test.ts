import { afterEach, expect, it } from 'vitest';
import { createRestSwitch } from '#host/rest-switch.ts';
import { createStandIn, silentLog, standInContract } from './stand-in.ts';

let isOn = false;
const options = () => ({
  router: createStandIn().router,
  contract: standInContract,
  version: '0.0.0',
  docsFolder: import.meta.dirname,
});
const rest = createRestSwitch(() => isOn, silentLog, options);
afterEach(() => rest.close());

it('opens no port before REST is switched on, and answers nothing once it is off again', async () => {
  await rest.adjust();
  expect(rest.address()).toBeNull();

  isOn = true;
  await rest.adjust();
  const { address, token } = rest.address() ?? { address: '', token: '' };
  const ask = () => fetch(`${address}api/things/rose`, { headers: { authorization: `Bearer ${token}` } });
  expect((await ask()).status).toBe(200);
  expect((await fetch(address)).status).toBe(404); // the page is Electron's business

  isOn = false;
  await rest.adjust();
  expect(rest.address()).toBeNull();
  expect((await ask()).status).toBe(404);
});
