/**
 * @file One error class for the whole studio.
 *
 * A `StudioError` is something a perfumer can be told about: a stable `code` and the facts of the case. The prose is written
 * at the edge, in Korean and English, from those two. Anything else that gets thrown is a bug and crosses the wire as
 * `internal` with a reference to the log.
 */

/** Every code, and the facts that travel with it. Add a line here first, then throw it. */
export interface ErrorFacts {
  'recipe.not-found': { readonly recipeId: string };
  'recipe.changed-elsewhere': { readonly recipeId: string; readonly expected: number; readonly actual: number };
  'recipe.nothing-to-undo': { readonly recipeId: string };
  'recipe.nothing-to-redo': { readonly recipeId: string };
  'recipe.used-as-accord': {
    readonly recipeId: string;
    readonly usedBy: readonly {
      readonly recipeId: string;
      readonly name: { readonly en: string; readonly ko: string };
    }[];
  };
  'recipe.too-long': { readonly lines: number; readonly most: number };
  'trial.not-found': { readonly trialId: string };
  'formula.invalid': { readonly reason: FormulaFault; readonly lineId?: string; readonly text?: string };
  'formula.cycle': { readonly recipeId: string };
  'material.not-found': { readonly materialId: string };
  'material.invalid': { readonly field: string; readonly reason: string; readonly text: string };
  'material.name-taken': { readonly name: string; readonly materialId: string };
  'material.changed-elsewhere': { readonly materialId: string; readonly expected: number; readonly actual: number };
  'material.is-shipped': { readonly materialId: string };
  'file.not-understood': { readonly reason: FileFault; readonly name: string; readonly detail?: string };
  'file.not-here': { readonly name: string };
  'file.too-large': { readonly name: string; readonly bytes: number; readonly most: number };
  'collection.not-found': { readonly id: string };
  'collection.cannot-undo': { readonly id: string; readonly state: string };
  'collection.busy': { readonly fileName: string };
  'library.in-use': { readonly folder: string };
  'library.newer': { readonly folder: string; readonly found: number; readonly known: number };
  'library.read-only': { readonly folder: string };
  'library.disk-full': { readonly folder: string };
  'library.being-replaced': { readonly folder: string };
  'library.damaged': { readonly folder: string; readonly detail: string };
  'evaluation.not-found': { readonly evaluationId: string };
  'evaluation.invalid': { readonly reason: EvaluationFault; readonly text: string };
  'sitting.not-found': { readonly sittingId: string };
  'sitting.invalid': { readonly reason: SittingFault; readonly text: string };
  'sitting.over': { readonly sittingId: string };
  'brief.not-found': { readonly briefId: string };
  'brief.invalid': { readonly reason: BriefFault; readonly text: string };
  'brief.changed-elsewhere': { readonly briefId: string; readonly expected: number; readonly actual: number };
  'supplier.not-found': { readonly supplierId: string };
  'supplier.invalid': { readonly reason: 'no-name'; readonly text: string };
  'supplier.name-taken': { readonly name: string; readonly supplierId: string };
  'lot.not-found': { readonly lotId: string };
  'lot.invalid': { readonly reason: LotFault; readonly text: string };
  'composition.not-found': { readonly compositionId: string };
  'composition.invalid': { readonly reason: LotCompositionFault; readonly text: string };
  'stock.nothing-to-undo': { readonly count: number };
  'stock.not-the-last': { readonly actId: string };
  'stock.nothing-to-weigh': { readonly recipeId: string };
  'batch.not-found': { readonly batchId: string };
  'batch.invalid': { readonly reason: 'mass' | 'day'; readonly text: string };
  'tag.invalid': { readonly reason: 'too-many' | 'too-long'; readonly text: string };
  'regulation.not-found': { readonly tableId: string };
  'regulation.table-in-use': { readonly tableId: string; readonly amendment: number };
  'regulation.not-kept': {
    readonly name: string;
    readonly problems: number;
    readonly why: string;
    readonly row: number;
    readonly column: string;
  };
  'training.damaged': { readonly file: string; readonly detail: string };
  'training.other-model': { readonly file: string; readonly name: string };
  'search.not-found': { readonly id: string };
  'search.invalid': { readonly reason: 'no-name'; readonly text: string };
  'word.not-found': { readonly id: string };
  'word.invalid': { readonly reason: WordFault; readonly text: string };
  'word.taken': { readonly text: string; readonly id: string };
  'encoder.not-found': { readonly id: string };
  'encoder.refused': { readonly reason: EncoderFault; readonly name: string; readonly detail: string };
  'encoder.busy': { readonly name: string };
  'index-place.invalid': { readonly reason: IndexPlaceFault; readonly text: string };
  'index-place.failed': { readonly reason: IndexPlaceFailure; readonly detail: string };
  'settings.invalid': { readonly field: string; readonly text: string };
  'model.not-found': { readonly modelId: string };
  'model.no-model': { readonly role: string };
  'model.file-gone': { readonly name: string };
  /** The preflight's finding; `detail` says where in the file. */
  'model.refused': { readonly name: string; readonly reason: string; readonly detail: string };
  'model.load-failed': { readonly name: string; readonly detail: string };
  'model.not-enough-memory': {
    readonly name: string;
    readonly reason: 'ram' | 'vram';
    readonly neededGb: number;
    readonly freeGb: number;
  };
  /** `room` is what the context leaves for the prompt, in tokens. */
  'model.prompt-too-long': { readonly tokens: number; readonly room: number; readonly context: number };
  'model.host-ended': { readonly reason: HostEnd; readonly detail: string };
  'model.host-resting': { readonly failures: number; readonly seconds: number };
  'model.queue-full': { readonly reason: 'requests' | 'tokens'; readonly waiting: number; readonly most: number };
  'model.cannot': { readonly reason: 'grammar' | 'adapter' | 'probabilities'; readonly name: string };
  'model.unloaded': { readonly name: string };
  'model.invalid': { readonly reason: ModelFault; readonly text: string };
  'model.server-failed': { readonly reason: ServerFault; readonly name: string; readonly detail: string };
  'model.download-failed': { readonly reason: DownloadFault; readonly detail: string };
  'model.busy': { readonly name: string };
  /** Fewer materials that fit than a draft has lines. */
  'draft.no-materials': { readonly found: number; readonly least: number };
  /** The model stopped before the formula was whole. */
  'draft.cut-off': { readonly lines: number };
  'request.invalid': { readonly issues: readonly string[] };
  internal: { readonly reference: string };
}
export type ErrorCode = keyof ErrorFacts;

