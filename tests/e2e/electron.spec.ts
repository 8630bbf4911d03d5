import { spawn } from 'node:child_process';
import { type ElectronApplication, expect, type Page, test } from '@playwright/test';
import { electronHosts, executableIn, launchStudio, root, temporaryFolder } from './electron-hosts.ts';

for (const { name, dist, because } of electronHosts()) {
  test.describe(name, () => {
    test.skip(!dist, because);
    let app: ElectronApplication;
    let page: Page;
    let place: ReturnType<typeof temporaryFolder>;
    const open = async () => {
      app = await launchStudio(dist ?? '', place.folder);
      page = await app.firstWindow();
      await expect(page.locator('html[data-link=connected]')).toBeAttached();
    };
    test.beforeEach(async () => {
      place = temporaryFolder();
      await open();
    });
    test.afterEach(async () => {
      await app.close();
      place.remove();
    });

    test('opens one window, connected through the port and isolated from Node', async () => {
      expect(await page.locator('html').getAttribute('data-via')).toBe('electron');
      expect(new URL(page.url()).pathname).toBe('/index.html');
      const world = await page.evaluate(() => {
        const { require, process, studioHost } = globalThis as unknown as Record<string, object | undefined>;
        return [typeof require, typeof process, Object.isFrozen(studioHost), Object.keys(studioHost ?? {})];
      });
      expect(world).toEqual(['undefined', 'undefined', true, ['connect', 'pathOf']]);
      expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
      const window = await app.browserWindow(page);
      expect(await window.evaluate((one) => one.isVisible())).toBe(true);
    });

    test('stays where it is and reaches no network', async () => {
      await page.evaluate(() => {
        location.href = 'https://example.com/';
      });
      await page.waitForTimeout(300);
      expect(new URL(page.url()).pathname).toBe('/index.html');
      const reached = await page.evaluate(() =>
        fetch('https://example.com/').then(
          () => true,
          () => false,
        ),
      );
      expect(reached).toBe(false);
      const statuses = await page.evaluate(() =>
        Promise.all(
          ['/no-such-file.js', '/..%2f..%2fpackage.json', '/%2e%2e/main/main.js'].map(
            async (at) => (await fetch(at)).status,
          ),
        ),
      );
      expect(statuses).toEqual([404, 404, 404]);
      const isInlineRun = await page.evaluate(() => {
        const script = document.createElement('script');
        script.textContent = 'window.isInlineRun = true';
        document.head.append(script);
        return 'isInlineRun' in window;
      });
      expect(isInlineRun).toBe(false);
    });

    test('asks before it hands an address to the browser, and opens nothing else', async () => {
      await app.evaluate(({ dialog, shell }) => {
        const seen: { asked: string[]; opened: string[]; answer: number } = { asked: [], opened: [], answer: 1 };
        Object.assign(globalThis, { seen });
        Object.assign(dialog, {
          showMessageBox: async (options: { detail: string }) => {
            seen.asked.push(options.detail);
            return { response: seen.answer, checkboxChecked: false };
          },
        });
        Object.assign(shell, { openExternal: async (url: string) => void seen.opened.push(url) });
      });
      const seen = () =>
        app.evaluate(
          () => (globalThis as unknown as { seen: { asked: string[]; opened: string[]; answer: number } }).seen,
        );
      await page.evaluate(() => void window.open('https://example.com/refused'));
      await expect.poll(async () => (await seen()).asked).toEqual(['https://example.com/refused']);
      expect((await seen()).opened).toEqual([]);
      await app.evaluate(() => {
        (globalThis as unknown as { seen: { answer: number } }).seen.answer = 0;
      });
      await page.evaluate(() => void window.open('https://example.com/wanted'));
      await expect.poll(async () => (await seen()).opened).toEqual(['https://example.com/wanted']);
      await page.evaluate(() => void window.open('http://example.com/'));
      await page.waitForTimeout(300);
      expect((await seen()).asked).toHaveLength(2);
      expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
    });

    test('is connected again after a reload', async () => {
      await page.reload();
      await expect(page.locator('html[data-link=connected]')).toBeAttached();
    });

    test('has its menu in the language of the settings', async () => {
      const labels = await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label));
      expect(['파일', 'File']).toContain(labels?.find((label) => label !== 'Sillage'));
      const keep = await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('keep-trial')?.label);
      expect(['시안으로 남기기', 'Keep as a trial']).toContain(keep);
    });

    test('remembers its window', async () => {
      const window = await app.browserWindow(page);
      await window.evaluate((one) => one.setBounds({ x: 40, y: 50, width: 1111, height: 777 }));
      await page.waitForTimeout(700);
      await app.close();
      await open();
      const bounds = await (await app.browserWindow(page)).evaluate((one) => one.getBounds());
      expect([bounds.width, bounds.height]).toEqual([1111, 777]);
    });

    test('refuses a second start and shows the first', async () => {
      const second = spawn(executableIn(dist ?? ''), [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        `--user-data-dir=${place.folder}`,
        root,
      ]);
      const window = await app.browserWindow(page);
      await window.evaluate((one) => one.hide());
      const code = await new Promise((resolve) => second.on('exit', resolve));
      expect(code).toBe(0);
      await expect.poll(() => window.evaluate((one) => one.isVisible())).toBe(true);
    });
  });
}
