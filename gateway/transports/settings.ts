import type { Logger } from 'pino';
import type { Envelope } from '../../platform/identity/envelope';
import type { Tls } from '../../platform/identity/tls';
import type { SentMessage } from '../../platform/identity/seal';
import type { Callbacks } from './subscriptions/callbacks';

/** How rooms at a URL are spoken to. */
export type HttpSettings = {
  /** Connections to one room at most; what is more waits for a free one. */
  readonly connections: number;
  /** Milliseconds until a connection must stand. */
  readonly connectTimeout: number;
  /** Milliseconds that a connection may be idle before it is closed; as long as the room says if not given. */
  readonly idle?: number;
  /** Milliseconds until an answer must begin. */
  readonly headersTimeout: number;
  /** Milliseconds that an answer may pause. */
  readonly bodyTimeout: number;
  /** Milliseconds that a stream of Server-Sent Events may be silent, where rooms give signs of life; for ever if not given. */
  readonly silence?: number;
  /** Bytes of the largest answer, or of one event of a subscription. */
  readonly maxAnswer: number;
  /** What is shown to rooms at https://, and who is believed there; nothing, and whom Node believes, if not given. */
  readonly tls?: Tls;
  /** The one internet address to connect to, where the name in the url stands for several. */
  readonly at?: string;
  /** How subscriptions travel: graphql-ws, graphql-sse, or by calls of the room. */
  readonly subscriptions: 'ws' | 'sse' | 'callback';
  /** Where rooms call back. */
  readonly callbacks?: Callbacks;
  /** Path of subscriptions, where it is not that of everything else. */
  readonly subscriptionsPath?: string;
  /** What tells the room who asks. A WebSocket has no body. @param nonce of the sender's own making, where it is sealed */
  readonly headersOf: (envelope: Envelope, message: SentMessage, nonce?: string) => Record<string, string>;
};

export const HTTP_DEFAULTS = {
  connections: 64,
  connectTimeout: 5_000,
  headersTimeout: 30_000,
  bodyTimeout: 30_000,
  maxAnswer: 64 * 1024 * 1024,
  subscriptions: 'ws',
} as const;

/** Rooms that know no envelope get the headers of the client that were chosen to be handed on, and nothing else. */
export const forwardedHeaders = ({ forwarded }: Envelope): Record<string, string> => ({ ...forwarded });

/** A room at a URL, and where to tell what goes wrong there. */
export type Address = HttpSettings & { readonly room: string; readonly url: string; readonly log: Logger };
