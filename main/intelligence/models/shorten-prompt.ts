/**
 * @file A prompt that does not fit, made shorter by the model itself: its longest text is summarised piece by piece. Only on
 * request, and told: nothing is ever left out in silence.
 */
import { StudioError } from '#foundation/errors.ts';
import type { ChatMessage, Prompt } from './language-models.ts';

export interface Shortening {
  /** Tokens of a prompt. */
  readonly count: (prompt: Prompt) => Promise<number>;
  /** A whole answer of at most `maxTokens`. */
  readonly ask: (prompt: Prompt, maxTokens: number) => Promise<string>;
  /** Tokens the prompt may have. */
  readonly room: number;
  readonly context: number;
  readonly onStep: (tokens: number) => void;
}

/** Rounds before it is given up: each at least halves the longest text, or it will never fit. */
const mostRounds = 6;

/** The prompt with its longest text summarised until it fits. Refuses (`model.prompt-too-long`) what will not. */
export async function shortenPrompt(prompt: Prompt, needs: Shortening): Promise<Prompt> {
  let now = prompt;
  for (let round = 0; round < mostRounds; round += 1) {
    const tokens = await needs.count(now);
    needs.onStep(tokens);
    if (tokens <= needs.room) return now;
    const at = longestOf(now);
    const text = textsOf(now)[at] ?? '';
    const shorter = await summarise(text, needs);
    if (shorter.length >= text.length) break;
    now = withText(now, at, shorter);
  }
  throw new StudioError('model.prompt-too-long', {
    tokens: await needs.count(now),
    room: needs.room,
    context: needs.context,
  });
}

async function summarise(text: string, { count, ask, room }: Shortening): Promise<string> {
  const piecesAtLeast = Math.ceil((await count({ kind: 'text', text })) / Math.max(1, Math.floor(room / 2)));
  const pieces = inPieces(text, Math.max(1, piecesAtLeast));
  const answerTokens = Math.max(16, Math.floor(room / (2 * pieces.length)));
  const summaries: string[] = [];
  for (const piece of pieces) summaries.push((await ask(summaryPrompt(piece), answerTokens)).trim());
  return summaries.filter(Boolean).join('\n');
}

function summaryPrompt(text: string): Prompt {
  const isKorean = /[가-힣]/.test(text);
  const system = isKorean
    ? '다음 글을 짧게 요약하세요. 원료 이름, 숫자, 금지 사항은 빠뜨리지 마세요. 요약만 쓰세요.'
    : 'Summarise the following text briefly. Keep every material name, number and prohibition. Write only the summary.';
  return {
    kind: 'chat',
    messages: [
      { speaker: 'system', text: system },
      { speaker: 'user', text },
    ],
  };
}

/** Cut at the end of a paragraph, sentence or word near each cut. */
function inPieces(text: string, count: number): readonly string[] {
  const pieces: string[] = [];
  let rest = text;
  for (let left = count; left > 1; left -= 1) {
    const about = Math.ceil(rest.length / left);
    const near = rest.slice(0, about);
    const cut = Math.max(near.lastIndexOf('\n'), near.lastIndexOf('. ') + 1, near.lastIndexOf('다. ') + 2);
    const at = cut > about / 2 ? cut : Math.max(near.lastIndexOf(' '), 0) || about;
    pieces.push(rest.slice(0, at));
    rest = rest.slice(at);
  }
  return [...pieces, rest].filter((piece) => piece.trim() !== '');
}

const textsOf = (prompt: Prompt): readonly string[] =>
  prompt.kind === 'text' ? [prompt.text] : prompt.messages.map(({ text }) => text);

/** What the system says is the studio's own and stays. */
function longestOf(prompt: Prompt): number {
  const isOpen = (index: number) => prompt.kind === 'text' || prompt.messages[index]?.speaker !== 'system';
  return textsOf(prompt).reduce(
    (longest, text, index, texts) => (isOpen(index) && text.length > (texts[longest]?.length ?? -1) ? index : longest),
    -1,
  );
}

function withText(prompt: Prompt, at: number, text: string): Prompt {
  if (prompt.kind === 'text') return { kind: 'text', text };
  const messages = prompt.messages.map(
    (message, index): ChatMessage => (index === at ? { ...message, text } : message),
  );
  return { kind: 'chat', messages };
}
