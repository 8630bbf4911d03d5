/**
 * @file `npm run measure -- TOPIC… [--quick] [--seed N]`: a table for people, and one JSON object as the last line.
 *
 * A topic is one or more modules tests/bench/NAME.ts, each of which exports `measureName({ quick, seed })` and answers its figures:
 * name -> { value, unit, goal, holds }. `holds` is undefined for a figure without a goal.
 */
import { existsSync, readFileSync } from 'node:fs';
import os from 'node:os';
import { pathToFileURL } from 'node:url';
import { findBrowser } from './browser.mjs';
import { inModules, inProject } from './project.mjs';
import { say } from './say.mjs';

/** Every topic of the plan; one whose module is not here yet cannot be measured yet. */
const topics = ['startup', 'compose', 'safety', 'search', 'models', 'compose-engine', 'learn', 'api', 'hub'];
/** Topics that are measured in more than one bench. */
const benches = {
  compose: ['compose', 'find-material', 'evaporation', 'collection-import', 'archive'],
  safety: ['safety', 'certificate', 'rejudging'],
  search: ['search', 'whole-search'],
  learn: ['training', 'encoder'],
};

export const howToMeasure = `npm run measure -- TOPIC… [--quick] [--seed N]
  topics here: ${topics.filter(isHere).join(', ') || 'none'}; or all
  topics to come: ${topics.filter((topic) => !isHere(topic)).join(', ') || 'none'}
  --quick   the same figures on less, within 60 s a topic
  --seed N  the seed of everything random (default 1)`;

/** Measures and answers an exit code: 1 when a figure misses its goal, 2 when the request makes no sense. */
export async function measure(args) {
  const request = understood(args);
  if (request.refusal) {
    say(request.refusal);
    console.error(howToMeasure);
    return 2;
  }
  const { wanted, quick, seed } = request;
  const browser = findBrowser();
  if (browser) process.env.CHROMIUM_PATH = browser;
  const figures = {};
  for (const topic of wanted) {
    say(`measuring ${topic}${quick ? ', quickly' : ''}`);
    for (const bench of benches[topic] ?? [topic]) {
      const found = await import(pathToFileURL(moduleOf(bench)).href);
      for (const [name, figure] of Object.entries(await found[functionOf(bench)]({ quick, seed }))) {
        figures[name.startsWith(`${topic}.`) ? name : `${topic}.${name}`] = figure;
      }
    }
  }
  console.log(tableOf(figures));
  console.log(JSON.stringify({ topics: wanted, seed, quick, versions: versions(), machine: machine(), figures }));
  return Object.values(figures).some(({ holds }) => holds === false) ? 1 : 0;
}

/** What the words after `npm run measure --` ask for, or why they cannot be followed. */
export function understood(args, has = isHere) {
  const words = [...args];
  const take = (word) => {
    const at = words.indexOf(word);
    return at < 0 ? undefined : words.splice(at, word === '--seed' ? 2 : 1);
  };
  const quick = take('--quick') !== undefined;
  const seedWords = take('--seed');
  const seed = seedWords ? Number(seedWords[1] ?? Number.NaN) : 1;
  if (!Number.isSafeInteger(seed)) return { refusal: '--seed needs a whole number' };
  const unknown = words.filter((word) => word !== 'all' && !topics.includes(word));
  if (unknown.length) return { refusal: `there is no topic ${unknown.join(', ')}` };
  if (!words.length) return { refusal: 'name a topic' };
  const wanted = words.includes('all') ? topics.filter(has) : [...new Set(words)];
  const missing = wanted.filter((topic) => !has(topic));
  if (missing.length) return { refusal: `${missing.join(', ')} cannot be measured yet: its bench is not written` };
  return { wanted, quick, seed };
}

function moduleOf(topic) {
  return inProject(`tests/bench/${topic}.ts`);
}

function isHere(topic) {
  return (benches[topic] ?? [topic]).every((bench) => existsSync(moduleOf(bench)));
}

/** compose-engine -> measureComposeEngine */
function functionOf(topic) {
  return `measure${topic.replace(/(^|-)(\w)/g, (_, __, letter) => letter.toUpperCase())}`;
}

function tableOf(figures) {
  const rows = Object.entries(figures).map(([name, { value, unit, goal, holds }]) => [
    name,
    `${typeof value === 'number' ? Number(value.toPrecision(4)) : value} ${unit}`,
    goal === undefined || goal === null ? '' : `goal: ${goal}`,
    holds === undefined || holds === null ? '' : holds ? 'holds' : 'MISSED',
  ]);
  const width = (column) => Math.max(...rows.map((row) => row[column].length), 0);
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(width(column)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function versions() {
  const { version } = JSON.parse(readFileSync(inProject('package.json'), 'utf8'));
  const of = (name) => JSON.parse(readFileSync(inModules(name, 'package.json'), 'utf8')).version;
  return {
    sillage: version,
    node: process.versions.node,
    'better-sqlite3': of('better-sqlite3'),
    '@lancedb/lancedb': of('@lancedb/lancedb'),
    electron: of('electron'),
  };
}

function machine() {
  const [cpu] = os.cpus();
  return {
    platform: `${process.platform}-${process.arch}`,
    cpu: cpu?.model.trim() ?? 'unknown',
    cores: os.availableParallelism(),
    memoryGiB: Math.round(os.totalmem() / 2 ** 30),
  };
}
