/** @file ChatML: how the models of this project lay out a conversation. */

export const chatControls = { begin: '<|endoftext|>', open: '<|im_start|>', end: '<|im_end|>' } as const;

/** The same as Jinja, for `tokenizer.chat_template`. */
export const chatTemplate =
  "{% for message in messages %}{{'<|im_start|>' + message['role'] + '\n' + message['content'] + '<|im_end|>' + '\n'}}{% endfor %}" +
  "{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}";
