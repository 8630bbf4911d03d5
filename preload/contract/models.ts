import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { refusals } from './errors.ts';

const tags = ['models'];
const modelId = z.string().min(1).max(80);
const bytes = z.number().min(0);
const file = z.string().min(1).max(4096);
const none = z.object({});
const inTwoLanguages = z.object({ en: z.string(), ko: z.string() });

export const modelRoleShape = z.enum(['orchestrator', 'composer', 'emotion', 'safety-explainer', 'assistant']);
export type ModelRole = z.output<typeof modelRoleShape>;
const backendShape = z.enum(['cuda', 'vulkan', 'metal', 'cpu']);
export const samplingShape = z.enum(['exact', 'careful', 'balanced', 'inventive']);
const kvTypeShape = z.enum(['F32', 'F16', 'Q8_0']);
export const serverKindShape = z.enum(['llama-server', 'vllm', 'ollama', 'other']);

export const modelSettingsShape = z.object({
  /** Tokens that fit, prompt and answer together. */
  context: z.union([z.literal('auto'), z.int().min(256).max(1_048_576)]),
  gpuLayers: z.union([z.enum(['auto', 'all']), z.int().min(0).max(1000)]),
  threads: z.union([z.literal('auto'), z.int().min(1).max(256)]),
  kvType: kvTypeShape,
  flashAttention: z.union([z.literal('auto'), z.boolean()]),
  sampling: samplingShape,
});
export type ModelSettings = z.output<typeof modelSettingsShape>;

const factsShape = z.object({
  architecture: z.string(),
  name: z.string().exactOptional(),
  parameters: z.number(),
  storedAs: z.string(),
  fileBytes: bytes,
  context: z.number().exactOptional(),
  width: z.number().exactOptional(),
  layers: z.number().exactOptional(),
  heads: z.number().exactOptional(),
  keyHeads: z.number().exactOptional(),
  vocabulary: z.number().exactOptional(),
  isTied: z.boolean(),
  hasChatTemplate: z.boolean(),
  licence: z.string().exactOptional(),
  languages: z.array(z.string()),
});

export const shelfModelShape = z.object({
  id: modelId,
  name: z.string(),
  path: z.string(),
  label: z.string(),
  origin: z.enum(['shipped', 'file', 'lm-studio', 'hugging-face', 'ollama', 'download']),
  /** Only shows that the path works. */
  isDemonstration: z.boolean(),
  isMissing: z.boolean(),
  facts: factsShape.nullable(),
  refused: z.object({ reason: z.string(), detail: z.string() }).nullable(),
  sha256: z.string().nullable(),
  licence: z.object({
    name: z.string().nullable(),
    commercial: z.enum(['allowed', 'conditional', 'forbidden', 'unknown']),
    note: inTwoLanguages.nullable(),
  }),
  /** The published model it looks like. */
  knownAs: z.string().nullable(),
  /** The name of the model on the shelf that is the same file. */
  copyOf: z.string().nullable(),
  settings: modelSettingsShape,
  loaded: z.object({ context: z.number(), gpuLayers: z.number(), ram: bytes, vram: bytes }).nullable(),
  /** Tokens per second, as last measured, and on which back end. */
  speed: z.number().nullable(),
  speedOn: z.string().nullable(),
  used: z.string().nullable(),
});
export type ShelfModel = z.output<typeof shelfModelShape>;

/** A published model, and what it is good for. */
export const knownModelShape = z.object({
  id: z.string(),
  name: z.string(),
  maker: z.string(),
  parameters: z.number(),
  context: z.number(),
  isTied: z.boolean(),
  files: z.array(z.object({ quantisation: z.string(), gigabytes: z.number() })),
  /** GB of 1e9 bytes on a graphics card, everything on it, at a context of so many tokens. */
  graphicsMemory: z.array(z.object({ context: z.number(), gigabytes: z.number() })),
  licence: z.object({
    name: z.string(),
    commercial: z.enum(['allowed', 'conditional', 'forbidden']),
    url: z.string(),
    note: inTwoLanguages.nullable(),
  }),
  languages: z.array(z.string()),
  goodFor: inTwoLanguages,
});
export type KnownModel = z.output<typeof knownModelShape>;

