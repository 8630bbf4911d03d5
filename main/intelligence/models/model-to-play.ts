import type { ModelSettings } from './model-settings.ts';
import type { ModelServer } from './remote-server.ts';
import type { ShelfFacts } from './shelf-facts.ts';

/** A model of this machine, as the shelf hands it out. */
export interface ModelToPlay {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  /** When it passed: a file of another size or time is looked at again before llama.cpp sees it. */
  readonly seen: { readonly bytes: number; readonly written: number };
  readonly facts: ShelfFacts;
  readonly settings: ModelSettings;
  readonly isDemonstration: boolean;
}

/** Who plays a role. */
export type Player =
  | { readonly kind: 'local'; readonly model: ModelToPlay }
  | { readonly kind: 'server'; readonly server: ModelServer };
