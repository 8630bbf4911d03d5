/** @file A studio in which everything has been looked through, so that what is there is found. */
import { type OpenStudio, openStudio } from '#tests/library/open-studio.ts';

/** Opens one and waits until its library has been read. */
export async function openFindable(options: Parameters<typeof openStudio>[0] = {}): Promise<OpenStudio> {
  const studio = openStudio(options);
  await allRead(studio);
  return studio;
}

/** Resolves once nothing waits to be made findable. */
export async function allRead({ client }: Pick<OpenStudio, 'client'>): Promise<void> {
  await client.search.find({ text: '' });
  await until(async () => {
    const { shelf, items } = await client.search.state();
    return shelf.stage === 'resting' && items > 0;
  });
}

/** Resolves once `isSo`; whoever waits too long hears of it from the test's own limit. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 20));
}
