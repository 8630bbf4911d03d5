/**
 * @file The index that keeps itself: asks its table, scans memory while the table cannot answer, and has it rebuilt.
 *
 * A table that fails is asked once more; then memory answers, at first what the source tells without vectors, and a new table
 * is built in the background.
 */
import { availableParallelism } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { Changes } from '#foundation/changes.ts';
import { invariant } from '#foundation/errors.ts';
import type { CountedField, SearchFilter } from '#perfumery/search/search-filter.ts';
import { atOnce, batchesOf, catchUp, SourceFault } from './catch-up.ts';
import { IndexTables } from './index-tables.ts';
import { lance } from './lance.ts';
import type { LanceTable } from './lance-table.ts';
import { MemoryEngine } from './memory-engine.ts';
import type { SearchIndexOptions, Tuning } from './open-search-index.ts';
import { pace } from './pace.ts';
import { type WrittenRow, writtenRow } from './row-batch.ts';
import { reasonOf, whyNotWritable } from './scan-reason.ts';
import type {
  Answers,
  ExactQuestion,
  IndexRow,
  IndexState,
  LexicalQuestion,
  NearestQuestion,
  PageQuestion,
  ScanReason,
  SearchIndex,
} from './search-index.ts';
import { Turnstile } from './turnstile.ts';
import { WriteQueue, type Written } from './write-queue.ts';

/** A table that goes bad again and again has another fault than a bad disk. */
const mostMendings = 3;
/** Share of its rows from which on a table may answer while it still catches up. */
const nearlyWhole = 0.9;
/** ms. Where the table answers, younger versions may still be read by a question under way. */
const versionsKept = 60_000;

type Options = SearchIndexOptions & { readonly tuning: Tuning };

export class KeptIndex implements SearchIndex {
  readonly #options: Options;
  readonly #changes = new Changes<IndexState>();
  readonly #turnstile = new Turnstile(Math.max(2, availableParallelism()));
  readonly #stopping = new AbortController();
  readonly #writes = new WriteQueue<WrittenRow>({ most: atOnce, write: (batch) => this.#writeBatch(batch) });
  #state: IndexState = { stage: 'building', done: 0, total: 0 };
  #tables: IndexTables | undefined;
  #table: LanceTable | undefined;
  #generation = 0;
  /** Tables up to this generation are given up. */
  #abandoned = 0;
  #mendings = 0;
  /** The table that went bad: its vectors may still be readable. */
  #salvage: LanceTable | undefined;
  /** Answers while it is there. */
  #memory: MemoryEngine | undefined;
  /** While memory does not know every item yet. */
  #filling: Promise<void> | undefined;
  /** Ids written while the source is gone through. */
  #touched: Set<string> | undefined;
  /** What was written while there was no table. */
  readonly #late = new Map<string, Written<WrittenRow>>();
  #running: Promise<void> = Promise.resolve();
  #next: Promise<void> | undefined;
  #writesSinceTidy = 0;
  #idle: NodeJS.Timeout | undefined;
  #retry: NodeJS.Timeout | undefined;

  private constructor(options: Options) {
    this.#options = options;
  }

