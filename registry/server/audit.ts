import type { FastifyRequest } from 'fastify';
import type { Logger } from 'pino';

/** Something that was done, or tried and refused. Never holds a token. */
export type Deed = {
  readonly what: string;
  /** Name of the token; null where there is none. */
  readonly who: string | null;
  /** The code of the refusal, where it was refused. */
  readonly refused?: string;
  readonly [detail: string]: unknown;
};

/** Writes down every change and every refused try: who, what, when, and from where. */
export type Audit = (request: FastifyRequest, deed: Deed) => void;

/** Lines of JSON in the log, at any level of it but silent. */
export function auditTo(log: Logger): Audit {
  const lines = log.level === 'silent' ? log : log.child({}, { level: 'info' });
  return ({ ip, id, method, routeOptions }, deed) =>
    lines.info({ audit: { ...deed, from: ip, method, path: routeOptions.url ?? null, requestId: id } }, 'audit');
}
