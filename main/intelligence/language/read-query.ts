/**
 * @file A sentence of the search box, understood: what is called by name, chips that filter or wish, concepts, and the rest.
 *
 * Codes come first, then what has a fixed form (prices, dates, categories), then the longest matches of the lexicon and of the
 * library's names, and last the function words around them. Nothing is thrown on any text, and a pasted page takes no longer
 * than its length.
 */
import type { Slices } from '#foundation/slices.ts';
import type { Chip } from '#perfumery/search/chip.ts';
import type { ExactMention, ReadContext, ReadQuery, WeightedConcept } from '#perfumery/search/sentence-reading.ts';
import type { Lexicon } from './lexicon.ts';
import { createEntryIndex, creatingEntryIndex, type EntryIndex } from './lexicon-index.ts';
import { chipsFrom } from './read-chips.ts';
import { type CodeIndex, createCodeIndex, readCodes } from './read-codes.ts';
import { readDays } from './read-day.ts';
import { type Found, withoutOverlaps, withParticle } from './read-found.ts';
import { lowered } from './read-lowered.ts';
import { withCorrections } from './read-near.ts';
import { readHours, readRatings, readStock } from './read-numbers.ts';
import { readPolarity } from './read-polarity.ts';
import { readPrices } from './read-price.ts';
import { readAllergens, readVerdicts } from './read-regulation.ts';
import { scan, type Token } from './read-scan.ts';

/** Longer texts are read to here: 20,000 UTF-16 units. */
const longest = 20_000;

/** Reads a sentence in Korean, English or both. The indexes of a lexicon and a context are built once and kept as long as they are. */
export function readQuery(written: string, lexicon: Lexicon, context: ReadContext): ReadQuery {
  const text = written.slice(0, longest).normalize('NFC').toWellFormed();
  const { entries, codes } = indexesOf(lexicon, context);
  const lower = lowered(text);
  const exact = readCodes(text, codes);
  const found = readFixed(lower, context).filter(
    (one) => !exact.some(({ span }) => span.from < one.to && one.from < span.to),
  );
  const masked = mask(lower, [...exact.map(({ span }) => span), ...found]);
  const tokens = withCorrections(masked, scan(masked, entries), entries);
  const { meant, limits } = readPolarity(tokens);
  const { chips, concepts } = chipsFrom({ meant, limits, found, lexicon, context });
  const names = namesIn(text, tokens);
  return {
    text,
    exact: [...exact, ...names].toSorted((a, b) => a.span.from - b.span.from),
    chips,
    concepts,
    rest: tokens.flatMap((token) => (token.entry ? [] : [text.slice(token.from, token.to)])).join(' '),
    wanted: wantedIn(text, chips, exact),
  };
}

/** Only the concepts a text speaks of, wished for or not: for documents. */
export function conceptsIn(text: string, lexicon: Lexicon): ReadonlyMap<string, number> {
  const concepts = new Map<string, number>();
  for (const { id, weight, isNegated } of statementsIn(text, lexicon)) {
    if (!isNegated) concepts.set(id, Math.max(concepts.get(id) ?? 0, weight));
  }
  return concepts;
}

/** What a text says to be so, and what it says not to be so: for documents. */
export function statementsIn(text: string, lexicon: Lexicon): readonly WeightedConcept[] {
  const tokens = scan(lowered(text.slice(0, longest).normalize('NFC').toWellFormed()), entriesOf(lexicon));
  return readPolarity(tokens).meant.flatMap(({ token, negation, degree }) => {
    const [id] = token.entry?.concepts ?? [];
    return id === undefined ? [] : [{ id, weight: degree === 'slightly' ? 0.5 : 1, isNegated: negation !== undefined }];
  });
}

function readFixed(lower: string, context: ReadContext): readonly Found[] {
  const found = withoutOverlaps([
    ...readPrices(lower, context.exchange),
    ...readRatings(lower),
    ...readHours(lower),
    ...readDays(lower, context.today),
    ...readStock(lower),
    ...readVerdicts(lower, context.category),
    ...readAllergens(lower, context.allergens),
  ]);
  return found.map((one) => withParticle(lower, one));
}

/** What has been read already is blank for the scanner. */
function mask(text: string, spans: readonly { readonly from: number; readonly to: number }[]): string {
  let masked = text;
  for (const { from, to } of spans) masked = masked.slice(0, from) + ' '.repeat(to - from) + masked.slice(to);
  return masked;
}

/** Names of materials that stand in the text; the whole of it where nothing else but fillers is said. */
function namesIn(text: string, tokens: readonly Token[]): readonly ExactMention[] {
  const things = tokens.filter(({ entry, says }) => !says || (entry && entry.concepts.length > 0));
  return tokens.flatMap((token): ExactMention[] => {
    if (!token.entry || token.entry.materials.length === 0) return [];
    const span = { from: token.from, to: token.end };
    return [
      {
        kind: 'name',
        text: token.corrected ?? text.slice(span.from, span.to),
        materials: token.entry.materials,
        span,
        isWhole: things.length === 1 && tokens.length === 1,
      },
    ];
  });
}

/** The sentence without its hard and its negated parts, nor its codes. */
function wantedIn(text: string, chips: readonly Chip[], exact: readonly ExactMention[]): string {
  const spans = [
    ...chips.filter(({ strictness, isNegated }) => strictness === 'hard' || isNegated).map(({ span }) => span),
    ...exact.map(({ span }) => span),
  ];
  return mask(text, spans).replace(/\s+/g, ' ').trim();
}

const entriesByLexicon = new WeakMap<Lexicon, EntryIndex>();
const indexesByContext = new WeakMap<Lexicon, WeakMap<ReadContext['materials'], Indexes>>();

interface Indexes {
  readonly of: ReadContext;
  readonly entries: EntryIndex;
  readonly codes: CodeIndex;
}

function entriesOf(lexicon: Lexicon): EntryIndex {
  const known = entriesByLexicon.get(lexicon) ?? createEntryIndex(lexicon);
  entriesByLexicon.set(lexicon, known);
  return known;
}

/** Makes ready what the first sentence would have to wait for, in slices. */
export function* readyingLexicon(lexicon: Lexicon): Slices<void> {
  if (entriesByLexicon.has(lexicon)) return;
  const entries = yield* creatingEntryIndex(lexicon);
  if (!entriesByLexicon.has(lexicon)) entriesByLexicon.set(lexicon, entries);
}

/** The lists are what counts: a context may be made anew with each day. */
function indexesOf(lexicon: Lexicon, context: ReadContext): Indexes {
  const byMaterials = indexesByContext.get(lexicon) ?? new WeakMap<ReadContext['materials'], Indexes>();
  indexesByContext.set(lexicon, byMaterials);
  const known = byMaterials.get(context.materials);
  if (known && known.of.standards === context.standards && known.of.allergens === context.allergens) return known;
  const indexes = {
    of: context,
    entries: createEntryIndex(lexicon, context),
    codes: createCodeIndex(context.materials),
  };
  byMaterials.set(context.materials, indexes);
  return indexes;
}