const playerShape = z.union([
  z.object({ kind: z.literal('local'), modelId }),
  z.object({ kind: z.literal('server'), serverId: z.string().min(1).max(80) }),
]);

export const modelServerShape = z.object({
  id: z.string(),
  name: z.string(),
  address: z.string(),
  kind: z.string(),
  model: z.string(),
  context: z.int(),
  added: z.string(),
});
export type ModelServer = z.output<typeof modelServerShape>;

const downloadShape = z.object({
  id: z.string(),
  url: z.string(),
  path: z.string(),
  sha256: z.string().nullable(),
  received: bytes,
  total: bytes.nullable(),
  refusal: z.object({ code: z.string(), facts: z.record(z.string(), z.unknown()) }).nullable(),
  began: z.string(),
  now: z
    .object({
      stage: z.enum(['asking', 'receiving', 'checking']),
      done: bytes,
      total: bytes.nullable(),
      /** Bytes per second. */
      perSecond: z.number(),
    })
    .nullable(),
});
export type ModelDownload = z.output<typeof downloadShape>;

const verdicts = [
  'used',
  'not-needed',
  'no-driver',
  'no-runtime',
  'no-loader',
  'software',
  'failed',
  'other-system',
] as const;
export const backendChoiceShape = z.object({
  backend: backendShape,
  devices: z.array(z.string()),
  /** Why each back end is used or not. */
  findings: z.array(z.object({ backend: backendShape, verdict: z.enum(verdicts), detail: z.string() })),
  /** What was asked for could not be had. */
  isSecondBest: z.boolean(),
});

const preferencesShape = z.object({
  backend: z.union([z.literal('auto'), backendShape]),
  /** Minutes after which an unused model is unloaded; 0 never. */
  idleMinutes: z.number().min(0).max(1440),
  areServersOn: z.boolean(),
});

const hostEnd = z.enum(['crashed', 'killed', 'memory', 'stuck', 'not-started']);

export const shelfShape = z.object({
  models: z.array(shelfModelShape),
  roles: z.array(z.object({ role: modelRoleShape, player: playerShape.nullable(), isChosen: z.boolean() })),
  servers: z.array(modelServerShape),
  folders: z.array(z.object({ path: z.string(), added: z.string(), looked: z.string().nullable(), found: z.int() })),
  downloads: z.array(downloadShape),
  /** The process the models live in. */
  host: z.object({
    stage: z.enum(['off', 'starting', 'ready', 'restarting']),
    starts: z.int(),
    breaker: z.object({
      state: z.enum(['closed', 'open', 'half-open']),
      failures: z.int(),
      /** ms since 1970. */
      retryAt: z.number().nullable(),
    }),
    lastEnding: z.object({ reason: hostEnd, detail: z.string(), at: z.number() }).nullable(),
    memory: z.object({ ramFree: bytes, ramTotal: bytes, vramFree: bytes, vramTotal: bytes }).nullable(),
    release: z.string().nullable(),
    cores: z.number().nullable(),
  }),
  backend: backendChoiceShape.nullable(),
  preferences: preferencesShape,
  /** Where downloads go. */
  modelsFolder: z.string(),
});
export type Shelf = z.output<typeof shelfShape>;

/** What loading a model would do. Bytes are estimates. */
const plannedShape = z.object({
  outcome: z.enum(['fits', 'too-large']),
  context: z.number(),
  gpuLayers: z.number(),
  layers: z.number(),
  ram: bytes,
  vram: bytes,
  of: z.enum(['ram', 'vram']).nullable(),
  free: bytes,
  /** Names of models that are unloaded first. */
  unloads: z.array(z.string()),
});
export const modelPlanShape = plannedShape.extend({ modelId });
export type ModelPlan = z.output<typeof modelPlanShape>;

