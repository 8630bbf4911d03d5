/**
 * @file `npm run check`: everything a reviewer would ask for, at once, quiet when green.
 *
 * A checker that looked at nothing is a failure: each step names the words that prove it saw files.
 */
import { spawn } from 'node:child_process';
import { inModules, root } from './project.mjs';

const tsc = inModules('typescript/bin/tsc');
const steps = [
  { name: 'types', args: [tsc, '--noEmit', '--diagnostics', '-p', 'tsconfig.json'], saw: /Files:\s+[1-9]/ },
  { name: 'pure types', args: [tsc, '--noEmit', '--diagnostics', '-p', 'tsconfig.pure.json'], saw: /Files:\s+[1-9]/ },
  { name: 'style', args: [inModules('@biomejs/biome/bin/biome'), 'ci', '.'], saw: /Checked [1-9]\d* file/ },
  { name: 'unused', args: [inModules('knip/bin/knip.js'), '--treat-config-hints-as-errors'], saw: /^/ },
  { name: 'unit tests', args: [inModules('vitest/vitest.mjs'), 'run'], saw: /Tests .*[1-9]\d* passed/ },
];

/** Runs every step and answers an exit code. */
export async function check() {
  const results = await Promise.all(steps.map(outcomeOf));
  for (const { name, isGood, output, seconds } of results) {
    if (!isGood) console.log(`\n── ${name} ──\n${output.trim()}\n`);
    console.log(`${isGood ? 'ok  ' : 'FAIL'} ${name} (${seconds.toFixed(1)} s)`);
  }
  return results.every(({ isGood }) => isGood) ? 0 : 1;
}

async function outcomeOf({ name, args, saw }) {
  const began = performance.now();
  const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' } });
  let output = '';
  child.stdout.on('data', (text) => {
    output += text;
  });
  child.stderr.on('data', (text) => {
    output += text;
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  const hasLooked = saw.test(output);
  if (code === 0 && !hasLooked) output += '\nit ended well but looked at nothing';
  return { name, isGood: code === 0 && hasLooked, output, seconds: (performance.now() - began) / 1000 };
}
