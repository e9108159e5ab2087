import { textOf, type Person } from '../../story/people';
import { post } from '../../story/post';
import type { Chance } from './chance';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- whoever asked knows what was selected
type Data = any;

/** What came of an operation, as its client saw it. */
export type Reply =
  | { readonly kind: 'acknowledged'; readonly data: Data; readonly refusals: readonly string[] }
  /** It surely had no effect, has none any more, or had none to have. */
  | { readonly kind: 'failed'; readonly why: string; readonly wasUndone?: true }
  /** Nobody knows whether it had its effect. */
  | { readonly kind: 'indeterminate'; readonly why: string };

export type Operation = {
  readonly name: string;
  readonly kind: Reply['kind'];
  readonly why?: string;
  /** By `performance.now()`. */
  readonly startedAt: number;
  readonly endedAt: number;
};

export type Client = {
  /** Sends one operation to one of the gateways; never throws. */
  send(who: Person, operation: string, variables: object, gateway?: string): Promise<Reply>;
};

/** A client's patience, in milliseconds. */
const PATIENCE = 10_000;

const isWrite = (text: string) => text.trimStart().startsWith('mutation');

/** A gateway that cannot be reached has taken nothing. */
const wasNeverSent = (error: unknown): boolean => {
  const { code } = ((error as Error).cause ?? {}) as { code?: string };
  return code === 'ECONNREFUSED' || code === 'UND_ERR_CONNECT_TIMEOUT';
};

const reasonOf = (error: unknown): string => {
  const { message, name, cause } = error as Error;
  const { code } = (cause ?? {}) as { code?: string };
  return code ?? (name === 'TimeoutError' ? 'no answer in time' : message);
};

/** What the shop says of a saga whose steps were all taken back. */
const UNDONE = /nothing of it stays/;

type Sent = { gateway: string; who: Person; text: string; variables: object };

/** A payload that has come tells what was done, whatever else of the answer is missing. */
async function ask({ gateway, who, text, variables }: Sent): Promise<Reply> {
  const unsure = isWrite(text) ? 'indeterminate' : 'failed';
  const caller = await who.caller().catch(() => null);
  if (!caller) return { kind: 'failed', why: 'no access token' };
  try {
    const { status, data, errors } = await post(gateway, text, variables, caller, AbortSignal.timeout(PATIENCE));
    const payload = data && Object.values(data as object)[0];
    const why = errors?.map(({ message }) => message).join('; ') ?? `status ${status}`;
    if (!payload && UNDONE.test(why)) return { kind: 'failed', why, wasUndone: true };
    if (!payload || (unsure === 'failed' && errors)) return { kind: unsure, why };
    const refusals = (payload.userErrors ?? []).map(({ code }: { code: string }) => code);
    return { kind: 'acknowledged', data: payload, refusals };
  } catch (error) {
    return { kind: wasNeverSent(error) ? 'failed' : unsure, why: reasonOf(error) };
  }
}

/** @param chance which gateway is asked @param note is told of each operation when it has ended */
export function newClient(gateways: readonly string[], { of }: Chance, note: (done: Operation) => void): Client {
  return {
    async send(who, operation, variables, gateway = of(gateways)) {
      const startedAt = performance.now();
      const reply = await ask({ gateway, who, text: textOf(operation), variables });
      const why = 'why' in reply ? reply.why : undefined;
      note({ name: operation, kind: reply.kind, why, startedAt, endedAt: performance.now() });
      return reply;
    },
  };
}
