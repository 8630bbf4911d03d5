/** @file What computes: the processor, or a graphics card through one of llama.cpp's back ends. */

/** Back ends by name. `cpu` works everywhere. */
export const backends = ['cuda', 'vulkan', 'metal', 'cpu'] as const;
export type Backend = (typeof backends)[number];

/** What the perfumer asked for: the best one there is, or one of them. */
export type BackendWish = 'auto' | Backend;