  static async open(options: Options): Promise<KeptIndex> {
    const index = new KeptIndex(options);
    await index.#begin();
    if (!options.isKnownWhole || index.#state.stage !== 'ready') void index.reconcile();
    return index;
  }

  count(filters: readonly SearchFilter[] = [], signal?: AbortSignal) {
    return this.#ask(signal, (answers) => answers.count(filters));
  }
  nearest(question: NearestQuestion) {
    invariant(question.vector.length === this.#options.encoder.dimensions, 'a question has the encoder’s dimensions');
    return this.#ask(question.signal, (answers) => answers.nearest(question));
  }
  lexical(question: LexicalQuestion) {
    return this.#ask(question.signal, (answers) => answers.lexical(question));
  }
  exact(question: ExactQuestion) {
    return this.#ask(question.signal, (answers) => answers.exact(question));
  }
  page(question: PageQuestion) {
    return this.#ask(question.signal, (answers) => answers.page(question));
  }
  itemsOf(ids: readonly string[], signal?: AbortSignal) {
    return this.#ask(signal, (answers) => answers.itemsOf(ids));
  }
  vectorsOf(ids: readonly string[], signal?: AbortSignal) {
    return this.#ask(signal, (answers) => answers.vectorsOf(ids));
  }
  facetCounts(filters: readonly SearchFilter[], fields: readonly CountedField[], signal?: AbortSignal) {
    return this.#ask(signal, (answers) => answers.facetCounts(filters, fields, signal));
  }

  async put(rows: readonly IndexRow[]): Promise<void> {
    const { encoder, termsOf } = this.#options;
    for (const { vector } of rows) {
      invariant(!vector || vector.length === encoder.dimensions, 'a vector has the encoder’s dimensions');
    }
    await this.#write(
      new Map(rows.map(({ item, vector }) => [item.id, { row: writtenRow(item, termsOf, vector) }] as const)),
    );
  }

  async remove(ids: readonly string[]): Promise<void> {
    await this.#write(new Map(ids.map((id) => [id, { gone: true }] as const)));
  }

  state(): IndexState {
    return this.#state;
  }

  states(signal: AbortSignal): AsyncGenerator<IndexState> {
    return this.#changes.until(signal);
  }

  /** A run that is under way may have passed what changed: what is asked for now waits for the next one. */
  reconcile(): Promise<void> {
    this.#next ??= this.#running.then(() => {
      this.#next = undefined;
      this.#running = this.#reconcileOnce();
      return this.#running;
    });
    return this.#next;
  }

  async maintain(): Promise<void> {
    await this.#writes.alone(() => this.#tidy());
  }

  async close(): Promise<void> {
    this.#stopping.abort();
    clearTimeout(this.#idle);
    clearTimeout(this.#retry);
    await this.#running;
    await this.#writes.settled();
    await this.#turnstile.empty();
    this.#table?.close();
    this.#salvage?.close();
    this.#tables?.close();
  }

  get #isClosing(): boolean {
    return this.#stopping.signal.aborted;
  }

  /** Memory answers when it is there; else the table, which gets a second chance before it is given up. */
  async #ask<T>(signal: AbortSignal | undefined, ask: (answers: Answers) => Promise<T>): Promise<T> {
    invariant(!this.#isClosing, 'nobody asks a closed index');
    if (this.#memory) return this.#askMemory(signal, ask);
    return this.#turnstile.pass(signal, async () => {
      // while one waited in line the table may have been given up, and its successor be empty still
      const table = this.#memory ? undefined : this.#table;
      if (!table) return this.#askMemory(signal, ask);
      try {
        return await ask(table);
      } catch {
        try {
          await table.refresh();
          return await ask(table);
        } catch (error) {
          if (this.#table === table) this.#giveUp(reasonOf(error, this.#options.place), error);
          return this.#askMemory(signal, ask);
        }
      }
    });
  }

  async #askMemory<T>(signal: AbortSignal | undefined, ask: (answers: Answers) => Promise<T>): Promise<T> {
    if (this.#filling) {
      await Promise.race([this.#filling, wait(this.#options.tuning.patience, undefined, { ref: false })]);
      signal?.throwIfAborted();
    }
    const answers = this.#memory ?? this.#table;
    invariant(answers, 'somebody answers');
    return ask(answers);
  }

  /** Opens the table and decides who answers until it is known to be whole. */
  async #begin(): Promise<void> {
    const { source, tuning } = this.#options;
    const { reason, because } = await this.#openTable();
    const total = await source.count();
    const rows = this.#table?.rows ?? 0;
    const isSmall = total <= tuning.memoryUpTo;
    if (reason === undefined && rows >= total * nearlyWhole) {
      if (!isSmall || (await this.#fillFromTable())) {
        this.#announce(rows === total ? { stage: 'ready', rows } : { stage: 'building', done: rows, total });
        return;
      }
      this.#abandoned = this.#generation;
      this.#table = undefined;
    } else if (reason === undefined && total > tuning.scanUpTo) {
      this.#announce({ stage: 'building', done: rows, total });
      return;
    }
    this.#scan(reason ?? because, total);
  }

  /** `reason`: why there is no table to write to. `because`: why the one that is there may be empty. */
  async #openTable(): Promise<{ readonly reason?: ScanReason; readonly because: ScanReason }> {
    const { place, encoder, log } = this.#options;
    const because = this.#mendings > 0 ? 'damaged' : 'new';
    try {
      lance();
    } catch (error) {
      log.warn('search index: LanceDB does not run on this machine', { error: String(error) });
      return { reason: 'unsupported', because };
    }
    const reason = await whyNotWritable(place);
    if (reason) return { reason, because };
    try {
      this.#tables ??= await IndexTables.at(place, encoder);
      const { table, generation, isDamaged } = await this.#tables.newest(this.#abandoned);
      this.#table = table;
      this.#generation = generation;
      return { because: isDamaged ? 'damaged' : because };
    } catch (error) {
      log.warn('search index: cannot be opened', { error: String(error) });
      this.#tables?.close();
      this.#tables = undefined;
      return { reason: reasonOf(error, place), because };
    }
  }

  /** From now on memory answers, though it knows nothing yet. */
  #scan(because: ScanReason, total: number): void {
    const memory = new MemoryEngine(this.#options.termsOf);
    this.#memory = memory;
    this.#announce({ stage: 'scanning', because, done: 0, total });
    this.#filling = this.#fillFromSource(memory)
      .catch((error) => this.#blameSource(error))
      .finally(() => {
        this.#filling = undefined;
      });
  }

  /** The table failed. A damaged one gets a successor; where only the disk or the network failed it is tried again later. */
  #giveUp(because: ScanReason, error: unknown): void {
    if (this.#isClosing) return;
    this.#options.log.warn('search index: scanning instead', { because, error: String(error) });
    const isDamaged = because === 'damaged';
    if (isDamaged) {
      this.#abandoned = this.#generation;
      this.#mendings += 1;
      this.#salvage = this.#table;
    } else {
      this.#table?.close();
    }
    this.#table = undefined;
    const total = this.#state.stage === 'ready' ? this.#state.rows : this.#state.total;
    if (this.#memory) this.#announce({ stage: 'scanning', because, done: this.#memory.size, total });
    else this.#scan(because, total);
    if (isDamaged && this.#mendings <= mostMendings) void this.reconcile();
    else this.#tryAgainLater();
  }

  async #fillFromSource(memory: MemoryEngine): Promise<void> {
    const { source, tuning } = this.#options;
    const rest = pace();
    for await (const items of batchesOf(source, this.#stopping.signal)) {
      if (this.#isClosing || memory !== this.#memory || memory.size >= tuning.scanUpTo) return;
      for (const item of items) {
        if (!memory.has(item.id) && !this.#touched?.has(item.id)) memory.put({ item });
        await rest();
      }
    }
  }

  /** Whether memory now holds everything that the table does. */
  async #fillFromTable(): Promise<boolean> {
    const memory = new MemoryEngine(this.#options.termsOf);
    try {
      for await (const rows of this.#table?.kept() ?? []) for (const row of rows) memory.put(row);
    } catch (error) {
      this.#options.log.warn('search index: the table cannot be read', { error: String(error) });
      return false;
    }
    this.#memory = memory;
    return true;
  }

  async #reconcileOnce(): Promise<void> {
    if (this.#isClosing) return;
    const touched = new Set<string>();
    this.#touched = touched;
    this.#late.clear();
    try {
      const opened = this.#table ? undefined : await this.#openTable();
      await this.#salvage?.dropIndexes().catch(() => undefined);
      await this.#filling;
      const table = this.#table;
      const { written, total } = await catchUp({
        ...this.#options,
        table,
        memory: this.#memory,
        memoryLimit: this.#options.tuning.scanUpTo,
        salvage: this.#salvage,
        touched,
        writes: this.#writes,
        progress: (done, of) => this.#progress(opened?.reason, done, of),
        signal: this.#stopping.signal,
      });
      if (this.#isClosing) return;
      if (table) {
        if (this.#late.size > 0) await this.#writes.write(this.#late);
        await this.#trust(table, written);
      } else {
        this.#progress(opened?.reason, total, total);
        this.#tryAgainLater();
      }
    } catch (error) {
      if (this.#isClosing) return;
      if (error instanceof SourceFault) this.#blameSource(error);
      else this.#giveUp(reasonOf(error, this.#options.place), error);
    } finally {
      this.#touched = undefined;
    }
  }

  /** The table holds what the source says: from now on it answers, or memory does where that is faster. */
  async #trust(table: LanceTable, written: number): Promise<void> {
    if (this.#table !== table) return;
    const isSmall = table.rows <= this.#options.tuning.memoryUpTo;
    await this.#writes.alone(async () => {
      if (written > 0) await this.#tidy();
      if (!isSmall) await table.index(written * 2 > table.rows);
    });
    if (this.#table !== table) return;
    if (!isSmall) this.#memory = undefined;
    else if (!this.#memory) await this.#fillFromTable();
    this.#salvage?.close();
    this.#salvage = undefined;
    this.#announce({ stage: 'ready', rows: table.rows });
    await this.#tables?.clearBefore(this.#generation);
  }

  async #write(batch: ReadonlyMap<string, Written<WrittenRow>>): Promise<void> {
    invariant(!this.#isClosing, 'nobody writes to a closed index');
    for (const [id, written] of batch) {
      this.#touched?.add(id);
      if ('row' in written) this.#memory?.put(written.row);
      else this.#memory?.remove(id);
    }
    const table = this.#table;
    for (const [id, written] of batch) {
      if (table) this.#late.delete(id);
      else this.#late.set(id, written);
    }
    if (!table) return;
    try {
      await this.#writes.write(batch);
    } catch (error) {
      if (this.#table === table) this.#giveUp(reasonOf(error, this.#options.place), error);
      await this.#filling;
    }
  }

  async #writeBatch(batch: ReadonlyMap<string, Written<WrittenRow>>): Promise<void> {
    const table = this.#table;
    if (!table) return;
    const rows = [...batch.values()].flatMap((written) => ('row' in written ? [written.row] : []));
    const gone = [...batch].flatMap(([id, written]) => ('gone' in written ? [id] : []));
    const write = async () => {
      if (rows.length > 0) await table.merge(rows);
      if (gone.length > 0) await table.delete(gone);
    };
    // Twice does no harm, and somebody else may have been in the way.
    await write().catch(() => table.refresh().then(write));
    this.#writesSinceTidy += 1;
    if (this.#writesSinceTidy >= this.#options.tuning.tidyAfter) await this.#tidy();
    else this.#tidyWhenIdle();
    if (this.#state.stage === 'ready') this.#announce({ stage: 'ready', rows: table.rows });
  }

  /** Tidies the table; one that has outgrown memory gets its indexes and answers itself. */
  async #tidy(): Promise<void> {
    const table = this.#table;
    if (!table) return;
    this.#writesSinceTidy = 0;
    await table.tidy(new Date(Date.now() - (this.#memory ? 0 : versionsKept)));
    if (this.#state.stage !== 'ready' || table.rows <= this.#options.tuning.memoryUpTo) return;
    await table.index(false);
    if (this.#table === table) this.#memory = undefined;
  }

  #tidyWhenIdle(): void {
    if (this.#isClosing) return;
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => {
      void this.maintain().catch((error) =>
        this.#options.log.warn('search index: not tidied', { error: String(error) }),
      );
    }, this.#options.tuning.idleAfter).unref();
  }

  #tryAgainLater(): void {
    if (this.#isClosing) return;
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => void this.reconcile(), this.#options.tuning.retryAfter).unref();
  }

  /** What the source does wrong is no damage: what is known so far answers, and it is asked again later. */
  #blameSource(error: unknown): void {
    if (this.#isClosing) return;
    this.#options.log.bug(error instanceof SourceFault ? error.cause : error);
    this.#tryAgainLater();
  }

  /** A table that was ready only tells of what it catches up when it is done. */
  #progress(reason: ScanReason | undefined, done: number, total: number): void {
    const because = reason ?? (this.#state.stage === 'scanning' ? this.#state.because : undefined);
    if (because) this.#announce({ stage: 'scanning', because, done, total });
    else if (this.#state.stage === 'building') this.#announce({ stage: 'building', done, total });
  }

  #announce(state: IndexState): void {
    this.#state = state;
    this.#changes.announce(state);
  }
}
