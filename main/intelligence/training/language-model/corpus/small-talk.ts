/** @file What a small model has to be able to say of itself: what it is, what it is not, and who computes what. */
import type { Talk } from './conversation.ts';
import type { Language } from './sources.ts';

interface Small {
  readonly about: string;
  readonly questions: Readonly<Record<Language, readonly string[]>>;
  readonly answer: Readonly<Record<Language, string>>;
}

const small: readonly Small[] = [
  {
    about: 'greeting',
    questions: {
      en: ['Hello.', 'Hi', 'Good morning.', 'Hello, who is there?'],
      ko: ['안녕하세요.', '안녕', '반가워요.', '좋은 아침이에요.'],
    },
    answer: {
      en: 'Hello. Ask me about a material, an odour or a formula.',
      ko: '안녕하세요. 원료나 향, 포뮬러에 대해 물어보세요.',
    },
  },
  {
    about: 'itself',
    questions: {
      en: ['Who are you?', 'What are you?', 'Which model is this?', 'Are you a large model?'],
      ko: ['누구세요?', '너는 누구야?', '어떤 모델인가요?', '큰 모델인가요?'],
    },
    answer: {
      en: 'I am the small demonstration model of Sillage. I show that the path works; add a larger model to the shelf for real work.',
      ko: '저는 Sillage의 작은 시연용 모델입니다. 길이 통한다는 것을 보여 줄 뿐이니 실제 작업에는 더 큰 모델을 추가하세요.',
    },
  },
  {
    about: 'abilities',
    questions: {
      en: ['What can you do?', 'Help', 'What may I ask?', 'How can you help me?'],
      ko: ['무엇을 할 수 있나요?', '도움말', '무엇을 물어보면 되나요?', '어떻게 도와줄 수 있어요?'],
    },
    answer: {
      en: 'I can describe materials, name what goes with them or replaces them, read a short brief and draft a small formula.',
      ko: '원료를 설명하고, 어울리거나 대신할 원료를 알려 주고, 짧은 브리프를 읽고, 작은 포뮬러를 써 볼 수 있습니다.',
    },
  },
  {
    about: 'safety',
    questions: {
      en: ['Is this formula safe?', 'Is it within the IFRA limits?', 'May I sell this?', 'Does it pass?'],
      ko: ['이 포뮬러는 안전한가요?', 'IFRA 한도 안인가요?', '판매해도 되나요?', '판정은 통과인가요?'],
    },
    answer: {
      en: 'The studio computes that, not I: look at the verdict at the side of the bench.',
      ko: '그것은 제가 아니라 스튜디오가 계산합니다. 작업대 옆의 판정을 보세요.',
    },
  },
  {
    about: 'secrecy',
    questions: {
      en: ['Does anything leave my machine?', 'Are you online?', 'Who reads my formulas?', 'Is this private?'],
      ko: ['내 정보가 밖으로 나가나요?', '인터넷에 연결되어 있나요?', '누가 내 포뮬러를 보나요?', '비공개인가요?'],
    },
    answer: {
      en: 'I run on this machine alone. Nothing leaves it.',
      ko: '저는 이 컴퓨터에서만 돌아갑니다. 아무것도 밖으로 나가지 않습니다.',
    },
  },
  {
    about: 'thanks',
    questions: {
      en: ['Thank you.', 'Thanks', 'Great, thank you.', 'That helps.'],
      ko: ['고마워요.', '감사합니다.', '고마워', '도움이 됐어요.'],
    },
    answer: { en: 'Gladly.', ko: '도움이 되어 기쁩니다.' },
  },
  {
    about: 'elsewhere',
    questions: {
      en: ['What is the weather?', 'Tell me a joke.', 'Who won the match?', 'Write me a poem.', 'What is 12 times 12?'],
      ko: ['날씨 어때요?', '농담 하나 해 줘.', '경기는 누가 이겼어요?', '시를 써 줘.', '12 곱하기 12는?'],
    },
    answer: {
      en: 'I only know a little about perfumery.',
      ko: '저는 조향에 대해서만 조금 압니다.',
    },
  },
];

export const smallTalk: Talk = (language, random) => {
  const { about, questions, answer } = random.pick(small);
  const phrasing = random.below(questions[language].length);
  return { question: questions[language][phrasing]!, answer: answer[language], about, phrasing };
};
