import type { modelRefusals as en } from '../en/model-refusals.ts';
import type { SameKeys } from '../same-keys.ts';

export const modelRefusals: SameKeys<typeof en> = {
  'model-not-found': '그 모델은 더 이상 선반에 없습니다.',
  'model-no-model': '이 역할을 맡은 모델이 없습니다. 모델 화면에서 추가하고 역할을 맡기세요.',
  'model-file-gone': '“{{name}}” 파일이 제자리에 없습니다. 모델을 다시 추가하거나 선반에서 빼세요.',
  'model-load-failed': '“{{name}}”을(를) 불러오지 못했습니다: {{detail}}',
  'model-not-enough-memory': '“{{name}}”에 쓸 메모리가 부족합니다.',
  'model-not-enough-memory-ram':
    '“{{name}}”에는 메모리가 약 {{neededGb}} GB 필요한데 {{freeGb}} GB만 남아 있습니다. 다른 프로그램을 닫거나 문맥을 줄이거나 더 작은 모델을 고르세요.',
  'model-not-enough-memory-vram':
    '“{{name}}”에는 그래픽 카드 메모리가 약 {{neededGb}} GB 필요한데 {{freeGb}} GB만 남아 있습니다. 카드에 올릴 층이나 문맥을 줄이세요.',
  'model-prompt-too-long':
    '너무 깁니다. {{tokens}} 토큰인데 {{room}} 토큰까지 들어갑니다(문맥 {{context}}). 줄이거나 문맥을 늘리세요.',
  'model-host-ended': '모델 프로세스가 종료되었습니다({{detail}}). 저절로 다시 시작되니 다시 물어보세요.',
  'model-host-ended-killed':
    '모델 프로세스가 외부에서 종료되었습니다. 메모리가 부족했을 수 있습니다. 다시 시작되니 다시 물어보세요.',
  'model-host-ended-memory': '모델이 일하는 동안 메모리가 부족해졌습니다. 문맥을 줄이거나 더 작은 모델을 고르세요.',
  'model-host-ended-stuck': '모델이 응답하지 않아 종료했습니다. 다시 시작되니 다시 물어보세요.',
  'model-host-ended-not-started': '모델 프로세스를 시작하지 못했습니다: {{detail}}. 모델 화면에서 진단하세요.',
  'model-host-resting':
    '모델 프로세스가 연달아 {{failures}}번 종료되어 쉬고 있습니다. {{seconds}}초 뒤에 다시 시도합니다. 모델 화면에서 진단할 수 있습니다.',
  'model-queue-full': '이미 너무 많은 요청이 기다리고 있습니다. 하나가 끝날 때까지 기다리세요.',
  'model-cannot': '“{{name}}”은(는) 그 일을 할 수 없습니다.',
  'model-cannot-grammar': '“{{name}}”은(는) 정해진 형식을 지킬 수 없습니다. 이 컴퓨터의 모델을 고르세요.',
  'model-cannot-adapter': '“{{name}}”은(는) 여기서 배운 것을 쓸 수 없습니다.',
  'model-cannot-probabilities': '“{{name}}”은(는) 얼마나 확실한지 알려 주지 않습니다. 이 컴퓨터의 모델을 고르세요.',
  'model-unloaded': '“{{name}}”이(가) 답하는 도중에 내려졌습니다. 다시 물어보세요.',
  'model-invalid': '“{{text}}”은(는) 여기에 쓸 수 없습니다.',
  'model-invalid-path': '“{{text}}”은(는) 전체 경로가 아닙니다. 루트나 드라이브부터 적으세요.',
  'model-invalid-not-gguf': '“{{text}}”은(는) 파일이 아닙니다. GGUF 파일을 고르세요.',
  'model-invalid-address': '“{{text}}”은(는) 쓸 수 없는 주소입니다. 서버는 내 네트워크 안에 있어야 합니다.',
  'model-invalid-hash': 'SHA-256은 0–9와 a–f로 된 64자입니다.',
  'model-invalid-context': '이 모델은 {{text}} 토큰까지 학습했으므로 문맥을 더 늘릴 수 없습니다.',
  'model-invalid-setting': '“{{text}}”와(과) 함께 쓸 수 없는 설정입니다.',
  'model-invalid-grammar': '요청한 형식이 올바르지 않습니다: {{text}}',
  'model-invalid-folder': '“{{text}}” 폴더를 읽을 수 없습니다.',
  'model-invalid-role': '“{{text}}” 역할은 없습니다.',
  'model-server-failed': '“{{name}}”이(가) 모델 서버처럼 답하지 않았습니다. {{detail}}',
  'model-server-failed-unreachable':
    '“{{name}}”에 연결할 수 없습니다({{detail}}). 서버가 켜져 있고 주소가 맞는지 확인하세요.',
  'model-server-failed-status': '“{{name}}”이(가) {{detail}}(으)로 거부했습니다. 모델 이름과 주소를 확인하세요.',
  'model-server-failed-slow': '“{{name}}”이(가) 너무 오래 답하지 않았습니다.',
  'model-server-failed-off': '지금은 서버에 물을 수 없습니다. 모델 화면의 서버에서 켜세요.',
  'model-server-failed-nonsense': '“{{name}}”이(가) 모델 서버처럼 답하지 않습니다({{detail}}).',
  'model-download-failed': '내려받지 못했습니다({{detail}}). 받은 부분은 남겨 두었으니 나중에 계속하세요.',
  'model-download-failed-network': '연결이 끊겼습니다({{detail}}). 받은 부분은 남겨 두었으니 나중에 계속하세요.',
  'model-download-failed-status': '서버가 {{detail}}(으)로 거부했습니다. 주소를 확인하세요.',
  'model-download-failed-hash': '기대한 파일이 아닙니다. SHA-256이 {{detail}}입니다. 파일을 지웠습니다.',
  'model-download-failed-disk-full': '디스크 공간이 부족합니다({{detail}}).',
  'model-download-failed-too-large': '서버가 알린 것보다 많이 보냈습니다. 믿을 수 없는 파일입니다.',
  'model-download-failed-changed': '서버의 파일이 바뀌었습니다. 이 내려받기를 지우고 처음부터 시작하세요.',
  'model-download-failed-not-written': '폴더에 쓸 수 없습니다({{detail}}).',
  'model-busy': '“{{name}}”이(가) 아직 일하는 중입니다. 끝날 때까지 기다리세요.',
};
