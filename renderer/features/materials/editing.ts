/**
 * @file The material being edited. It is kept here and not in the page, so that a look at the bench and back loses nothing
 * that was typed.
 */
import { create } from 'zustand';
import type { LibraryMaterial } from '#perfumery/material/shelf.ts';
import { refusalOf, sentenceFor } from '#renderer/shared/refusal.ts';
import { keepMaterial, useStudio } from '#renderer/shared/studio.ts';
import { type Draft, draftOf } from './draft.ts';
import { type Problem, readDraft } from './read-draft.ts';

/** What the core said of one field; gone as soon as that field changes. */
interface Refused {
  readonly field: string | undefined;
  readonly sentence: string;
}

interface Editing {
  /** What stood there when editing began; undefined for a new material. */
  readonly was: LibraryMaterial | undefined;
  readonly first: Draft;
  readonly draft: Draft;
  readonly refused: Refused | undefined;
  /** Saving was asked for: from then on every problem is shown, before only those of fields left. */
  readonly isTried: boolean;
  readonly isSaving: boolean;
}

interface Store {
  readonly editing: Editing | undefined;
}

export const useEditing = create<Store>(() => ({ editing: undefined }));

/** Begins to edit a material, or with undefined a new one. */
export function startEditing(was: LibraryMaterial | undefined): void {
  const first = draftOf(was);
  useEditing.setState({ editing: { was, first, draft: first, refused: undefined, isTried: false, isSaving: false } });
}

/** Changes what is typed. */
export function write(part: Partial<Draft>): void {
  change((editing) => ({ ...editing, draft: { ...editing.draft, ...part }, refused: undefined }));
}

/** Drops what was typed. */
export function stopEditing(): void {
  useEditing.setState({ editing: undefined });
}

/** Whether leaving now would lose something. */
export function isDirty(editing: Editing | undefined): boolean {
  return editing !== undefined && JSON.stringify(editing.draft) !== JSON.stringify(editing.first);
}

/** Saves what is typed and answers the material as it is kept; undefined where something has to be mended first. */
export async function save(): Promise<LibraryMaterial | undefined> {
  const { editing } = useEditing.getState();
  if (!editing || editing.isSaving) return undefined;
  const { was, draft } = editing;
  const { facts, shelf, problems } = readDraft(draft, was);
  change((now) => ({ ...now, isTried: true, refused: undefined }));
  if (problems.size > 0) return undefined;
  const { client } = useStudio.getState();
  change((now) => ({ ...now, isSaving: true }));
  try {
    const kept = (await (was
      ? client.materials.edit({
          materialId: was.material.id,
          revision: was.revision,
          facts: facts as never,
          shelf: shelf as never,
        })
      : client.materials.add({ facts: facts as never, shelf: shelf as never }))) as LibraryMaterial;
    keepMaterial(kept);
    stopEditing();
    return kept;
  } catch (error) {
    const refusal = refusalOf(error);
    const refused = { field: fieldOf(refusal.code, refusal.facts), sentence: sentenceFor(refusal) };
    change((now) => ({ ...now, refused, isSaving: false }));
    return undefined;
  }
}

/** Takes the newest revision as what is edited, keeping what is typed: the next save goes over it. */
export function takeNewest(newest: LibraryMaterial): void {
  change((editing) => ({ ...editing, was: newest, first: draftOf(newest), refused: undefined }));
}

/** The problems to show: all of them once saving was tried. */
export function problemsOf(editing: Editing): ReadonlyMap<string, Problem> {
  return readDraft(editing.draft, editing.was).problems;
}

function change(to: (editing: Editing) => Editing): void {
  useEditing.setState(({ editing }) => ({ editing: editing && to(editing) }));
}

function fieldOf(code: string, facts: Readonly<Record<string, unknown>>): string | undefined {
  if (code === 'material.name-taken') {
    const { editing } = useEditing.getState();
    return editing?.draft.nameEn.trim() === facts.name ? 'nameEn' : 'nameKo';
  }
  if (code !== 'material.invalid') return undefined;
  return facts.field === 'name' ? 'nameKo' : String(facts.field);
}
