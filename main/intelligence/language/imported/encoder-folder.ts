/**
 * @file A folder with a sentence-transformer in ONNX, as people download them: which file is the model, how its words are
 * pooled, what is put before a question. Read before anything of it runs.
 */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { encoderFault } from './encoder-fault.ts';
import { type OnnxHead, type OnnxPort, readOnnxHead } from './onnx-head.ts';

export type Pooling = 'mean' | 'cls' | 'none';

/** What is needed to run the model of a folder. */
export interface EncoderRecipe {
  /** File of the model. */
  readonly model: string;
  readonly tokenizer: string;
  /** Inputs it wants, with the type of their numbers. */
  readonly inputs: readonly { readonly name: InputName; readonly type: 'int64' | 'int32' }[];
  /** The output that is read. */
  readonly output: string;
  /** `none`: the model answers whole sentences itself. */
  readonly pooling: Pooling;
  /** Whether the folder says so, or it is what models of its kind do. */
  readonly isPoolingTold: boolean;
  /** Tokens of a sentence at most, those around it included. */
  readonly maxTokens: number;
  /** Texts and tokens of a run where the model was made for one size only. */
  readonly fixed: { readonly texts: number | null; readonly tokens: number | null };
  readonly prefixes: { readonly query: string; readonly passage: string };
  /** Token that fills up shorter sentences. */
  readonly padToken: number;
}

export interface EncoderFolder {
  readonly folder: string;
  readonly name: string;
  readonly recipe: EncoderRecipe;
  /** Weights in one byte each that came with it. */
  readonly ownInt8: string | null;
  /** Whether `recipe.model` is such a file, because there is no other. */
  readonly isInt8: boolean;
  /** Whether the model has files beside it. */
  readonly hasOtherFiles: boolean;
  /** Bytes of the model. */
  readonly bytes: number;
  /** Languages its page names. */
  readonly languages: readonly string[];
  /** Of the model, the tokenizer and how they are used. */
  readonly digest: string;
}

export const inputNames = ['input_ids', 'attention_mask', 'token_type_ids', 'position_ids'] as const;
export type InputName = (typeof inputNames)[number];

const modelNames = ['model.onnx', 'onnx/model.onnx'];
const int8Names = [
  'model_quantized',
  'model_int8',
  'model_qint8_avx512_vnni',
  'model_qint8_avx512',
  'model_quint8_avx2',
];
const outputNames = ['sentence_embedding', 'token_embeddings', 'last_hidden_state', 'output_0'];
const integerTypes: Readonly<Record<number, 'int64' | 'int32'>> = { 7: 'int64', 6: 'int32' };
const float32 = 1;
/** More would take longer than anybody waits; nothing in a library is that long. */
const mostTokens = 8192;
const usualTokens = 512;
/** Bytes. The largest tokenizers have some 20 MB. */
const mostTokenizer = 128 << 20;

/** Reads what lies in `folder`. Refuses (`encoder.refused`) with what is wrong. */
export async function readEncoderFolder(folder: string): Promise<EncoderFolder> {
  const name = path.basename(folder) || folder;
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw encoderFault('no-folder', name);
  const at = (file: string) => path.join(folder, file);
  const whole = modelNames.find((file) => existsSync(at(file)));
  const int8 = int8Names.flatMap((one) => [`${one}.onnx`, `onnx/${one}.onnx`]).find((file) => existsSync(at(file)));
  const model = whole ?? int8;
  if (model === undefined) throw encoderFault('no-model', name);
  const tokenizer = at('tokenizer.json');
  if (!existsSync(tokenizer)) throw encoderFault('no-tokenizer', name);
  if (statSync(tokenizer).size > mostTokenizer) throw encoderFault('bad-tokenizer', name, 'tokenizer.json');
  const json = (file: string) => readJson(folder, file, name);

  const head = readOnnxHead(at(model));
  if ('fault' in head) throw encoderFault(head.fault, name, head.detail);
  const config = json('config.json');
  const calls = [name, textOf(config._name_or_path)].join(' ').toLowerCase();
  const recipe: EncoderRecipe = {
    model: at(model),
    tokenizer,
    inputs: inputsOf(head, name),
    ...outputOf(head, name),
    ...poolingOf(head, json, { name, calls }),
    fixed: fixedOf(head.inputs),
    maxTokens: maxTokensOf(json, config),
    prefixes: prefixesOf(json('config_sentence_transformers.json'), calls),
    padToken: padTokenOf(tokenizer, config, name),
  };
  return {
    folder,
    name,
    recipe,
    ownInt8: whole !== undefined && int8 !== undefined ? at(int8) : null,
    isInt8: whole === undefined,
    hasOtherFiles: head.hasOtherFiles,
    bytes: head.bytes,
    languages: languagesOf(folder),
    digest: await digestOf(recipe),
  };
}

type Json = Readonly<Record<string, unknown>>;

function readJson(folder: string, file: string, name: string): Json {
  const full = path.join(folder, file);
  if (!existsSync(full)) return {};
  try {
    const read: unknown = JSON.parse(readFileSync(full, 'utf8'));
    if (typeof read === 'object' && read !== null) return read as Json;
  } catch (error) {
    throw encoderFault('bad-config', name, file, error);
  }
  throw encoderFault('bad-config', name, file);
}

function inputsOf({ inputs }: OnnxHead, name: string): EncoderRecipe['inputs'] {
  const wanted = inputs.map((input) => {
    const known = inputNames.find((one) => one === input.name);
    const type = integerTypes[input.type];
    if (!known || !type) throw encoderFault('inputs', name, input.name);
    return { name: known, type };
  });
  if (!wanted.some((one) => one.name === 'input_ids')) throw encoderFault('inputs', name, 'input_ids');
  return wanted;
}

