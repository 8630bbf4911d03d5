/** @file Reads the imports of a file, without a compiler, and names those its room may not have. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import manifest from '../../package.json' with { type: 'json' };
import { neverInThePage, rooms } from './rooms.ts';

export const root = path.join(import.meta.dirname, '../..');

const importOf =
  /(?:^|;)\s*(?:import|export)\b[^'";]*?\bfrom\s*['"]([^'"]+)['"]|(?:^|;)\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"`]([^'"`]+)['"`]/gm;

/** Every specifier a source imports or re-exports, by `import`, `export … from` or `import()`. */
export function importsOf(source: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  return [...code.matchAll(importOf)].flatMap(([, from, bare, dynamic]) => from ?? bare ?? dynamic ?? []);
}

/** One sentence for each import `file` should not have. */
export function trespasses(file: string, source = readFileSync(path.join(root, file), 'utf8')): string[] {
  const here = roomOf(file);
  const room = here && rooms[here.pattern];
  if (!room) return [`${file} lies in no room: add its folder to tests/architecture/rooms.ts`];
  return importsOf(source).flatMap((specifier) => {
    if (specifier.startsWith('../../')) return [`${file}: write ${specifier} as a subpath import`];
    const target = targetOf(file, specifier);
    if (target === undefined) {
      const name = packageOf(specifier);
      const isPage = here.pattern.startsWith('renderer');
      if (isPage && neverInThePage.some((never) => never.test(specifier))) return [`the page may not use ${name}`];
      const allowed = room.packages === 'any' || room.packages.some((one) => one === name || isBuiltIn(one, name));
      return allowed ? [] : [`${here.pattern} may not use the package ${name}`];
    }
    if (target.startsWith('assets/')) return [];
    const there = roomOf(target);
    if (!there) return [`${file} imports ${specifier}, which lies in no room`];
    if (there.place === here.place || room.uses.includes(there.pattern)) return [];
    return [`${here.pattern} may not use ${there.pattern} (${specifier})`];
  });
}

/** The room a file lies in: the first pattern that fits, so a room within a room stands before it. */
export function roomOf(file: string): { readonly pattern: string; readonly place: string } | undefined {
  for (const pattern of Object.keys(rooms)) {
    const folder = pattern.replace('*', '[^/]+').replaceAll('.', '\\.');
    const match = new RegExp(pattern.endsWith('.ts') ? `^(${folder})$` : `^(${folder})/`).exec(file);
    if (match?.[1]) return { pattern, place: match[1] };
  }
  return undefined;
}

function targetOf(from: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return path.posix.join(path.posix.dirname(from), specifier);
  for (const [alias, target] of Object.entries(manifest.imports)) {
    const head = alias.replace('*', '');
    const isMatch = alias.endsWith('*') ? specifier.startsWith(head) : specifier === alias;
    if (isMatch) return target.slice('./'.length).replace('*', '') + specifier.slice(head.length);
  }
  return undefined;
}

function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function isBuiltIn(rule: string, name: string): boolean {
  return rule === 'node:*' && name.startsWith('node:');
}
