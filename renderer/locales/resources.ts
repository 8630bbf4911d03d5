/** @file All the words, by language and area. */
import { assistant as enAssistant } from './en/assistant.ts';
import { bench as enBench } from './en/bench.ts';
import { brief as enBrief } from './en/brief.ts';
import { collections as enCollections } from './en/collections.ts';
import { common as enCommon } from './en/common.ts';
import { documents as enDocuments } from './en/documents.ts';
import { errors as enErrors } from './en/errors.ts';
import { evaluation as enEvaluation } from './en/evaluation.ts';
import { evolution as enEvolution } from './en/evolution.ts';
import { interchange as enInterchange } from './en/interchange.ts';
import { materials as enMaterials } from './en/materials.ts';
import { models as enModels } from './en/models.ts';
import { numbers as enNumbers } from './en/numbers.ts';
import { ownWords as enOwnWords } from './en/own-words.ts';
import { recipes as enRecipes } from './en/recipes.ts';
import { regulation as enRegulation } from './en/regulation.ts';
import { safety as enSafety } from './en/safety.ts';
import { search as enSearch } from './en/search.ts';
import { searchMap as enSearchMap } from './en/search-map.ts';
import { searchSettings as enSearchSettings } from './en/search-settings.ts';
import { settings as enSettings } from './en/settings.ts';
import { stability as enStability } from './en/stability.ts';
import { stock as enStock } from './en/stock.ts';
import { substitutes as enSubstitutes } from './en/substitutes.ts';
import { assistant as koAssistant } from './ko/assistant.ts';
import { bench as koBench } from './ko/bench.ts';
import { brief as koBrief } from './ko/brief.ts';
import { collections as koCollections } from './ko/collections.ts';
import { common as koCommon } from './ko/common.ts';
import { documents as koDocuments } from './ko/documents.ts';
import { errors as koErrors } from './ko/errors.ts';
import { evaluation as koEvaluation } from './ko/evaluation.ts';
import { evolution as koEvolution } from './ko/evolution.ts';
import { interchange as koInterchange } from './ko/interchange.ts';
import { materials as koMaterials } from './ko/materials.ts';
import { models as koModels } from './ko/models.ts';
import { numbers as koNumbers } from './ko/numbers.ts';
import { ownWords as koOwnWords } from './ko/own-words.ts';
import { recipes as koRecipes } from './ko/recipes.ts';
import { regulation as koRegulation } from './ko/regulation.ts';
import { safety as koSafety } from './ko/safety.ts';
import { search as koSearch } from './ko/search.ts';
import { searchMap as koSearchMap } from './ko/search-map.ts';
import { searchSettings as koSearchSettings } from './ko/search-settings.ts';
import { settings as koSettings } from './ko/settings.ts';
import { stability as koStability } from './ko/stability.ts';
import { stock as koStock } from './ko/stock.ts';
import { substitutes as koSubstitutes } from './ko/substitutes.ts';

export const resources = {
  en: {
    common: enCommon,
    assistant: enAssistant,
    bench: enBench,
    safety: enSafety,
    numbers: enNumbers,
    materials: enMaterials,
    recipes: enRecipes,
    settings: enSettings,
    interchange: enInterchange,
    evolution: enEvolution,
    stability: enStability,
    collections: enCollections,
    substitutes: enSubstitutes,
    regulation: enRegulation,
    documents: enDocuments,
    errors: enErrors,
    evaluation: enEvaluation,
    brief: enBrief,
    stock: enStock,
    models: enModels,
    search: enSearch,
    searchMap: enSearchMap,
    searchSettings: enSearchSettings,
    ownWords: enOwnWords,
  },
  ko: {
    common: koCommon,
    assistant: koAssistant,
    bench: koBench,
    safety: koSafety,
    numbers: koNumbers,
    materials: koMaterials,
    recipes: koRecipes,
    settings: koSettings,
    interchange: koInterchange,
    evolution: koEvolution,
    stability: koStability,
    collections: koCollections,
    substitutes: koSubstitutes,
    regulation: koRegulation,
    documents: koDocuments,
    errors: koErrors,
    evaluation: koEvaluation,
    brief: koBrief,
    stock: koStock,
    models: koModels,
    search: koSearch,
    searchMap: koSearchMap,
    searchSettings: koSearchSettings,
    ownWords: koOwnWords,
  },
} as const;
