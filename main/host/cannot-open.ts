/** @file Why the studio could not start, in the perfumer's language: said before there is a page to say it. */
import { type ErrorCode, isStudioError } from '#foundation/errors.ts';

export type Language = 'ko' | 'en';

/** A title, and a sentence with what to do next. */
export interface Apology {
  readonly title: string;
  readonly sentence: string;
}

type Prose = Readonly<Record<Language, (folder: string) => string>>;

const titles: Readonly<Record<Language, string>> = {
  ko: 'Sillage를 열 수 없습니다',
  en: 'Sillage cannot open',
};

const sentences: Partial<Record<ErrorCode, Prose>> = {
  'library.in-use': {
    ko: (folder) => `다른 창이나 프로그램이 이 서재를 사용하고 있습니다. 그쪽을 닫고 다시 여십시오.\n${folder}`,
    en: (folder) => `Another window or process is using this library. Close it and open the studio again.\n${folder}`,
  },
  'library.newer': {
    ko: (folder) =>
      `이 서재는 더 새로운 버전의 Sillage가 저장한 것입니다. 아무것도 바꾸지 않았습니다. Sillage를 업데이트한 뒤 여십시오.\n${folder}`,
    en: (folder) =>
      `This library was saved by a newer Sillage. Nothing was changed. Update Sillage, then open it again.\n${folder}`,
  },
  'library.read-only': {
    ko: (folder) => `이 폴더에는 쓸 수 없습니다. 쓰기 권한을 주거나 다른 폴더를 고르십시오.\n${folder}`,
    en: (folder) => `This folder cannot be written to. Allow writing, or choose another folder.\n${folder}`,
  },
  'library.disk-full': {
    ko: (folder) => `디스크가 가득 찼습니다. 공간을 비우고 다시 여십시오.\n${folder}`,
    en: (folder) => `The disk is full. Free some space and open the studio again.\n${folder}`,
  },
  'library.damaged': {
    ko: (folder) => `서재 파일이 손상되어 열지 않았습니다. 같은 폴더의 backups에 이전 사본이 있습니다.\n${folder}`,
    en: (folder) =>
      `The library file is damaged and was left as it is. Earlier copies are in backups, in the same folder.\n${folder}`,
  },
};

/** What to tell the perfumer about `error`. `record` keeps a bug in the log and gives its reference. */
export function apologyFor(error: unknown, language: Language, record: (error: unknown) => string): Apology {
  const prose = isStudioError(error) ? sentences[error.code] : undefined;
  const folder = isStudioError(error) && 'folder' in error.facts ? error.facts.folder : '';
  if (prose) return { title: titles[language], sentence: prose[language](folder) };
  const reference = record(error);
  const sentence = {
    ko: `예상하지 못한 문제가 생겼습니다. 기록 번호는 ${reference}입니다.`,
    en: `Something unexpected happened. It is in the log as ${reference}.`,
  };
  return { title: titles[language], sentence: sentence[language] };
}
