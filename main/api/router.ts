/** @file The contract with its handlers: the same router over port, socket and REST. */
import type { Command } from '#contract/studio.ts';
import type { EventStream } from '#foundation/event-stream.ts';
import type { Log } from '#foundation/log.ts';
import type { LibraryMaterial } from '#perfumery/material/shelf.ts';
import type { AssistantNeeds } from '#services/assistant/assistant-needs.ts';
import type { DayEvent } from '#services/calendar/day-event.ts';
import type { CalendarNeeds } from '#services/calendar/read-calendar.ts';
import type { CollectionNeeds } from '#services/collections/collection-needs.ts';
import type { ArchiveNeeds } from '#services/collections/write-archive.ts';
import type { CompositionNeeds } from '#services/compositions/composition-needs.ts';
import type { DeskNeeds } from '#services/desk/desk-needs.ts';
import type { DocumentNeeds } from '#services/documents/make-document.ts';
import type { Uploads } from '#services/files/uploads.ts';
import type { LabelNeeds } from '#services/labels/keep-label.ts';
import type { MaterialNeeds } from '#services/materials/material-needs.ts';
import type { PhysicsNeeds } from '#services/physics/evolve-formula.ts';
import type { RecipeEvent } from '#services/recipes/recipe-event.ts';
import type { TrialNeeds } from '#services/recipes/recipe-needs.ts';
import type { RegulationNeeds } from '#services/regulation/regulation-needs.ts';
import type { SafetyNeeds } from '#services/safety/check-formula.ts';
import type { EncoderNeeds } from '#services/search/encoders/encoder-needs.ts';
import type { OpenSearch } from '#services/search/open-search.ts';
import type { WordNeeds } from '#services/search/words/word-needs.ts';
import type { SettingsPort } from '#services/settings/settings-port.ts';
import type { ShelfNeeds } from '#services/shelf/shelf-needs.ts';
import type { SubstituteNeeds } from '#services/substitutes/substitute-needs.ts';
import { assistantHandlers } from './assistant.ts';
import { briefHandlers } from './briefs.ts';
import { calendarHandlers } from './calendar.ts';
import { collectionHandlers } from './collections.ts';
import { compositionHandlers } from './compositions.ts';
import { deskHandlers } from './desk.ts';
import { documentHandlers } from './documents.ts';
import { encoderHandlers } from './encoders.ts';
import { evaluationHandlers } from './evaluations.ts';
import { fileHandlers } from './files.ts';
import { createImplementer } from './implementer.ts';
import { interchangeHandlers } from './interchange.ts';
import { labelHandlers } from './labels.ts';
import { lexiconHandlers } from './lexicon.ts';
import { materialHandlers } from './materials.ts';
import { modelHandlers } from './models.ts';
import { physicsHandlers } from './physics.ts';
import { recipeHandlers } from './recipes.ts';
import { regulationHandlers } from './regulation.ts';
import { safetyHandlers } from './safety.ts';
import { searchHandlers } from './search.ts';
import { searchPlaceHandlers } from './search-place.ts';
import { settingsHandlers } from './settings.ts';
import { stockHandlers } from './stock.ts';
import { type StudioFacts, studioHandlers } from './studio.ts';
import { substituteHandlers } from './substitutes.ts';

/** What the core is made of, as far as the contract reaches it. */
export interface RouterParts {
  readonly log: Log;
  readonly facts: StudioFacts;
  readonly settings: SettingsPort;
  readonly needs: TrialNeeds &
    Omit<MaterialNeeds, 'announce'> &
    SafetyNeeds &
    PhysicsNeeds &
    RegulationNeeds &
    Omit<CompositionNeeds, 'announce'> & { readonly uploads: Uploads } & DocumentNeeds &
    DeskNeeds &
    SubstituteNeeds &
    Omit<CollectionNeeds & ArchiveNeeds, 'announceMaterial' | 'announceDay'> &
    Omit<CalendarNeeds & LabelNeeds, 'announceMaterial' | 'announceDay'>;
  readonly events: {
    readonly recipes: EventStream<RecipeEvent>;
    readonly materials: EventStream<LibraryMaterial>;
    readonly commands: EventStream<Command>;
    readonly day: EventStream<DayEvent>;
  };
  readonly search: OpenSearch;
  readonly words: WordNeeds;
  readonly encoders: EncoderNeeds;
  readonly shelf: ShelfNeeds;
  readonly assistant: AssistantNeeds;
  /** The refusal behind an error of the library, if there is one. */
  readonly refusalOf: (error: unknown) => unknown;
}

/** Everything the contract promises. */
export function createRouter({
  log,
  facts,
  settings,
  needs,
  events,
  search,
  words,
  encoders,
  shelf,
  assistant,
  refusalOf,
}: RouterParts) {
  const on = createImplementer(log, refusalOf);
  const announceMaterial = (material: LibraryMaterial) => events.materials.announce(material);
  const day = { ...needs, announceMaterial, announceDay: (event: DayEvent) => events.day.announce(event) };
  return {
    studio: studioHandlers(on, facts, events.commands),
    settings: settingsHandlers(on, settings),
    materials: materialHandlers(on, { ...needs, announce: announceMaterial }, events.materials),
    recipes: recipeHandlers(on, needs, events.recipes),
    safety: safetyHandlers(on, needs, () => needs.inForce.now().regulation),
    physics: physicsHandlers(on, needs),
    regulation: regulationHandlers(on, { ...needs, announce: announceMaterial }),
    compositions: compositionHandlers(on, { ...needs, announce: announceMaterial }),
    documents: documentHandlers(on, needs),
    files: fileHandlers(on, needs),
    desk: deskHandlers(on, needs),
    evaluations: evaluationHandlers(on, day),
    briefs: briefHandlers(on, day),
    stock: stockHandlers(on, day),
    labels: labelHandlers(on, day),
    calendar: calendarHandlers(on, day, events.day),
    interchange: interchangeHandlers(on, { ...needs, announceMaterial }),
    collections: collectionHandlers(on, day),
    substitutes: substituteHandlers(on, needs),
    search: searchHandlers(on, search),
    lexicon: lexiconHandlers(on, words),
    encoders: encoderHandlers(on, encoders),
    searchPlace: searchPlaceHandlers(on, encoders),
    models: modelHandlers(on, shelf),
    assistant: assistantHandlers(on, assistant),
  };
}
export type StudioRouter = ReturnType<typeof createRouter>;
