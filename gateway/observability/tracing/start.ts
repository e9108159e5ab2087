import {
  ROOT_CONTEXT,
  SpanStatusCode,
  trace as otel,
  type Attributes,
  type Link,
  type Span,
  type SpanKind,
  type Tracer,
} from '@opentelemetry/api';
import type { Envelope } from '../../../platform/identity/envelope';
import { codeOf } from '../../protection/errors';
import type { SpanName } from './spans';

type Options = {
  readonly kind?: SpanKind;
  readonly attributes?: Attributes;
  readonly links?: Link[];
  readonly startTime?: number;
};

/** Begins a span below another one, or a trace. */
export type StartSpan = (name: SpanName, parent?: Span, options?: Options) => Span;

/** Below what the fetches of an operation stand. Those of a subscription's events stand for themselves. */
export type Place = { readonly span: Span; readonly isLive: boolean };

/** Where operations stand, by the envelope that their rooms are sent. */
export type Places = Pick<WeakMap<Envelope, Place>, 'get' | 'set'>;

/** What went wrong is told by its code alone: a message may hold what a client has sent. */
export function fail(span: Span, error: unknown): void {
  const [first] = error instanceof AggregateError ? (error.errors as unknown[]) : [error];
  span.setAttribute('error.type', codeOf(first)).setStatus({ code: SpanStatusCode.ERROR });
}

export const starter =
  (tracer: Tracer): StartSpan =>
  (name, parent, options = {}) =>
    tracer.startSpan(name, options, parent ? otel.setSpan(ROOT_CONTEXT, parent) : ROOT_CONTEXT);

/** A step that is over when it answers. */
export function during<T>(span: Span, work: () => T): T {
  try {
    return work();
  } catch (error) {
    fail(span, error);
    throw error;
  } finally {
    span.end();
  }
}
