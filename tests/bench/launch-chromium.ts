import { type Browser, chromium } from '@playwright/test';

/** The Chromium of this machine, or Playwright's own. As root it cannot have its sandbox. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    ...(process.env.CHROMIUM_PATH && { executablePath: process.env.CHROMIUM_PATH }),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
}
