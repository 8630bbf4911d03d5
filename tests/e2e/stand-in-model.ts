/**
 * @file A model server on this machine that speaks OpenAI's protocol and answers what the studio's prompts ask for: a plan, a
 * draft of the materials it was shown, a filled-in form, an answer with a number nobody gave.
 */
import { type LocalServer, openAiAnswer, serveHere } from '../models/shelf/local-server.ts';

interface Asked {
  readonly messages?: readonly { readonly role: string; readonly content: string }[];
}

/** Serves on a free port. `pause`: ms between two pieces of an answer. */
export function serveStandIn({ pause = 0 } = {}): Promise<LocalServer> {
  return serveHere((body) => {
    const { messages = [] } = body.startsWith('{') ? (JSON.parse(body) as Asked) : {};
    const [system = '', user = ''] = messages.map(({ content }) => content);
    return openAiAnswer(pieces(answerTo(system, user)), { pause })(body);
  });
}

function answerTo(system: string, user: string): string {
  if (/^You choose|하나 고르거나/.test(system)) return planFor(user);
  if (/^You read briefs|브리프를 읽고/.test(system)) return formFor(user);
  if (/^You are a perfumer\.|^당신은 조향사입니다/.test(system)) return draftFrom(user);
  return /한국어/.test(system)
    ? '이 처방은 위의 사실대로입니다. 아무도 말하지 않은 숫자는 4711입니다. 오렌지를 줄이면 가벼워집니다.'
    : 'The formula is as the facts above say. A number nobody gave is 4711. With less of it the top becomes lighter.';
}

function planFor(user: string): string {
  const last = /(?:Last|마지막 말): (.*)$/s.exec(user)?.[1] ?? '';
  if (/half|반으로/.test(last)) return '{"act":"edit","line":1,"parts":7.5}';
  if (/find|찾아/.test(last)) return '{"act":"search","text":"rose"}';
  return '{"act":"none"}';
}

/** The first materials it was shown, each with the same amount. */
function draftFrom(user: string): string {
  const ids = [...user.matchAll(/^([a-z0-9-]+) \| /gm)].map(([, id]) => id as string);
  const isPremium = /named accords|어코드/.test(user);
  const isDetailed = /short reason|이유/.test(user);
  const line = (id: string, at: number) => ({
    id,
    parts: 20 + at * 5,
    ...(isDetailed && { why: at === 1 ? 'It lasts 99 hours.' : 'It carries the heart.' }),
  });
  if (!isPremium) return JSON.stringify({ name: 'Stand-in', lines: ids.slice(0, isDetailed ? 20 : 9).map(line) });
  const accords = ['Dawn', 'Garden', 'Wood'].map((accord, at) => ({
    accord,
    lines: ids.slice(at * 5, at * 5 + 5).map(line),
  }));
  return JSON.stringify({ name: 'Stand-in', accords });
}

/** What it knows of a brief: whether it says summer, vanilla and grapefruit, and something it does not say. */
function formFor(user: string): string {
  const brief = /<<<\n([\s\S]*)\n>>>/.exec(user)?.[1] ?? '';
  const said = (words: RegExp, is: string) => {
    const found = words.exec(brief)?.[0];
    return found ? [{ words: found, is }] : [];
  };
  return JSON.stringify({
    families: said(/citrus|시트러스/i, 'citrus'),
    wanted: [...said(/grapefruit|자몽/i, 'grapefruit'), { words: 'a word that is not there', is: 'rose' }],
    unwanted: said(/no vanilla|바닐라는 빼/i, 'vanilla'),
    moods: said(/the first day off/i, 'free'),
    scenes: [],
    seasons: said(/summer|여름/i, 'summer'),
    genders: [],
    intensity: said(/sheer|은은/i, 'subtle')[0] ?? null,
    longevity: null,
    product: null,
    price: null,
    references: [],
  });
}

const pieces = (text: string): readonly string[] => text.match(/[\s\S]{1,12}/g) ?? [];
