/** @file What goes wrong in a handler, as it crosses the wire: a refusal with code and facts, or a reference to the log. */
import { ORPCError, ValidationError } from '@orpc/server';
import { type ErrorCode, isStudioError } from '#foundation/errors.ts';
import type { Log } from '#foundation/log.ts';

/** Kinds of refusal and their HTTP status; the contract declares the same three. */
const statuses = { NOT_FOUND: 404, INVALID: 400, REFUSED: 409 } as const;
type Kind = keyof typeof statuses;

/** The error to send for `error`. `refusalOf` may know a refusal behind an error of the library. */
export function errorOnWire(
  error: unknown,
  log: Log,
  refusalOf: (error: unknown) => unknown,
): ORPCError<string, unknown> {
  const known = isStudioError(error) ? error : refusalOf(error);
  if (isStudioError(known)) {
    if (error !== known || known.cause) log.warn(known.message, { cause: String(known.cause ?? error) });
    return refusal(kindOf(known.code), known.code, known.facts);
  }
  if (isBadRequest(error)) return refusal('INVALID', 'request.invalid', { issues: issuesOf(error.cause) });
  if (error instanceof ORPCError && error.code !== 'INTERNAL_SERVER_ERROR') return error;
  const reference = log.bug(error instanceof ORPCError ? (error.cause ?? error) : error);
  const data = { code: 'internal' satisfies ErrorCode, facts: { reference } };
  return new ORPCError('INTERNAL_SERVER_ERROR', { status: 500, message: 'internal', data });
}

function refusal(kind: Kind, code: ErrorCode, facts: unknown): ORPCError<string, unknown> {
  return new ORPCError(kind, { status: statuses[kind], message: code, data: { code, facts } });
}

function kindOf(code: ErrorCode): Kind {
  if (code.endsWith('.not-found')) return 'NOT_FOUND';
  return code.endsWith('.invalid') || code.startsWith('file.') ? 'INVALID' : 'REFUSED';
}

function isBadRequest(error: unknown): error is ORPCError<'BAD_REQUEST', unknown> & { cause: ValidationError } {
  return error instanceof ORPCError && error.code === 'BAD_REQUEST' && error.cause instanceof ValidationError;
}

/** `formula.lines.0.parts: not a decimal`. At most 20; the first already say what is wrong. */
function issuesOf({ issues }: ValidationError): string[] {
  return issues.slice(0, 20).map(({ path = [], message }) => {
    const where = path.map((step) => String(typeof step === 'object' ? step.key : step)).join('.');
    return where ? `${where}: ${message}` : message;
  });
}
