import type { RequestListener } from 'node:http';
import pino from 'pino';
import { guest } from '../../../platform/identity/identity';
import type { Transport } from '../../../platform/subgraph/transport';
import { httpTransport } from '../../transports/http/http';
import { resilient } from '../../transports/resilient';
import { forwardedHeaders, HTTP_DEFAULTS } from '../../transports/settings';
import { startServer } from '../servers';

const envelope = { requestId: '', tenant: '', locale: '', currency: '', identity: guest };
const log = pino({ level: 'silent' });
const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

/** A room over HTTP as the gateway reaches it; `before` is called before each attempt, with its number. */
function reach(url: string, before: (attempt: number) => unknown = () => {}) {
  const http = httpTransport({ ...HTTP_DEFAULTS, headersOf: forwardedHeaders, room: 'orders', url, log });
  stops.unshift(http.stop);
  let attempts = 0;
  const counted: Transport = {
    ...http,
    async execute(request) {
      await before(++attempts);
      return http.execute(request);
    },
  };
  const { execute } = resilient(counted, { room: 'orders', log, pause: 1 });
  return {
    attempts: () => attempts,
    ask: (query: string, operationName?: string) => execute({ query, operationName, envelope }),
  };
}

/** Counts what arrives, and answers the nth request as the nth listener says, the last for ever. */
async function room(...answers: RequestListener[]) {
  let arrived = 0;
  const { url, stop } = await startServer((...visit) => answers[Math.min(arrived++, answers.length - 1)]?.(...visit));
  stops.push(stop);
  return { url, arrived: () => arrived };
}
const lost: RequestListener = (request) => void request.socket.destroy();
const fine: RequestListener = (_request, response) => void response.end('{"data":{"a":1}}');
const oops: RequestListener = (_request, response) => void response.writeHead(502).end('oops');
const unavailable = { extensions: { code: 'UNAVAILABLE' } };

const MUTATIONS = [
  ['a mutation', 'mutation { a }', undefined],
  ['a mutation beside a query', 'query A { a } mutation B { a }', 'B'],
] as const;

describe('how often a room is sent the same', () => {
  it.each([
    ['whose connection is lost', lost],
    ['that is answered by no GraphQL', oops],
  ])('given a query %s again and again, then three times', async (_what, answer) => {
    const { url, arrived } = await room(answer);
    await expect(reach(url).ask('{ a }')).rejects.toMatchObject(unavailable);
    expect(arrived()).toBe(3);
  });

  it('given a query whose connection is lost once, then twice', async () => {
    const { url, arrived } = await room(lost, fine);
    expect(await reach(url).ask('{ a }')).toEqual({ data: { a: 1 } });
    expect(arrived()).toBe(2);
  });

  it.each(MUTATIONS)('given %s whose connection is lost, then once', async (_what, query, operationName) => {
    const { url, arrived } = await room(lost, fine);
    await expect(reach(url).ask(query, operationName)).rejects.toMatchObject(unavailable);
    expect(arrived()).toBe(1);
  });

  it('given a mutation that is answered by no GraphQL, then once', async () => {
    const { url, arrived } = await room(oops, fine);
    await expect(reach(url).ask('mutation { a }')).rejects.toMatchObject(unavailable);
    expect(arrived()).toBe(1);
  });
});

describe('a room that refuses connections', () => {
  async function closed() {
    const { port, url, stop } = await startServer(() => {});
    await stop();
    return { port, url };
  }

  it.each([['a query', '{ a }', undefined] as const, ...MUTATIONS])(
    'given %s, then it is tried until the room is up, and arrives once',
    async (_what, query, operationName) => {
      const { port, url } = await closed();
      let arrived = 0;
      const rise = async () => {
        const { stop } = await startServer((...visit) => (arrived++, fine(...visit)), port);
        stops.push(stop);
      };
      const { ask, attempts } = reach(url, (attempt) => attempt === 3 && rise());
      expect(await ask(query, operationName)).toEqual({ data: { a: 1 } });
      expect([attempts(), arrived]).toEqual([3, 1]);
    },
  );

  it('given a mutation that leaves at last, and is lost then, then it is not sent again', async () => {
    const { port, url } = await closed();
    let arrived = 0;
    const rise = async () => {
      const { stop } = await startServer((...visit) => (arrived++, lost(...visit)), port);
      stops.push(stop);
    };
    const { ask, attempts } = reach(url, (attempt) => attempt === 2 && rise());
    await expect(ask('mutation { a }')).rejects.toMatchObject(unavailable);
    expect([attempts(), arrived]).toEqual([2, 1]);
  });

  it('given that it stays so, then a mutation is tried three times', async () => {
    const { url } = await closed();
    const { ask, attempts } = reach(url);
    await expect(ask('mutation { a }')).rejects.toMatchObject(unavailable);
    expect(attempts()).toBe(3);
  });
});
