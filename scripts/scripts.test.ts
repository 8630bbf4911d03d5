import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { understood } from './measure.mjs';
import { isNodeNewEnough } from './runtime.mjs';
import { countBrowser, countUnit, failedBrowser, failedUnit, shakyBrowser, shakyUnit } from './test.mjs';

describe('the last line of npm test', () => {
  it('counts a file that could not be loaded as a failure', () => {
    const report = {
      numPassedTests: 5,
      numFailedTests: 1,
      numPendingTests: 2,
      numTodoTests: 1,
      testResults: [
        { status: 'failed', assertionResults: [{}] },
        { status: 'failed', assertionResults: [] },
        { status: 'passed', assertionResults: [{}] },
      ],
    };
    expect(countUnit(report)).toEqual({ passed: 5, failed: 2, skipped: 3 });
  });

  it('counts a browser test that could not be loaded as a failure, and one that needed a second try as passed', () => {
    const stats = { expected: 7, unexpected: 1, flaky: 1, skipped: 4 };
    expect(countBrowser({ stats, errors: [{}] })).toEqual({ passed: 8, failed: 2, skipped: 4 });
  });

  it('follows the names of what failed, with why', () => {
    const [passed, failed] = [
      { status: 'passed', fullName: 'adds', failureMessages: [] },
      { status: 'failed', fullName: 'sums', failureMessages: ['\u001b[31m1 is not 2\u001b[0m'] },
    ];
    const unit = {
      testResults: [
        { name: 'a.test.ts', status: 'failed', message: '', assertionResults: [passed, failed] },
        { name: 'b.test.ts', status: 'failed', message: 'no such module', assertionResults: [] },
        { name: 'c.test.ts', status: 'passed', message: '', assertionResults: [passed] },
      ],
    };
    expect(failedUnit(unit)).toEqual(['a.test.ts › sums\n1 is not 2', 'b.test.ts\nno such module']);
    const spec = (title: string, status: string) => {
      return {
        title,
        file: 'a.spec.ts',
        line: 3,
        tests: [{ status, results: [{ errors: [{ message: 'too late' }] }] }],
      };
    };
    const nested = {
      suites: [{ specs: [spec('draws', 'expected')], suites: [{ specs: [spec('opens', 'unexpected')] }] }],
    };
    expect(failedBrowser({ ...nested, errors: [{ message: 'no tests' }] })).toEqual([
      'not run\nno tests',
      'a.spec.ts:3 › opens\ntoo late',
    ]);
    expect([failedUnit(undefined), failedBrowser(undefined)]).toEqual([[], []]);
  });

  it('names what passed at the second try only', () => {
    const twice = { status: 'passed', fullName: 'waits', failureMessages: ['not yet'] };
    const once = { status: 'passed', fullName: 'adds', failureMessages: [] };
    const unit = { testResults: [{ name: 'a.test.ts', status: 'passed', assertionResults: [once, twice] }] };
    expect(shakyUnit(unit)).toEqual(['a.test.ts › waits\nnot yet']);
    const tests = [{ status: 'flaky', results: [{ errors: [{ message: 'too late' }] }, { errors: [] }] }];
    const browser = { errors: [], suites: [{ specs: [{ title: 'opens', file: 'a.spec.ts', line: 3, tests }] }] };
    expect(shakyBrowser(browser)).toEqual(['a.spec.ts:3 › opens\ntoo late']);
    expect(failedBrowser(browser)).toEqual([]);
  });

  it('counts nothing where a runner left no report', () => {
    expect([countUnit(undefined), countBrowser(undefined)]).toEqual(
      Array(2).fill({ passed: 0, failed: 0, skipped: 0 }),
    );
  });
});

describe('npm run measure', () => {
  const has = (topic: string) => topic === 'safety' || topic === 'startup';
  it.each([
    [['safety'], { wanted: ['safety'], quick: false, seed: 1 }],
    [['safety', '--quick', 'startup', '--seed', '7'], { wanted: ['safety', 'startup'], quick: true, seed: 7 }],
    [['all'], { wanted: ['startup', 'safety'], quick: false, seed: 1 }],
    [['hub'], { refusal: 'hub cannot be measured yet: its bench is not written' }],
    [['smell'], { refusal: 'there is no topic smell' }],
    [[], { refusal: 'name a topic' }],
    [['safety', '--seed', 'x'], { refusal: '--seed needs a whole number' }],
    [['safety', '--seed'], { refusal: '--seed needs a whole number' }],
  ])('understands %o', (words, meant) => {
    expect(understood(words, has)).toEqual(meant);
  });
});

describe('the bootstrap', () => {
  it.each([
    ['18.20.0', false],
    ['20.20.2', false],
    ['24.10.0', false],
    ['24.11.0', true],
    ['25.0.0', true],
    ['26.1.0', true],
  ])('knows that Node %s is new enough: %s', (version, isEnough) => {
    expect(isNodeNewEnough(version)).toBe(isEnough);
  });

  const run = (...args: string[]) =>
    execFileSync(process.execPath, [path.join(import.meta.dirname, 'run.mjs'), ...args], {
      encoding: 'utf8',
      stdio: 'pipe',
    });

  it.each([['--help'], ['start', '--help']])('explains itself: %s', (...words) => {
    const help = run(...words);
    for (const command of ['start', 'serve', 'test', 'check', 'measure', 'build', 'package'])
      expect(help).toContain(command);
  });

  it('refuses a command it does not know', () => {
    expect(() => run('dance')).toThrow(/there is no "dance"/);
  });

  it('begins with modules that Node 18 can read', () => {
    const reachable = ['run', 'project', 'runtime', 'say', 'child'];
    const newer =
      /\b(import\.meta\.dirname|Promise\.withResolvers|Object\.groupBy|\.toSorted\(|\.toReversed\(|with \{ type)/;
    for (const name of reachable) {
      const source = readFileSync(path.join(import.meta.dirname, `${name}.mjs`), 'utf8');
      expect(source, name).not.toMatch(newer);
    }
  });
});