export const loadStageShape = z.discriminatedUnion('stage', [
  plannedShape.extend({ stage: z.literal('planned') }),
  z.object({ stage: z.literal('loading'), progress: z.number() }),
  z.object({ stage: z.literal('cancelled') }),
  z.object({ stage: z.literal('done'), context: z.number(), gpuLayers: z.number(), ms: z.number() }),
]);

const folderStageShape = z.discriminatedUnion('stage', [
  z.object({ stage: z.literal('looking'), folders: z.int(), found: z.int() }),
  z.object({ stage: z.literal('checking'), name: z.string(), found: z.int() }),
  z.object({ stage: z.literal('refused'), name: z.string(), reason: z.string(), detail: z.string() }),
  z.object({ stage: z.literal('cancelled') }),
  z.object({ stage: z.literal('done'), folders: z.int(), found: z.int(), added: z.int(), refused: z.int() }),
]);

const downloadingShape = z.discriminatedUnion('stage', [
  z.object({ stage: z.literal('begun'), downloadId: z.string(), path: z.string() }),
  z.object({
    stage: z.enum(['receiving', 'checking']),
    done: bytes,
    total: bytes.nullable(),
    perSecond: z.number(),
  }),
  z.object({ stage: z.literal('stopped') }),
  z.object({ stage: z.literal('done'), modelId, sha256: z.string() }),
]);

/** What comes of asking a model something. */
export const modelEventShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('queued'), ahead: z.int() }),
  z.object({ kind: z.literal('loading'), name: z.string(), progress: z.number(), unloads: z.array(z.string()) }),
  z.object({ kind: z.literal('summarising'), tokens: z.int(), room: z.int() }),
  z.object({
    kind: z.literal('started'),
    modelName: z.string(),
    promptTokens: z.int(),
    context: z.int(),
    isDemonstration: z.boolean(),
    leavesMachine: z.boolean(),
  }),
  z.object({ kind: z.literal('text'), text: z.string(), tokens: z.int() }),
  z.object({
    kind: z.literal('done'),
    end: z.enum(['finished', 'stop', 'length', 'context-full', 'cancelled']),
    promptTokens: z.int(),
    tokens: z.int(),
    msToFirstToken: z.number(),
    tokensPerSecond: z.number(),
    isConstrained: z.boolean(),
  }),
]);
export type ModelEvent = z.output<typeof modelEventShape>;

export const diagnosisShape = z.object({
  made: z.string(),
  platform: z.string(),
  arch: z.string(),
  system: z.string(),
  node: z.string(),
  processor: z.string(),
  threads: z.int(),
  ramTotal: bytes,
  ramFree: bytes,
  vramTotal: bytes,
  vramFree: bytes,
  llamaRelease: z.string().nullable(),
  wish: z.string(),
  backend: backendChoiceShape.nullable(),
  model: z
    .object({
      name: z.string(),
      architecture: z.string(),
      storedAs: z.string(),
      bytes,
      context: z.number(),
      gpuLayers: z.number(),
      layers: z.number(),
      loadMs: z.number(),
      msToFirstToken: z.number(),
      tokens: z.int(),
      tokensPerSecond: z.number(),
    })
    .nullable(),
  breaker: z.string(),
  starts: z.int(),
  problems: z.array(
    z.object({
      at: z.enum(['backend', 'load', 'answer']),
      code: z.string(),
      facts: z.record(z.string(), z.unknown()),
    }),
  ),
  log: z.array(z.string()),
});
export type Diagnosis = z.output<typeof diagnosisShape>;

const diagnoseStageShape = z.discriminatedUnion('stage', [
  z.object({ stage: z.literal('backend') }),
  z.object({ stage: z.literal('loading'), name: z.string() }),
  z.object({ stage: z.literal('answering'), tokens: z.int() }),
  z.object({ stage: z.literal('done'), diagnosis: diagnosisShape }),
]);

