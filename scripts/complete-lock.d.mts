interface Gaps {
  readonly missing: readonly { readonly name: string; readonly version: string }[];
  readonly unverified: readonly string[];
  readonly hit: readonly string[];
}
export function gapsOf(lock: { readonly packages: Readonly<Record<string, object>> }): Gaps;
