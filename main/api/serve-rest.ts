/** @file The same contract as REST: JSON, an OpenAPI 3.1 document, and server-sent events for streams. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AnyContractRouter } from '@orpc/contract';
import { type OpenAPI, OpenAPIGenerator } from '@orpc/openapi';
import { OpenAPIHandler } from '@orpc/openapi/node';
import { BodyLimitPlugin } from '@orpc/server/node';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import type { ServableRouter, StudioContext } from './studio-context.ts';

/** Longest request body, in bytes. */
export const mostBody = 1_000_000;

export interface RestServer {
  /** False when no route matched; the caller then answers. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;
  readonly document: () => Promise<OpenAPI.Document>;
}

/** Serves `router` under /api; `contract` describes it. */
export function createRestServer(router: ServableRouter, contract: AnyContractRouter, version: string): RestServer {
  const handler = new OpenAPIHandler<StudioContext>(router, {
    plugins: [new BodyLimitPlugin({ maxBodySize: mostBody })],
  });
  let described: Promise<OpenAPI.Document> | undefined;
  return {
    async handle(request, response) {
      const { matched } = await handler.handle(request, response, { prefix: '/api', context: { transport: 'rest' } });
      return matched;
    },
    document() {
      described ??= describe(contract, version);
      return described;
    },
  };
}

function describe(contract: AnyContractRouter, version: string): Promise<OpenAPI.Document> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  return generator.generate(contract, {
    info: { title: 'Sillage', version, description: 'What the studio window can do, for scripts on this machine.' },
    servers: [{ url: '/api' }],
    security: [{ token: [] }],
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
  });
}