export type FormulaFault =
  | 'amount-not-a-number'
  | 'amount-negative'
  | 'amount-absurd'
  | 'dilution-out-of-range'
  | 'dosage-out-of-range'
  | 'line-twice'
  | 'line-missing'
  | 'order-broken';

/** How the process of the models ended: by itself, from outside, for want of memory, without an answer, or never begun. */
export type HostEnd = 'crashed' | 'killed' | 'memory' | 'stuck' | 'not-started';
export type ModelFault =
  | 'path'
  | 'not-gguf'
  | 'address'
  | 'hash'
  | 'context'
  | 'setting'
  | 'grammar'
  | 'folder'
  | 'role';
export type ServerFault = 'unreachable' | 'status' | 'nonsense' | 'slow' | 'off' | 'not-confirmed';
export type DownloadFault = 'network' | 'status' | 'hash' | 'disk-full' | 'too-large' | 'changed' | 'not-written';

export type LotCompositionFault = 'no-lot' | 'day' | 'cas' | 'twice' | 'share' | 'over-whole';
export type EvaluationFault = 'nothing-said' | 'intensity' | 'liking' | 'minutes' | 'descriptor';
export type SittingFault =
  | 'too-few'
  | 'too-many'
  | 'blind-alone'
  | 'twice'
  | 'other-recipe'
  | 'code'
  | 'moment'
  | 'started'
  | 'nothing-to-compare'
  | 'not-blind';
export type BriefFault = 'no-name' | 'deadline' | 'ceiling' | 'dosage';
export type WordFault = 'no-text' | 'too-long' | 'no-meaning' | 'meanings' | 'unknown-meaning' | 'too-many';
/** What is wrong with a folder that should hold an encoder. */
export type EncoderFault =
  | 'no-folder'
  | 'no-model'
  | 'no-tokenizer'
  | 'bad-tokenizer'
  | 'bad-config'
  | 'not-onnx'
  | 'cut-off'
  | 'weights-missing'
  | 'inputs'
  | 'outputs'
  | 'pooling'
  | 'not-run'
  | 'says-nothing'
  | 'changed';
export type IndexPlaceFault = 'address' | 'endpoint' | 'unencrypted' | 'key' | 'not-confirmed';
export type IndexPlaceFailure = 'unreachable' | 'refused' | 'no-bucket' | 'not-written' | 'unknown';
export type LotFault = 'quantity' | 'left' | 'paid' | 'day' | 'expires-before-bought' | 'minimum';

export type FileFault =
  | 'empty'
  | 'not-json'
  | 'not-a-recipe'
  | 'newer-schema'
  | 'not-a-workbook'
  | 'bomb'
  | 'no-columns'
  | 'too-many-lines'
  | 'encoding'
  | 'too-many-rows'
  | 'not-an-archive'
  | 'damaged-archive'
  | 'unsafe-archive';

export class StudioError<C extends ErrorCode = ErrorCode> extends Error {
  override readonly name = 'StudioError';
  readonly code: C;
  readonly facts: ErrorFacts[C];

  constructor(code: C, facts: ErrorFacts[C], options: { readonly cause?: unknown } = {}) {
    super(`${code} ${JSON.stringify(facts)}`, options);
    this.code = code;
    this.facts = facts;
  }
}

/** Whether `error` is a refusal the perfumer can be told about, and with `code` whether it is that one. */
export function isStudioError<C extends ErrorCode>(error: unknown, code?: C): error is StudioError<C> {
  return error instanceof StudioError && (code === undefined || error.code === code);
}

/** For what the surrounding code already guarantees. A failure here is a bug, not bad input. */
export function invariant(condition: unknown, because: string): asserts condition {
  if (!condition) throw new Error(`Invariant broken: ${because}`);
}
