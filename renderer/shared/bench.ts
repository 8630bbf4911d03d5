/**
 * @file The recipes open on the bench.
 *
 * An edit is made here first, so that the screen answers at once, and is then sent, one after the other, with the revision it
 * was made on. What another window saved in between comes in by `watch`; an edit that was refused for it is made again on the
 * newer formula if its lines are still there, and otherwise told.
 */
import { create } from 'zustand';
import { newId, type RecipeId, type TrialId } from '#foundation/ids.ts';
import { applyChange, changeBetween, isEmptyChange, isSameLine } from '#perfumery/formula/change.ts';
import type { Formula, Product } from '#perfumery/formula/formula.ts';
import type { Accord, EditKind, Recipe, RecipeChange } from '#perfumery/formula/recipe.ts';
import { refusalOf, tellRefusal } from './refusal.ts';
import { useStudio } from './studio.ts';

/** One open recipe. `recipe.formula` is what the screen shows; `recipe.revision` what the core has acknowledged. */
export interface Sheet {
  readonly recipe: Recipe;
  /** The trials its accord lines stand for, to any depth. */
  readonly accords: ReadonlyMap<TrialId, Accord>;
  readonly saving: 'saved' | 'saving' | 'failed';
}

interface Bench {
  readonly order: readonly RecipeId[];
  readonly active: RecipeId | undefined;
  readonly sheets: Readonly<Record<RecipeId, Sheet>>;
}

export const useBench = create<Bench>(() => ({ order: [], active: undefined, sheets: {} }));

/** Names this window to the core, so that it does not hear its own edits twice. */
const origin = newId<string>();
const queues = new Map<RecipeId, Promise<void>>();
let unsent = 0;

/** Opens a recipe on the bench, or turns to it when it is open already. */
export async function openRecipe(recipeId: RecipeId): Promise<void> {
  if (!useBench.getState().sheets[recipeId]) show(await useStudio.getState().client.recipes.open({ recipeId }));
  await fetchAccords(recipeId);
  useBench.setState({ active: recipeId });
  rememberOpen();
}

/** Puts a recipe that just came from the core on the bench, in front. */
export async function showRecipe(recipe: Recipe): Promise<void> {
  show(recipe);
  await fetchAccords(recipe.id);
  useBench.setState({ active: recipe.id });
  rememberOpen();
}

export function closeRecipe(recipeId: RecipeId): void {
  useBench.setState(({ order, active, sheets: { [recipeId]: _gone, ...sheets } }) => {
    const rest = order.filter((id) => id !== recipeId);
    const next = active === recipeId ? (rest[Math.max(0, order.indexOf(recipeId) - 1)] ?? undefined) : active;
    return { order: rest, sheets, active: next };
  });
  rememberOpen();
}

export function turnTo(recipeId: RecipeId): void {
  useBench.setState({ active: recipeId });
  rememberOpen();
}

/** The recipes that were open when a window was last used, the front one first. */
export async function openBefore(): Promise<readonly RecipeId[]> {
  const { recipeIds } = await useStudio.getState().client.desk.open();
  return recipeIds as RecipeId[];
}

interface Edit {
  readonly kind: EditKind;
  readonly formula?: Formula;
  readonly product?: Product;
  /** The same act as the edit before: undo takes both back at once. */
  readonly continues?: boolean;
}

/** Makes an edit: on the screen now, in the library as soon as it gets there. */
export function edit(recipeId: RecipeId, { kind, formula, product, continues = false }: Edit): void {
  const sheet = useBench.getState().sheets[recipeId];
  if (!sheet) return;
  const before = sheet.recipe;
  const change: RecipeChange = {
    formula: changeBetween(before.formula, formula ?? before.formula),
    ...(product && product !== before.product && { product: { before: before.product, after: product } }),
  };
  if (isEmptyChange(change.formula) && !change.product) return;
  patch(recipeId, {
    formula: formula ?? before.formula,
    product: product ?? before.product,
    canUndo: true,
    canRedo: false,
  });
  send(recipeId, kind, change, continues);
}

/** Takes the last edit back, after everything made before it has been saved. */
export function undo(recipeId: RecipeId): Promise<void> {
  return travel(recipeId, 'undo');
}

export function redo(recipeId: RecipeId): Promise<void> {
  return travel(recipeId, 'redo');
}

/** Resolves when everything done on this recipe so far is on disk. */
export function settled(recipeId: RecipeId): Promise<void> {
  return queues.get(recipeId) ?? Promise.resolve();
}

/** Whether anything is still on its way to the disk. */
export function hasUnsent(): boolean {
  return unsent > 0;
}

/** Fetches the trials that accord lines stand for and that are not here yet. */
export async function fetchAccords(recipeId: RecipeId, more: readonly TrialId[] = []): Promise<void> {
  const sheet = useBench.getState().sheets[recipeId];
  if (!sheet) return;
  const wanted = [...accordsIn(sheet.recipe.formula), ...more];
  const missing = wanted.filter((id) => !sheet.accords.has(id));
  if (missing.length === 0) return;
  const trials = (await useStudio.getState().client.recipes.accords({ trialIds: missing })) as Accord[];
  update(recipeId, (now) => ({
    ...now,
    accords: new Map([...now.accords, ...trials.map((trial) => [trial.id, trial] as const)]),
  }));
}

function accordsIn({ lines }: Formula): TrialId[] {
  return lines.flatMap(({ ingredient }) => (ingredient.kind === 'accord' ? [ingredient.trialId] : []));
}

