/** @file Words on the screen. English is the model: Korean has the same keys, or it does not compile. */
import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
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

/** The words of one area, in the language of the moment. */
export function useText<A extends Area>(area: A) {
  const { t, i18n } = useTranslation(area);
  return { t, language: (i18n.language === 'ko' ? 'ko' : 'en') as Language };
}

/** A name in the language of the moment, or in the other one where that is empty. */
export function inLanguage(name: InTwoLanguages, language: Language): string {
  const other = language === 'ko' ? name.en : name.ko;
  return name[language] || other;
}
