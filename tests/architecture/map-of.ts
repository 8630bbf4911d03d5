import type { Room } from './rooms.ts';

/** The map as a page for people. */
export function mapOf(rooms: Readonly<Record<string, Room>>): string {
  const rows = Object.entries(rooms).map(([name, { is, uses, packages }]) => {
    const list = (words: readonly string[]) => words.map((word) => `\`${word}\``).join(', ') || 'nothing';
    return `| \`${name}\` | ${is} | ${list(uses)} | ${packages === 'any' ? 'any' : list(packages)} |`;
  });
  return `# The map of the house

Generated from \`tests/architecture/rooms.ts\` by \`npx vitest run tests/architecture -u\`; the same test keeps every import
within it. A file belongs to the first room whose folder it lies in. A room may use itself, \`assets/\`, and what its row
lists, types included. Files under \`renderer\` never use Node, Electron or a native package.

| room | what it is | rooms it may use | packages it may use |
|---|---|---|---|
${rows.join('\n')}
`;
}
