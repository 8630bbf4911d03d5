/** @file What the studio knows of a model server on the perfumer's network. */

/** Servers that speak OpenAI's protocol, by what they can do beyond it. */
export const serverKinds = ['llama-server', 'vllm', 'ollama', 'other'] as const;
export type ServerKind = (typeof serverKinds)[number];

export interface ModelServer {
  readonly id: string;
  readonly name: string;
  /** `http://box.local:11434/v1`. */
  readonly address: string;
  readonly kind: ServerKind;
  /** The model it is asked for. */
  readonly model: string;
  /** Tokens that fit, as the perfumer set the server up: most servers do not say, and Ollama cuts in silence. */
  readonly context: number;
}

/** Whether a server of this kind can be held to a grammar: Ollama takes none, of the others nothing is known. */
export function canUseGrammar(kind: ServerKind): boolean {
  return kind === 'llama-server' || kind === 'vllm';
}