const listingShape = z.object({
  path: z.string(),
  parent: z.string().nullable(),
  folders: z.array(z.string()),
  files: z.array(z.object({ name: z.string(), bytes })),
  known: z.array(z.object({ program: z.enum(['lm-studio', 'hugging-face', 'ollama']), path: z.string() })),
});
export type FolderListing = z.output<typeof listingShape>;

const speaker = z.enum(['system', 'user', 'model']);
const promptShape = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('chat'),
    messages: z
      .array(z.object({ speaker, text: z.string().max(200_000) }))
      .min(1)
      .max(200),
  }),
  z.object({ kind: z.literal('text'), text: z.string().max(500_000) }),
]);

/** The one act that leaves the machine is agreed to each time. */
const isConfirmed = z.literal(true);

export const models = {
  /** The models of this machine, who plays what, and the process they live in. */
  shelf: oc.route({ method: 'GET', path: '/models', summary: 'The shelf of models', tags }).output(shelfShape),
  /** The shelf now, and again whenever it changes. */
  follow: oc
    .route({ method: 'GET', path: '/models/follow', summary: 'Follow the shelf', tags })
    .output(eventIterator(shelfShape)),
  /** Looks at what computes here, and opens it. */
  look: oc
    .route({ method: 'POST', path: '/models/machine', summary: 'Look at what computes', tags })
    .errors(refusals)
    .output(backendChoiceShape),
  /** Published models one may add, with what each is good for. None of them comes with the studio. */
  known: oc
    .route({ method: 'GET', path: '/models/known', summary: 'Known models', tags })
    .output(z.array(knownModelShape)),
  /** Puts a file of this machine on the shelf; it stays where it is. */
  add: oc
    .route({ method: 'POST', path: '/models', summary: 'Add a model', tags })
    .errors(refusals)
    .input(z.object({ path: file }))
    .output(z.object({ modelId })),
  /** Takes a model off the shelf. Its file stays. */
  forget: oc
    .route({ method: 'DELETE', path: '/models/{modelId}', summary: 'Take a model off the shelf', tags })
    .errors(refusals)
    .input(z.object({ modelId }))
    .output(none),
  settings: oc
    .route({ method: 'PATCH', path: '/models/{modelId}/settings', summary: 'Change how a model is used', tags })
    .errors(refusals)
    .input(z.object({ modelId, settings: modelSettingsShape.partial() }))
    .output(modelSettingsShape),
  /** What loading each of these would do now. Opens the back end to ask what memory is free. */
  plan: oc
    .route({ method: 'POST', path: '/models/plan', summary: 'Say what loading would do', tags })
    .errors(refusals)
    .input(z.object({ modelIds: z.array(modelId).max(200) }))
    .output(z.array(modelPlanShape)),
  load: oc
    .route({ method: 'POST', path: '/models/{modelId}/load', summary: 'Load a model', tags })
    .errors(refusals)
    .input(z.object({ modelId }))
    .output(eventIterator(loadStageShape)),
  unload: oc
    .route({ method: 'POST', path: '/models/{modelId}/unload', summary: 'Unload a model', tags })
    .errors(refusals)
    .input(z.object({ modelId }))
    .output(none),
  /** Asks one model something; the answer streams. */
  try: oc
    .route({ method: 'POST', path: '/models/{modelId}/try', summary: 'Ask a model', tags })
    .errors(refusals)
    .input(
      z.object({
        modelId,
        prompt: promptShape,
        maxTokens: z.int().min(1).max(32_768),
        sampling: samplingShape.exactOptional(),
        seed: z.int().min(0).max(4_294_967_295).exactOptional(),
        stop: z.array(z.string().min(1).max(100)).max(16).exactOptional(),
        gbnf: z.string().max(200_000).exactOptional(),
        ifTooLong: z.enum(['refuse', 'summarise']).exactOptional(),
      }),
    )
    .output(eventIterator(modelEventShape)),
  /** Gives a role to a model or a server; null gives it back. */
  cast: oc
    .route({ method: 'PUT', path: '/models/roles/{role}', summary: 'Choose who plays a role', tags })
    .errors(refusals)
    .input(z.object({ role: modelRoleShape, player: playerShape.nullable() }))
    .output(none),
  preferences: oc
    .route({ method: 'PATCH', path: '/models/preferences', summary: 'Change how models are used', tags })
    .errors(refusals)
    .input(preferencesShape.partial())
    .output(preferencesShape),
  /** Looks through a folder and everything below it. Copies nothing. */
  addFolder: oc
    .route({ method: 'POST', path: '/models/folders', summary: 'Add the models of a folder', tags })
    .errors(refusals)
    .input(z.object({ path: file }))
    .output(eventIterator(folderStageShape)),
  forgetFolder: oc
    .route({ method: 'POST', path: '/models/folders/forget', summary: 'Forget a folder', tags })
    .errors(refusals)
    .input(z.object({ path: file }))
    .output(none),
  /** Folders and model files at a place, as far as this machine's user may read it; the user's own folder where left out. */
  browse: oc
    .route({ method: 'GET', path: '/models/browse', summary: 'List a folder', tags })
    .errors(refusals)
    .input(z.object({ path: file.exactOptional() }))
    .output(listingShape),
  /** Fetches a model from an address the perfumer named and agreed to now. Leaving the stream does not stop it. */
  download: oc
    .route({ method: 'POST', path: '/models/downloads', summary: 'Download a model', tags })
    .errors(refusals)
    .input(
      z.object({
        url: z.string().min(1).max(4096),
        sha256: z.string().max(100).exactOptional(),
        folder: file.exactOptional(),
        isConfirmed,
      }),
    )
    .output(eventIterator(downloadingShape)),
  resumeDownload: oc
    .route({ method: 'POST', path: '/models/downloads/{downloadId}/resume', summary: 'Go on with a download', tags })
    .errors(refusals)
    .input(z.object({ downloadId: z.string().max(80), isConfirmed }))
    .output(eventIterator(downloadingShape)),
  stopDownload: oc
    .route({ method: 'POST', path: '/models/downloads/{downloadId}/stop', summary: 'Stop a download', tags })
    .errors(refusals)
    .input(z.object({ downloadId: z.string().max(80) }))
    .output(z.object({ isStopping: z.boolean() })),
  forgetDownload: oc
    .route({ method: 'DELETE', path: '/models/downloads/{downloadId}', summary: 'Forget a download', tags })
    .errors(refusals)
    .input(z.object({ downloadId: z.string().max(80) }))
    .output(none),
  /** Asks a server of the own network which models it has. What is asked leaves the machine. */
  lookAtServer: oc
    .route({ method: 'POST', path: '/models/servers/look', summary: 'Ask a server for its models', tags })
    .errors(refusals)
    .input(z.object({ address: z.string().min(1).max(500), isConfirmed }))
    .output(z.object({ address: z.string(), models: z.array(z.string()) })),
  keepServer: oc
    .route({ method: 'POST', path: '/models/servers', summary: 'Keep a server', tags })
    .errors(refusals)
    .input(
      z.object({
        serverId: z.string().max(80).exactOptional(),
        name: z.string().trim().min(1).max(100),
        address: z.string().min(1).max(500),
        kind: serverKindShape,
        model: z.string().trim().min(1).max(300),
        context: z.int().min(256).max(2_000_000),
        isConfirmed,
      }),
    )
    .output(modelServerShape),
  forgetServer: oc
    .route({ method: 'DELETE', path: '/models/servers/{serverId}', summary: 'Forget a server', tags })
    .errors(refusals)
    .input(z.object({ serverId: z.string().max(80) }))
    .output(none),
  /** Ten seconds that say what works here; the report names no folder, no user and no formula. */
  diagnose: oc
    .route({ method: 'POST', path: '/models/diagnose', summary: 'Diagnose', tags })
    .errors(refusals)
    .input(z.object({ modelId: modelId.exactOptional() }))
    .output(eventIterator(diagnoseStageShape)),
};
