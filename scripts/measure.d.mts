interface Understood {
  readonly refusal?: string;
  readonly wanted?: readonly string[];
  readonly quick?: boolean;
  readonly seed?: number;
}
export function understood(args: readonly string[], has?: (topic: string) => boolean): Understood;
