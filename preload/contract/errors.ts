/** @file Refusals on the wire: oRPC's error carries our code and facts, and one status per kind for REST. */
import { z } from 'zod';

/** Every refusal has this one oRPC code; `data` says which and with what facts. */
export const refusals = {
  REFUSED: { status: 409, data: z.object({ code: z.string(), facts: z.record(z.string(), z.unknown()) }) },
  NOT_FOUND: { status: 404, data: z.object({ code: z.string(), facts: z.record(z.string(), z.unknown()) }) },
  INVALID: { status: 400, data: z.object({ code: z.string(), facts: z.record(z.string(), z.unknown()) }) },
} as const;
