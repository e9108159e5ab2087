import type { ExecutionResult, GraphQLFormattedError } from 'graphql';
import { Agent, request } from 'undici';
import { VERSION, type Callback } from './protocol';

export type Message =
  | { readonly action: 'check' }
  | { readonly action: 'next'; readonly payload: ExecutionResult }
  | { readonly action: 'complete'; readonly errors?: readonly GraphQLFormattedError[] };

/** What came of a message. What was not delivered may be sent again; what was refused ends the subscription, 404 silently. */
export type Outcome =
  | { readonly kind: 'taken'; readonly status: number; readonly protocol: string }
  | { readonly kind: 'refused'; readonly status: number }
  | { readonly kind: 'undelivered'; readonly reason: unknown };

/** Sends one message once. */
export type Call = (message: Message) => Promise<Outcome>;

const TIMEOUT = 5_000;
const CONNECTIONS = 64;

/** The connections to all routers. */
export const openCalls = (): Agent =>
  new Agent({
    connections: CONNECTIONS,
    connect: { timeout: TIMEOUT },
    headersTimeout: TIMEOUT,
    bodyTimeout: TIMEOUT,
  });

/** Answers that say no more than "not now". */
const isPassing = (status: number): boolean => status >= 500 || status === 408 || status === 429;

function outcomeOf(status: number, protocol: unknown): Outcome {
  if (status >= 200 && status < 300)
    return { kind: 'taken', status, protocol: typeof protocol === 'string' ? protocol : '' };
  if (isPassing(status)) return { kind: 'undelivered', reason: new Error(`The router answered ${status}.`) };
  return { kind: 'refused', status };
}

/** Calls the router that asked for a subscription. It is sent wherever the callback says, and nowhere else. */
export function callsTo({ url, id, verifier }: Callback, agent: Agent): Call {
  const headers = { 'content-type': 'application/json', ...VERSION };
  return async (message) => {
    const body = JSON.stringify({ kind: 'subscription', ...message, id, verifier });
    try {
      const answer = await request(url, { dispatcher: agent, method: 'POST', headers, body });
      await answer.body.dump();
      return outcomeOf(answer.statusCode, answer.headers['subscription-protocol']);
    } catch (reason) {
      return { kind: 'undelivered', reason };
    }
  };
}
