/** @file Everything that may cross the bridge: one object per area, the same over port, socket and REST. */
import type { ContractRouterClient } from '@orpc/contract';
import { assistant } from './assistant.ts';
import { briefs } from './briefs.ts';
import { calendar } from './calendar.ts';
import { collections } from './collections.ts';
import { compositions } from './compositions.ts';
import { desk } from './desk.ts';
import { documents } from './documents.ts';
import { encoders } from './encoders.ts';
import { evaluations } from './evaluations.ts';
import { files } from './files.ts';
import { interchange } from './interchange.ts';
import { labels } from './labels.ts';
import { lexicon } from './lexicon.ts';
import { materials } from './materials.ts';
import { models } from './models.ts';
import { physics } from './physics.ts';
import { recipes } from './recipes.ts';
import { regulation } from './regulation.ts';
import { safety } from './safety.ts';
import { search } from './search.ts';
import { searchPlace } from './search-place.ts';
import { settings } from './settings.ts';
import { stock } from './stock.ts';
import { studio } from './studio.ts';
import { substitutes } from './substitutes.ts';

export const contract = {
  studio,
  settings,
  materials,
  recipes,
  safety,
  physics,
  regulation,
  compositions,
  files,
  documents,
  interchange,
  desk,
  evaluations,
  assistant,
  briefs,
  stock,
  labels,
  calendar,
  collections,
  substitutes,
  search,
  lexicon,
  encoders,
  searchPlace,
  models,
};
export type Contract = typeof contract;
/** The typed caller a page or a script holds. */
export type StudioClient = ContractRouterClient<Contract>;