/** Follows what happens to recipes, from any window, until `signal` aborts. */
export async function followRecipes(signal: AbortSignal): Promise<void> {
  const { client } = useStudio.getState();
  for await (const event of await client.recipes.watch(undefined, { signal })) {
    if (event.what === 'removed') closeRecipe(event.recipeId);
    else if (event.what === 'changed') {
      const sheet = useBench.getState().sheets[event.recipeId];
      if (sheet) patch(event.recipeId, { name: event.head.name, archived: event.head.archived });
    } else if (event.origin !== origin) await follow(event.recipeId, event.revision);
  }
}

async function follow(recipeId: RecipeId, revision: number): Promise<void> {
  await settled(recipeId);
  const sheet = useBench.getState().sheets[recipeId];
  if (sheet && sheet.recipe.revision < revision) await reload(recipeId);
}

function send(recipeId: RecipeId, kind: EditKind, change: RecipeChange, continues: boolean): void {
  enqueue(recipeId, async () => {
    const { client } = useStudio.getState();
    const attempt = () => {
      const revision = useBench.getState().sheets[recipeId]?.recipe.revision ?? 0;
      return client.recipes.edit({ recipeId, revision, kind, change: change as never, continues, origin });
    };
    try {
      return await attempt();
    } catch (error) {
      const { code } = refusalOf(error);
      if (code === 'disconnected') await connected();
      else if (code !== 'recipe.changed-elsewhere') throw error;
      await reload(recipeId);
      const fresh = useBench.getState().sheets[recipeId]?.recipe;
      if (!fresh || isMade(fresh, change)) return {};
      patch(recipeId, {
        formula: applyChange(fresh.formula, change.formula),
        ...(change.product && { product: change.product.after }),
      });
      return attempt();
    }
  });
}

/** Whether a change is in the recipe already: the answer that said so may have been lost with the connection. */
function isMade({ formula, product }: Recipe, change: RecipeChange): boolean {
  const lines = new Map(formula.lines.map((line) => [line.id, line]));
  return (
    change.formula.lines.every(({ lineId, after }) => {
      const now = lines.get(lineId);
      return after ? now !== undefined && isSameLine(now, after) : now === undefined;
    }) &&
    (!change.formula.order || change.formula.order.after.every((id, index) => formula.lines[index]?.id === id)) &&
    (!change.product || JSON.stringify(product) === JSON.stringify(change.product.after))
  );
}

/** Resolves when the core can be reached again. */
function connected(): Promise<void> {
  return new Promise((resolve) => {
    if (useStudio.getState().connection === 'connected') setTimeout(resolve, 300);
    else {
      const stop = useStudio.subscribe(({ connection }) => {
        if (connection !== 'connected') return;
        stop();
        resolve();
      });
    }
  });
}

async function travel(recipeId: RecipeId, way: 'undo' | 'redo'): Promise<void> {
  enqueue(recipeId, async () => {
    const { change, ...made } = await useStudio.getState().client.recipes[way]({ recipeId, origin });
    const sheet = useBench.getState().sheets[recipeId];
    if (!sheet) return {};
    const formula = applyChange(sheet.recipe.formula, change.formula as RecipeChange['formula']);
    await fetchAccords(recipeId, accordsIn(formula));
    const { revision, canUndo, canRedo } = made;
    return { formula, revision, canUndo, canRedo, ...(change.product && { product: change.product.after as Product }) };
  });
  return settled(recipeId);
}

/** Does `job` after everything before it; what it answers and that it is saved are shown in one go. */
function enqueue(recipeId: RecipeId, job: () => Promise<Partial<Recipe>>): void {
  unsent += 1;
  update(recipeId, (sheet) => ({ ...sheet, saving: 'saving' }));
  const done = settled(recipeId)
    .then(job)
    .then(
      (part) => {
        unsent -= 1;
        const isLast = queues.get(recipeId) === done;
        update(recipeId, (sheet) => ({
          ...sheet,
          recipe: { ...sheet.recipe, ...part },
          saving: isLast ? 'saved' : sheet.saving,
        }));
      },
      async (error: unknown) => {
        unsent -= 1;
        tellRefusal(error);
        await reload(recipeId).then(
          () => update(recipeId, (sheet) => ({ ...sheet, saving: 'saved' })),
          () => update(recipeId, (sheet) => ({ ...sheet, saving: 'failed' })),
        );
      },
    );
  queues.set(recipeId, done);
}

/** What the core has, in place of what the screen shows. */
async function reload(recipeId: RecipeId): Promise<void> {
  const recipe = (await useStudio.getState().client.recipes.open({ recipeId })) as Recipe;
  update(recipeId, (sheet) => ({ ...sheet, recipe }));
  await fetchAccords(recipeId);
}

function show(recipe: unknown): void {
  const opened = recipe as Recipe;
  useBench.setState(({ order, sheets }) => ({
    order: order.includes(opened.id) ? order : [...order, opened.id],
    sheets: {
      ...sheets,
      [opened.id]: { recipe: opened, accords: sheets[opened.id]?.accords ?? new Map(), saving: 'saved' },
    },
  }));
}

function patch(recipeId: RecipeId, part: Partial<Recipe>): void {
  update(recipeId, (sheet) => ({ ...sheet, recipe: { ...sheet.recipe, ...part } }));
}

function update(recipeId: RecipeId, change: (sheet: Sheet) => Sheet): void {
  useBench.setState(({ sheets }) => {
    const sheet = sheets[recipeId];
    return sheet ? { sheets: { ...sheets, [recipeId]: change(sheet) } } : {};
  });
}

function rememberOpen(): void {
  const { order, active } = useBench.getState();
  const recipeIds = (active ? [active, ...order.filter((id) => id !== active)] : [...order]).slice(0, 100);
  useStudio
    .getState()
    .client.desk.keepOpen({ recipeIds })
    .catch(() => undefined); // a convenience; not worth a word
}
