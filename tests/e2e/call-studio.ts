import { expect } from '@playwright/test';
import type { ServedStudio } from './served-studio.ts';

/** Calls `studio`, which answers scripts, as a script would, in another process than the page. */
export async function callStudio<Answer>(
  studio: Pick<ServedStudio, 'origin' | 'token'>,
  method: string,
  at: string,
  body?: object,
): Promise<Answer> {
  const answer = await fetch(`${studio.origin}/api${at}`, {
    method,
    headers: { authorization: `Bearer ${studio.token}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  expect(answer.ok, `${method} ${at}: ${answer.status}`).toBe(true);
  return (answer.status === 204 ? undefined : await answer.json()) as Answer;
}
