import type { documents as model } from '../en/documents.ts';
import type { SameKeys } from '../same-keys.ts';

export const documents: SameKeys<typeof model> = {
  title: '“{{name}}” 문서',
  open: '문서',
  which: '문서',
  certificate: 'IFRA 증명서',
  allergens: '알레르겐',
  label: '전성분 표시',
  hazards: '유해성(초안)',
  about: '대상',
  'working-formula': '작업 중인 포뮬러',
  trial: '시안 {{number}}',
  language: '언어',
  korean: '한국어',
  english: 'English',
  pdf: 'PDF로 저장',
  csv: 'CSV로 저장',
  saved: '“{{name}}”을(를) 저장했습니다.',
  making: '문서를 만드는 중',
  copy: '복사',
  copied: '복사했습니다',
  'copy-failed': '복사하지 못했습니다. 직접 선택해 복사하세요.',
  'hazard-codes': '원료의 유해성 코드',
  'hazard-codes-hint':
    '물질안전보건자료의 코드입니다. 예: H317 1A, H410 M=10. 없으면 -를 적으세요. 원료와 함께 저장됩니다.',
  'hazard-code-fault': '“{{text}}”은(는) H317, H410 M=10 같은 유해성 코드가 아닙니다.',
  untitled: '이름 없는 레시피',
};
