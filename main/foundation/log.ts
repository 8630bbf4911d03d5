/** Where the studio writes what a developer needs to know. Never the contents of a formula. */
export interface Log {
  info(message: string, facts?: Readonly<Record<string, unknown>>): void;
  warn(message: string, facts?: Readonly<Record<string, unknown>>): void;
  /** Records a bug and returns the reference that the perfumer is shown. */
  bug(error: unknown): string;
}
