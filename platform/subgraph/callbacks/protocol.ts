import { BadCallback } from './refusal';

/** The version in every message and every answer. (Apollo, "HTTP callback protocol for GraphQL subscriptions") */
export const VERSION = { 'subscription-protocol': 'callback/1.0' } as const;

/** How a router wants to be called back with the events of a subscription. */
export type Callback = {
  readonly url: URL;
  readonly id: string;
  /** Proves to the router that a call is ours. */
  readonly verifier: string;
  /** Milliseconds between two signs of life; 0 for none. */
  readonly heartbeat: number;
};

const LONGEST_TEXT = 1_024;
/** More often would be a flood, longer than what timers take. */
const HEARTBEATS = { from: 100, to: 2 ** 31 - 1 };

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Whether a request wants its events called back: what it accepts says so, and its extensions say where. */
export const wantsCallbacks = (accept: string | undefined, extensions: unknown): boolean =>
  (accept ?? '').split(',').some((type) => {
    const [name, ...parameters] = type.split(';').map((part) => part.trim().toLowerCase());
    return name === 'application/json' && parameters.some((each) => /^callbackspec="?1\.0"?$/.test(each));
  }) &&
  isRecord(extensions) &&
  extensions.subscription !== undefined;

function text(extension: Record<string, unknown>, name: string): string {
  const value = extension[name];
  if (typeof value === 'string' && value !== '' && value.length <= LONGEST_TEXT) return value;
  throw new BadCallback(`extensions.subscription.${name} must be a text of 1 to ${LONGEST_TEXT} characters.`);
}

/** @throws BadCallback that names what is wrong with `extensions.subscription` */
export function readCallback(extension: unknown): Callback {
  if (!isRecord(extension)) throw new BadCallback('extensions.subscription must be an object.');
  const address = text(extension, 'callbackUrl');
  if (!URL.canParse(address)) throw new BadCallback('extensions.subscription.callbackUrl must be a URL.');
  const { heartbeatIntervalMs: heartbeat } = extension;
  const { from, to } = HEARTBEATS;
  const isHeartbeat = typeof heartbeat === 'number' && Number.isInteger(heartbeat);
  if (!isHeartbeat || (heartbeat !== 0 && (heartbeat < from || heartbeat > to)))
    throw new BadCallback(
      `extensions.subscription.heartbeatIntervalMs must be 0, or a whole number from ${from} to ${to}.`,
    );
  return {
    url: new URL(address),
    id: text(extension, 'subscriptionId'),
    verifier: text(extension, 'verifier'),
    heartbeat,
  };
}