function outputOf({ outputs }: OnnxHead, name: string): Pick<EncoderRecipe, 'output'> {
  const known = outputNames.flatMap((one) => outputs.find((output) => output.name === one) ?? [])[0] ?? outputs[0];
  const rank = known?.sizes.length ?? 0;
  if (!known || known.type !== float32 || (rank !== 0 && rank !== 2 && rank !== 3)) {
    throw encoderFault('outputs', name, outputs.map((output) => output.name).join(', '));
  }
  return { output: known.name };
}

function poolingOf(
  head: OnnxHead,
  json: (file: string) => Json,
  { name, calls }: { readonly name: string; readonly calls: string },
): Pick<EncoderRecipe, 'pooling' | 'isPoolingTold'> {
  const { output } = outputOf(head, name);
  if (head.outputs.find((one) => one.name === output)?.sizes.length === 2) {
    return { pooling: 'none', isPoolingTold: true };
  }
  const modules = Object.values(json('modules.json')) as readonly Json[];
  const extra = modules.map(({ type }) => textOf(type)).find((type) => !/(Transformer|Pooling|Normalize)$/u.test(type));
  if (extra !== undefined) throw encoderFault('pooling', name, extra);
  const folder = modules.find(({ type }) => textOf(type).endsWith('Pooling'))?.path;
  const told = json(
    path.join(typeof folder === 'string' && folder !== '' ? path.normalize(folder) : '1_Pooling', 'config.json'),
  );
  const modes = Object.entries(told).flatMap(([key, value]) => (key.startsWith('pooling_mode_') && value ? [key] : []));
  if (modes.length > 1) throw encoderFault('pooling', name, modes.join(', '));
  const [mode] = modes;
  if (mode === 'pooling_mode_mean_tokens') return { pooling: 'mean', isPoolingTold: true };
  if (mode === 'pooling_mode_cls_token') return { pooling: 'cls', isPoolingTold: true };
  if (mode !== undefined) throw encoderFault('pooling', name, mode);
  return { pooling: /\b(bge|gte-(base|large)-en|arctic)/u.test(calls) ? 'cls' : 'mean', isPoolingTold: false };
}

function fixedOf(inputs: readonly OnnxPort[]): EncoderRecipe['fixed'] {
  const [texts = null, tokens = null] = inputs.find(({ name }) => name === 'input_ids')?.sizes ?? [];
  return { texts: positive(texts) ?? null, tokens: positive(tokens) ?? null };
}

/** RoBERTa counts positions from the pad token on. */
function maxTokensOf(json: (file: string) => Json, config: Json): number {
  const positions = positive(config.max_position_embeddings);
  const isRoberta = /roberta/u.test(textOf(config.model_type));
  const told =
    positive(json('sentence_bert_config.json').max_seq_length) ??
    positive(json('tokenizer_config.json').model_max_length);
  const room = positions === undefined ? undefined : isRoberta ? positions - 2 : positions;
  return Math.min(told ?? room ?? usualTokens, room ?? mostTokens, mostTokens);
}

/** e5 learned with them (Wang et al. 2022), and many of its folders do not say so. */
function prefixesOf({ prompts, default_prompt_name: usual }: Json, calls: string): EncoderRecipe['prefixes'] {
  const told = (typeof prompts === 'object' && prompts !== null ? prompts : {}) as Json;
  const first = (...keys: readonly string[]) => keys.map((key) => told[key]).find((one) => typeof one === 'string');
  const general = typeof usual === 'string' ? first(usual) : undefined;
  const query = first('query', 'search_query', 'retrieval.query') ?? general;
  const passage = first('passage', 'document', 'search_document', 'retrieval.passage') ?? general;
  if (query !== undefined || passage !== undefined) return { query: textOf(query), passage: textOf(passage) };
  if (!/(^|[^a-z0-9])e5([^a-z0-9]|$)/u.test(calls)) return { query: '', passage: '' };
  if (!calls.includes('instruct')) return { query: 'query: ', passage: 'passage: ' };
  return { query: 'Instruct: Given a search query, retrieve what fits it\nQuery: ', passage: '' };
}

function padTokenOf(tokenizer: string, config: Json, name: string): number {
  try {
    const { padding } = JSON.parse(readFileSync(tokenizer, 'utf8')) as { padding?: { pad_id?: unknown } | null };
    const told = padding?.pad_id ?? config.pad_token_id;
    return typeof told === 'number' && told >= 0 ? told : 0;
  } catch (error) {
    throw encoderFault('bad-tokenizer', name, 'tokenizer.json', error);
  }
}

/** What stands under `language` at the head of README.md. */
function languagesOf(folder: string): readonly string[] {
  const readme = path.join(folder, 'README.md');
  if (!existsSync(readme)) return [];
  const [, head = ''] = /^---\n([\s\S]*?)\n---/u.exec(readFileSync(readme, 'utf8').replaceAll('\r', '')) ?? [];
  const [, line = '', list = ''] = /^language:[ \t]*(.*)\n((?:[ \t]*-.*\n?)*)/mu.exec(`${head}\n`) ?? [];
  const all = `${line} ${list}`.match(/(?<![A-Za-z])[A-Za-z]{2,3}(?:-[A-Za-z]+)?(?![A-Za-z])/gu) ?? [];
  return [...new Set(all.map((one) => one.toLowerCase()))];
}

async function digestOf({ model, tokenizer, ...use }: EncoderRecipe): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(use));
  for (const file of [model, tokenizer]) for await (const bytes of createReadStream(file)) hash.update(bytes as Buffer);
  return hash.digest('hex').slice(0, 16);
}

function positive(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) && value >= 1 ? Math.floor(value) : undefined;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
