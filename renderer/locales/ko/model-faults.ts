import type { modelFaults as model } from '../en/model-faults.ts';
import type { SameKeys } from '../same-keys.ts';

export const modelFaults: SameKeys<typeof model> = {
  'model-refused': '“{{name}}” 파일은 쓸 수 없습니다: {{detail}}.',
  'model-refused-empty': '“{{name}}” 파일이 비어 있습니다({{detail}}). 다시 받으세요.',
  'model-refused-not-gguf': '“{{name}}” 파일은 GGUF가 아닙니다. GGUF 형식의 모델을 고르세요.',
  'model-refused-version': '“{{name}}” 파일은 GGUF {{detail}} 버전입니다. 읽을 수 있는 것은 2와 3입니다.',
  'model-refused-cut-short':
    '“{{name}}” 파일이 중간에 끊겼습니다. 내려받기가 덜 되었을 수 있으니 다시 받으세요. ({{detail}})',
  'model-refused-header-too-large': '“{{name}}” 파일의 설명 부분이 실제 모델보다 지나치게 큽니다({{detail}}).',
  'model-refused-counts': '“{{name}}” 파일이 손상되었습니다. 항목이 {{detail}}개라고 되어 있습니다. 다시 받으세요.',
  'model-refused-length':
    '“{{name}}” 파일이 손상되었습니다. 있을 수 없는 길이가 들어 있습니다({{detail}}). 다시 받으세요.',
  'model-refused-value-type': '“{{name}}” 파일이 손상되었습니다. {{detail}} 값의 형식을 알 수 없습니다. 다시 받으세요.',
  'model-refused-key':
    '“{{name}}” 파일이 손상되었습니다. 속성 이름이 될 수 없는 것이 있습니다: {{detail}}. 다시 받으세요.',
  'model-refused-duplicate-key':
    '“{{name}}” 파일에 {{detail}} 속성이 두 번 나옵니다. 다시 받거나 다른 곳에서 받으세요.',
  'model-refused-key-type': '“{{name}}” 파일의 속성 형식이 잘못되어 llama.cpp가 읽지 못합니다({{detail}}).',
  'model-refused-alignment':
    '“{{name}}” 파일이 손상되었습니다. 정렬 단위 {{detail}}은(는) 있을 수 없습니다. 다시 받으세요.',
  'model-refused-tensor-name': '“{{name}}” 파일이 손상되었습니다. 텐서 이름이 {{detail}}입니다. 다시 받으세요.',
  'model-refused-duplicate-tensor': '“{{name}}” 파일에 {{detail}} 텐서가 두 번 있습니다. 다른 곳에서 받으세요.',
  'model-refused-tensor-dimensions':
    '“{{name}}” 파일이 손상되었습니다. 있을 수 없는 차원입니다({{detail}}). 다시 받으세요.',
  'model-refused-tensor-type':
    '“{{name}}” 파일의 가중치 저장 방식을 알 수 없습니다({{detail}}). 다른 양자화를 고르세요.',
  'model-refused-tensor-block':
    '“{{name}}” 파일의 행이 블록 단위로 나누어떨어지지 않습니다({{detail}}). 다른 곳에서 받으세요.',
  'model-refused-tensor-offset':
    '“{{name}}” 파일이 손상되었습니다. 텐서가 있어야 할 자리에 없습니다({{detail}}). 다시 받으세요.',
  'model-refused-split':
    '“{{name}}” 파일은 {{detail}}개로 나뉜 모델의 일부입니다. 하나로 합치거나 한 파일로 된 모델을 고르세요.',
  'model-refused-no-architecture': '“{{name}}” 파일에 모델 구조가 적혀 있지 않아 불러올 수 없습니다.',
  'model-refused-not-a-model': '“{{name}}” 파일은 언어 모델이 아니라 다른 종류입니다: {{detail}}.',
  'model-refused-number-missing': '“{{name}}” 파일에 {{detail}} 값이 없어 불러올 수 없습니다.',
  'model-refused-number-range': '“{{name}}” 파일에 있을 수 없는 값이 있습니다: {{detail}}.',
  'model-refused-heads': '“{{name}}” 파일의 값들이 서로 맞지 않습니다: {{detail}}.',
  'model-refused-no-tokenizer': '“{{name}}” 파일에 어휘가 없어({{detail}}) 읽지도 쓰지도 못합니다.',
  'model-refused-duplicate-tokens': '“{{name}}” 파일의 어휘에 같은 토큰이 두 번 있어({{detail}}) llama.cpp가 멈춥니다.',
  'model-refused-token-lists': '“{{name}}” 파일의 어휘가 온전하지 않습니다: {{detail}}.',
  'model-refused-token-id': '“{{name}}” 파일이 없는 토큰을 가리킵니다: {{detail}}.',
  'model-refused-merges': '“{{name}}” 파일의 어휘를 짜 맞출 수 없습니다: {{detail}}.',
  'model-refused-vocabulary': '“{{name}}” 파일의 어휘와 가중치가 맞지 않습니다: {{detail}}.',
  'model-refused-tensor-missing': '“{{name}}” 파일에 있어야 할 가중치가 없습니다: {{detail}}.',
  'model-refused-tensor-shape': '“{{name}}” 파일의 가중치 크기가 맞지 않습니다: {{detail}}.',
  'model-refused-not-finite': '“{{name}}” 파일에 숫자가 아닌 가중치가 있어({{detail}}) 엉뚱한 답만 하게 됩니다.',
  'model-refused-not-an-adapter': '“{{name}}” 파일은 어댑터가 아닙니다.',
  'model-refused-adapter-kind': '“{{name}}” 어댑터는 LoRA가 아닌 다른 방식입니다: {{detail}}.',
  'model-refused-adapter-alpha': '“{{name}}” 어댑터의 세기가 숫자가 아닙니다({{detail}}).',
  'model-refused-adapter-empty': '“{{name}}” 어댑터에는 가중치가 없어 아무것도 바꾸지 않습니다.',
  'model-refused-adapter-tensor': '“{{name}}” 어댑터에 어댑터의 일부가 아닌 것이 있습니다: {{detail}}.',
  'model-refused-adapter-half': '“{{name}}” 어댑터에 {{detail}}의 절반만 들어 있습니다.',
  'model-refused-adapter-architecture': '“{{name}}” 어댑터는 이 모델과 다른 구조에 맞춘 것입니다({{detail}}).',
  'model-refused-adapter-not-in-base':
    '“{{name}}” 어댑터는 다른 모델에 맞춘 것입니다. 이 모델에는 {{detail}}이(가) 없습니다.',
  'model-refused-adapter-shape': '“{{name}}” 어댑터는 크기가 다른 모델에 맞춘 것입니다: {{detail}}.',
  'model-refused-adapter-type': '“{{name}}” 어댑터의 가중치 저장 방식은 쓸 수 없습니다: {{detail}}.',
  'model-refused-adapter-embedding':
    '“{{name}}” 어댑터는 임베딩을 바꾸는데 llama.cpp는 그것을 하지 못합니다. {{detail}} 없이 다시 만드세요.',
  'model-refused-adapter-tied-output':
    '“{{name}}” 어댑터는 출력층을 바꾸지만 이 모델은 임베딩을 함께 써서 출력층이 따로 없습니다. token_embd.weight를 output.weight로 복사해 모델을 새로 쓰거나, 출력층이 따로 있는 모델을 고르세요.',
};
