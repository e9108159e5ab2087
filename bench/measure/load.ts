import { Pool } from 'undici';
import { quantile } from './statistics';

export type Ask = { readonly query: string; readonly variables: Readonly<Record<string, unknown>> };

export type Load = {
  readonly url: string;
  readonly requests: number;
  /** Requests under way at a time. */
  readonly concurrency: number;
  /** What is asked the nth time. */
  readonly ask: (nth: number) => Ask;
};

export type Loaded = {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
};

type Answer = { readonly status: number; readonly text: string };

/** What is sent for it. */
export const bodyOf = ({ query, variables }: Ask): string => JSON.stringify({ query, variables });

/** Sends operations over connections that stay open. */
export function client(url: string, connections = 1) {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections });
  return {
    async send(ask: Ask, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
      const { statusCode, body } = await pool.request({
        path: pathname,
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: bodyOf(ask),
      });
      return { status: statusCode, text: await body.text() };
    },
    close: () => pool.close(),
  };
}

/** @throws Error when it is not an answer without errors: nothing else is worth measuring */
export function mustBeWhole({ status, text }: Answer): string {
  if (status !== 200 || text.startsWith('{"errors"') || text.includes('"errors":['))
    throw new Error(`A server answered ${status}: ${text.slice(0, 500)}`);
  return text;
}

/** Asks so many times, so many at a time. @throws Error at the first answer with an error */
export async function put({ url, requests, concurrency, ask }: Load): Promise<Loaded> {
  const { send, close } = client(url, concurrency);
  const times: number[] = [];
  let next = 0;
  const worker = async () => {
    while (next < requests) {
      const nth = next++;
      const began = performance.now();
      mustBeWhole(await send(ask(nth)));
      times.push(performance.now() - began);
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: concurrency }, worker));
  const seconds = (performance.now() - began) / 1000;
  await close();
  return { perSecond: requests / seconds, p50: quantile(times, 0.5), p99: quantile(times, 0.99) };
}
