import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { client, type Ask } from '../measure/load';

// Forty operations, as the clients of a shop have: a swap plans them ahead.
const OPERATIONS: readonly Ask[] = Array.from({ length: 40 }, (_, nth) => ({
  query: `query Page${nth}($first: Int!) { products(first: $first) { nodes { id name slug variants { id sku price { amount currencyCode } } } } categories { id name } }`,
  variables: { first: 1 + (nth % 5) },
}));

export type Requests = {
  readonly answered: number;
  readonly lost: readonly string[];
  readonly times: readonly number[];
};

/** Asks until it is told to end, so many at a time. */
export function putLoad(url: string, concurrency: number) {
  const { send, close } = client(`${url}/graphql`, concurrency);
  const times: number[] = [];
  const lost: string[] = [];
  let isOver = false;
  let next = 0;
  const one = async () => {
    const began = performance.now();
    const { status, text } = await send(OPERATIONS[next++ % OPERATIONS.length] as Ask).catch((error: unknown) => ({
      status: 0,
      text: String(error),
    }));
    if (status === 200 && !text.startsWith('{"errors"')) times.push(performance.now() - began);
    else lost.push(`${status} ${text.slice(0, 200)}`);
  };
  const workers = Array.from({ length: concurrency }, async () => {
    while (!isOver) await one();
  });
  return async (): Promise<Requests> => {
    isOver = true;
    await Promise.all(workers);
    await close();
    return { answered: times.length, lost, times };
  };
}

const SUBSCRIPTION = 'subscription Track($number: String!) { shipmentUpdated(trackingNumber: $number) { id status } }';

/** Subscribes from as many sockets; counts what each hears. */
export function subscribeAll(url: string, count: number) {
  const heard = Array.from({ length: count }, () => 0);
  let lost = 0;
  const sockets = heard.map((_, nth) => {
    const socket = createClient({
      url: `${url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      lazy: true,
    });
    const gone = () => void lost++;
    const next = () => void (heard[nth] = (heard[nth] ?? 0) + 1);
    socket.subscribe(
      { query: SUBSCRIPTION, variables: { number: `TRACK${nth % 10}` } },
      { next, error: gone, complete: gone },
    );
    return socket;
  });
  return {
    /** How many have heard at least so much. */
    reached: (least: number) => heard.filter((each) => each >= least).length,
    fewest: () => Math.min(...heard),
    lost: () => lost,
    async close(): Promise<number> {
      const ended = lost;
      for (const socket of sockets) await socket.dispose();
      return ended;
    },
  };
}
