import { createTraceState, isSpanContextValid, type SpanContext } from '@opentelemetry/api';

/** Headers, by their names in lower case. */
type Fields = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Of version 00; what later versions add at its end is not ours to read. (W3C Trace Context, section 3.2) */
const TRACEPARENT = /^(?!ff)([\da-f]{2})-([\da-f]{32})-([\da-f]{16})-([\da-f]{2})(-.*)?$/;
const LONGEST_STATE = 512;

/** Where a caller stands in a trace; undefined where it says nothing that can be understood. */
export function parentIn({ traceparent, tracestate }: Fields): SpanContext | undefined {
  const [, version, traceId = '', spanId = '', flags = '', rest] =
    TRACEPARENT.exec(typeof traceparent === 'string' ? traceparent : '') ?? [];
  if (version === '00' && rest !== undefined) return undefined;
  const state = typeof tracestate === 'string' && tracestate.length <= LONGEST_STATE ? tracestate : undefined;
  const parent: SpanContext = {
    traceId,
    spanId,
    traceFlags: Number.parseInt(flags, 16) & 1,
    isRemote: true,
    traceState: state === undefined ? undefined : createTraceState(state),
  };
  return isSpanContextValid(parent) ? parent : undefined;
}

/** Headers that tell a room where the caller stands. */
export function headersOf({ traceId, spanId, traceFlags, traceState }: SpanContext): Record<string, string> {
  const flags = traceFlags.toString(16).padStart(2, '0');
  const state = traceState?.serialize();
  return { traceparent: `00-${traceId}-${spanId}-${flags}`, ...(state && { tracestate: state }) };
}
