/** @file `npm test`: unit tests, then browser tests, then one line that counts both. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import { getBrowser, howToGetABrowser } from './browser.mjs';
import { node } from './child.mjs';
import { inModules, inProject } from './project.mjs';
import { say, stop } from './say.mjs';

const reports = inProject('test-results');
const unitReport = inProject('test-results', 'unit.json');
const browserReport = inProject('test-results', 'browser.json');

/** Runs both runners, with `filters` (parts of file names) if there are any, and answers an exit code. */
export async function test(filters) {
  const browser = await getBrowser();
  if (!browser) stop(`the browser tests need a browser: ${howToGetABrowser}`);
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  const env = { CHROMIUM_PATH: browser };
  const unitCode = await node(
    [
      inModules('vitest/vitest.mjs'),
      'run',
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${unitReport}`,
      ...loose(filters, '--passWithNoTests'),
    ],
    { env: { ...env, NO_COLOR: '1' } },
  );
  const browserCode = await node(
    [inModules('@playwright/test/cli.js'), 'test', '--reporter=list,json', ...loose(filters, '--pass-with-no-tests')],
    { env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: browserReport } },
  );
  const unit = honest(countUnit(read(unitReport)), unitCode, 'the unit tests');
  const browsers = honest(countBrowser(read(browserReport)), browserCode, 'the browser tests');
  for (const failure of [...failedUnit(read(unitReport)), ...failedBrowser(read(browserReport))]) {
    console.log(`\nfailed: ${failure}`);
  }
  for (const one of [...shakyUnit(read(unitReport)), ...shakyBrowser(read(browserReport))]) {
    console.log(`\npassed at the second try, and wants mending: ${one}`);
  }
  const sum = (key) => unit[key] + browsers[key];
  console.log(`\nunit: ${line(unit)}\nbrowser: ${line(browsers)}\n`);
  const total = { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
  if (total.passed + total.failed === 0) {
    say('no test ran');
    total.failed = 1;
  }
  console.log(line(total));
  return total.failed === 0 ? 0 : 1;
}

const line = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed, ${skipped} skipped`;
const loose = (filters, option) => (filters.length ? [...filters, option] : []);
const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined);

/** A file that could not even be loaded has no tests to count, and is one failure. */
export function countUnit(report) {
  if (!report) return { passed: 0, failed: 0, skipped: 0 };
  const unloaded = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** Where there are second tries, which is in CI, a test that needed one has passed; it is named, for it wants mending. */
export function countBrowser(report) {
  if (!report) return { passed: 0, failed: 0, skipped: 0 };
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected + flaky, failed: unexpected + report.errors.length, skipped };
}

/** Every failed unit test by name, with why, so that the end of a long log tells. */
export function failedUnit(report) {
  return (report?.testResults ?? []).flatMap(({ name, message, status, assertionResults }) => {
    const failed = assertionResults.filter((one) => one.status === 'failed');
    if (failed.length === 0) return status === 'failed' ? [`${name}\n${shortly(message)}`] : [];
    return failed.map(
      ({ fullName, failureMessages }) => `${name} › ${fullName}\n${shortly(failureMessages.join('\n'))}`,
    );
  });
}

export function failedBrowser(report) {
  const unloaded = (report?.errors ?? []).map(({ message }) => `not run\n${shortly(message)}`);
  return [...unloaded, ...browserTests(report, 'unexpected')];
}

/** Every test that passed at the second try, with what went wrong at the first. */
export function shakyUnit(report) {
  return (report?.testResults ?? []).flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status, failureMessages }) => status === 'passed' && failureMessages?.length > 0)
      .map(({ fullName, failureMessages }) => `${name} › ${fullName}\n${shortly(failureMessages.join('\n'))}`),
  );
}

export function shakyBrowser(report) {
  return browserTests(report, 'flaky');
}

/** The browser tests that ended so, with why. */
function browserTests(report, wanted) {
  const below = ({ specs = [], suites = [] }) => [
    ...specs
      .filter(({ tests }) => tests.some(({ status }) => status === wanted))
      .map((spec) => {
        const errors = spec.tests.flatMap(({ results }) => results.flatMap((result) => result.errors ?? []));
        return `${spec.file}:${spec.line} › ${spec.title}\n${shortly(errors.map(({ message }) => message).join('\n'))}`;
      }),
    ...suites.flatMap(below),
  ];
  return (report?.suites ?? []).flatMap(below);
}

const lines = 12;
/** The first lines of a message, without colours. */
function shortly(message = '') {
  return stripVTControlCharacters(message).split('\n').slice(0, lines).join('\n');
}

/** A runner that ended badly without a failed test still failed. */
function honest(counts, code, name) {
  if (code === 0 || counts.failed > 0) return counts;
  say(`${name} ended with code ${code} although no test failed: see above`);
  return { ...counts, failed: 1 };
}
