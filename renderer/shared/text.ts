/** @file Words on the screen. English is the model: Korean has the same keys, or it does not compile. */
import i18next, { type TFunction } from 'i18next';
import { useSyncExternalStore } from 'react';
import { initReactI18next } from 'react-i18next';
import type { InTwoLanguages } from '#perfumery/material/material.ts';
import { resources } from '../locales/resources.ts';

export type Language = 'ko' | 'en';
type Resources = (typeof resources)['en'];
export type Area = keyof Resources;

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: Resources;
    returnNull: false;
  }
}

/** Sets the words up; call once before the first render. */
export async function startText(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    resources,
    lng: language,
    fallbackLng: 'en',
    defaultNS: 'common',
    interpolation: { escapeValue: false },
  });
  i18next.services.formatter?.add('megabytes', (bytes: number, spoken) => megabytes(bytes, spoken));
  document.documentElement.lang = language;
}

/** `33554432` is `33.6 MB`. */
function megabytes(bytes: number, language: string | undefined): string {
  const format = new Intl.NumberFormat(language ?? 'en', { maximumFractionDigits: 1 });
  return `${format.format(bytes / 1e6)}\u00a0MB`;
}

/** Changes the language of everything on the screen. */
export async function speak(language: Language): Promise<void> {
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

/**
 * The words of one area, in the language of the moment. Lighter than `useTranslation`, which costs each of the hundreds of cells
 * of a formula several hooks; and a text without figures in it is looked up once.
 */
export function useText<A extends Area>(area: A): { readonly t: TFunction<A>; readonly language: Language } {
  const language = useSyncExternalStore(onLanguage, languageNow);
  return { t: wordsOf(area, language), language };
}

function onLanguage(changed: () => void): () => void {
  i18next.on('languageChanged', changed);
  return () => i18next.off('languageChanged', changed);
}

function languageNow(): Language {
  return i18next.language === 'ko' ? 'ko' : 'en';
}

const made = new Map<string, TFunction<Area>>();

function wordsOf<A extends Area>(area: A, language: Language): TFunction<A> {
  const known = made.get(`${area} ${language}`);
  if (known) return known as unknown as TFunction<A>;
  const fixed = i18next.getFixedT(language, area) as unknown as (key: string, ...more: unknown[]) => string;
  const plain = new Map<string, string>();
  const t = (key: string, ...more: unknown[]): string => {
    if (more.length > 0) return fixed(key, ...more);
    const text = plain.get(key) ?? fixed(key);
    plain.set(key, text);
    return text;
  };
  made.set(`${area} ${language}`, t as unknown as TFunction<Area>);
  return t as unknown as TFunction<A>;
}

/** A name in the language of the moment, or in the other one where that is empty. */
export function inLanguage(name: InTwoLanguages, language: Language): string {
  const other = language === 'ko' ? name.en : name.ko;
  return name[language] || other;
}
