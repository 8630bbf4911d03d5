import type { Command } from '#contract/studio.ts';
import type { EventStream } from '#foundation/event-stream.ts';
import type { Implementer } from './implementer.ts';

/** What is running here. */
export interface StudioFacts {
  readonly version: string;
  readonly host: 'electron' | 'browser' | 'headless';
  readonly libraryFolder: string;
  readonly ifraAmendment: () => number;
  /** Where REST listens now; null while it is off. */
  readonly rest: () => { readonly address: string; readonly token: string } | null;
}

/** Facts about the studio itself and the commands of its menu, behind the contract. */
export function studioHandlers({ studio: on }: Implementer, facts: StudioFacts, commands: EventStream<Command>) {
  const { version, host, libraryFolder, ifraAmendment, rest } = facts;
  return on.router({
    info: on.info.handler(() => ({
      version,
      host,
      libraryFolder,
      ifraAmendment: ifraAmendment(),
      node: process.versions.node,
      electron: process.versions.electron ?? null,
      platform: `${process.platform}-${process.arch}`,
      rest: rest(),
    })),
    commands: on.commands.handler(({ signal }) => commands.until(signal)),
  });
}
