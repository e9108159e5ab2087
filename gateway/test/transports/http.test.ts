import type { RequestListener, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import pino from 'pino';
import { parse, print } from 'graphql';
import { guest } from '../../../platform/identity/identity';
import type { Envelope } from '../../../platform/identity/envelope';
import { sealer } from '../../../platform/identity/seal';
import { unsealer } from '../../../platform/identity/unsealing';
import { Departure } from '../../../platform/kernel/leaving';
import { NotAwaited, NotSent } from '../../transports/failures';
import { httpTransport, type HttpTransport } from '../../transports/http/http';
import { forwardedHeaders, HTTP_DEFAULTS, type HttpSettings } from '../../transports/settings';
import { startRoom, startServer, subgraph, type TestRoom } from '../servers';
import { until } from '../subscriptions/until';

const envelope: Envelope = {
  requestId: 'req',
  tenant: 'demo',
  locale: 'en-US',
  currency: 'USD',
  identity: guest,
  forwarded: { authorization: 'Bearer x', 'accept-language': 'de' },
};

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

const schema = subgraph(
  'type Query { hello(name: String): String! broken: String headers: String } type Mutation { count: Int! }',
  {
    Query: {
      hello: (_: unknown, { name }: { name?: string }) => `Hello, ${name ?? 'nobody'}`,
      broken: () => {
        throw new Error('no luck');
      },
      headers: (_: unknown, _args: unknown, headers: object) => JSON.stringify(headers),
    },
  },
);

function reach(url: string, settings: Partial<HttpSettings> = {}) {
  const log: { err?: { message: string }; room?: string }[] = [];
  const transport: HttpTransport = httpTransport({
    ...HTTP_DEFAULTS,
    headersOf: forwardedHeaders,
    ...settings,
    room: 'greetings',
    url,
    log: pino({ level: 'warn' }, { write: (line: string) => void log.push(JSON.parse(line) as never) }),
  });
  stops.unshift(transport.stop);
  return {
    transport,
    log,
    ask: (query: string, variables?: object) => transport.execute({ query, variables: variables as never, envelope }),
  };
}

async function room(): Promise<TestRoom> {
  const started = await startRoom(schema);
  stops.push(started.stop);
  return started;
}

async function misbehaving(handle: RequestListener) {
  const started = await startServer(handle);
  stops.push(started.stop);
  return started;
}

const unavailable = { message: 'The room greetings does not answer.', extensions: { code: 'UNAVAILABLE' } };

describe('a room over HTTP', () => {
  it('given an answer in several pieces, with a byte order mark, then it is put together', async () => {
    const bytes = Buffer.from('\ufeff{"data":{"hello":"Ωραία"}}');
    const { url } = await misbehaving((_request, response) => {
      const pieces = function* () {
        for (const byte of bytes) yield Buffer.of(byte);
      };
      Readable.from(pieces()).pipe(response);
    });
    expect(await reach(url).ask('{ hello }')).toEqual({ data: { hello: 'Ωραία' } });
  });

  it('answers what it was asked', async () => {
    const { url } = await room();
    const { ask } = reach(url);
    expect(await ask('query ($name: String) { hello(name: $name) }', { name: 'Ada' })).toEqual({
      data: { hello: 'Hello, Ada' },
    });
  });

  it('given errors, then they are GraphQL errors with path, and without positions in a foreign document', async () => {
    const { url } = await room();
    const { data, errors } = await reach(url).ask('{ broken }');
    expect(data).toEqual({ broken: null });
    expect(errors?.[0]?.toJSON()).toEqual({ message: 'no luck', path: ['broken'] });
  });

  it('given many requests at a time, then no more connections than it may have, and they are used again', async () => {
    const started = await room();
    const { ask } = reach(started.url, { connections: 3 });
    for (let round = 0; round < 3; round++) await Promise.all(Array.from({ length: 20 }, () => ask('{ hello }')));
    expect(started.opened()).toBe(3);
  });

  it('given how long a connection may be idle, then it is closed after that, however long the room would keep it', async () => {
    const started = await room();
    started.server.keepAliveTimeout = 600_000;
    await reach(started.url, { idle: 20 }).ask('{ hello }');
    await until(() => started.connections.size === 0);
    expect(started.opened()).toBe(1);
  });

  it('given rooms that know no envelope, then they get the chosen headers and nothing else', async () => {
    const started = await room();
    await reach(started.url).ask('{ hello }');
    const { headers } = started.asked[0]!;
    expect(headers).toMatchObject({
      authorization: 'Bearer x',
      'accept-language': 'de',
      'content-type': 'application/json',
    });
    expect(JSON.stringify(headers)).not.toMatch(/agora|demo|USD/);
  });

  it('given our rooms, then they get the envelope, sealed over what is sent', async () => {
    const [started, keys] = [await room(), [{ id: 'k', secret: 'x'.repeat(32) }] as const];
    await reach(started.url, { headersOf: sealer(keys) }).ask('{ hello }', { name: 'Ada' });
    const body = JSON.stringify({ query: '{ hello }', variables: { name: 'Ada' } });
    const message = { room: 'greetings', method: 'POST', path: '/graphql', body };
    expect(await unsealer({ keys })(started.asked[0]?.headers ?? {}, message)).toEqual(envelope);
  });

  it('given forwarded headers that would change the message, then they do not', async () => {
    const started = await room();
    await reach(started.url, { headersOf: () => ({ 'content-type': 'text/plain' }) }).ask('{ hello }');
    expect(started.asked[0]?.headers['content-type']).toBe('application/json');
  });
});

describe('what is written once for a document', () => {
  const document = parse('query ($name: String) { hello(name: $name) }');
  const query = print(document);

  it('given other variables, then they are what is asked with', async () => {
    const { url } = await room();
    const { transport } = reach(url);
    const asked = (name: string) => transport.execute({ query, document, variables: { name }, envelope });
    expect(await asked('Ada')).toEqual({ data: { hello: 'Hello, Ada' } });
    expect(await asked('Ida "the Great"')).toEqual({ data: { hello: 'Hello, Ida "the Great"' } });
  });

  it('given another of its operations, then that is what is asked', async () => {
    const { url } = await room();
    const { transport } = reach(url);
    const text = 'query A { hello } query B { hello(name: "B") }';
    const two = { query: text, document: parse(text), envelope };
    expect(await transport.execute({ ...two, operationName: 'A' })).toEqual({ data: { hello: 'Hello, nobody' } });
    expect(await transport.execute({ ...two, operationName: 'B' })).toEqual({ data: { hello: 'Hello, B' } });
  });
});

describe('a room that is not well', () => {
  const answer =
    (status: number, body: string): RequestListener =>
    (_request, response) => {
      response.writeHead(status).end(body);
    };

  it.each([
    ['500 without GraphQL', answer(500, 'oops')],
    ['502 with other JSON', answer(502, '{"error":"bad gateway"}')],
    ['401 in plain text', answer(401, 'no')],
    ['a redirection', answer(302, '')],
    ['no JSON', answer(200, '<html>')],
    ['JSON that is no answer', answer(200, '{"hello":"world"}')],
    ['neither data nor errors', answer(200, '{"errors":[]}')],
    ['data that is no object', answer(200, '{"data":[1]}')],
    ['nothing', answer(200, '')],
  ])('given %s, then UNAVAILABLE, and the log says why', async (_what, handle) => {
    const { url } = await misbehaving(handle);
    const { ask, log } = reach(url);
    await expect(ask('{ hello }')).rejects.toMatchObject(unavailable);
    expect(log).toEqual([expect.objectContaining({ room: 'greetings', err: expect.anything() })]);
  });

  it.each([
    [500, '{"errors":[{"message":"no"}]}', { errors: [expect.objectContaining({ message: 'no' })] }],
    [
      400,
      '{"data":null,"errors":[{"message":"no"}]}',
      { data: null, errors: [expect.objectContaining({ message: 'no' })] },
    ],
    [200, '{"data":{"hello":"x"},"errors":null}', { data: { hello: 'x' } }],
  ])('given %i with a GraphQL result, then that is the answer', async (status, body, result) => {
    const { url } = await misbehaving(answer(status, body));
    expect(await reach(url).ask('{ hello }')).toEqual(result);
  });

  it('given nobody at the address, then UNAVAILABLE', async () => {
    const started = await misbehaving(() => {});
    await started.stop();
    await expect(reach(started.url).ask('{ hello }')).rejects.toMatchObject(unavailable);
  });

  it('given no answer in time, then UNAVAILABLE', async () => {
    const { url } = await misbehaving(() => {});
    await expect(reach(url, { headersTimeout: 50 }).ask('{ hello }')).rejects.toMatchObject(unavailable);
  });

  it('given an answer that stops in the middle, then UNAVAILABLE', async () => {
    const { url } = await misbehaving((_request, response) => void response.writeHead(200).write('{"data":'));
    await expect(reach(url, { bodyTimeout: 50 }).ask('{ hello }')).rejects.toMatchObject(unavailable);
  });

  it('given that nobody waits any more, then the request is given up, and that is not held against the room', async () => {
    const came: ServerResponse[] = [];
    const { url } = await misbehaving((_request, response) => void came.push(response));
    const { transport, log } = reach(url);
    const leaver = new AbortController();
    const asking = transport.execute({ query: '{ hello }', envelope, signal: leaver.signal });
    await until(() => came.length === 1);
    leaver.abort();
    await expect(asking).rejects.toBeInstanceOf(NotAwaited);
    await until(() => came[0]?.destroyed === true);
    expect(log).toEqual([]);
  });

  it('given that nobody waits any more while it waits for a connection, then it never leaves', async () => {
    const came: ServerResponse[] = [];
    const { url } = await misbehaving((_request, response) => void came.push(response));
    const { transport, ask } = reach(url, { connections: 1 });
    const first = ask('{ hello }');
    const leaver = new Departure();
    const second = transport.execute({ query: '{ hello }', envelope, signal: leaver });
    await until(() => came.length === 1);
    leaver.abort();
    await expect(second).rejects.toBeInstanceOf(NotAwaited);
    came[0]?.end('{"data":{"hello":"first"}}');
    expect(await first).toEqual({ data: { hello: 'first' } });
    const third = ask('{ hello }');
    await until(() => came.length === 2);
    came[1]?.end('{"data":{"hello":"third"}}');
    expect(await third).toEqual({ data: { hello: 'third' } });
  });

  it('given an answer larger than may be, then UNAVAILABLE', async () => {
    const { url } = await misbehaving(answer(200, JSON.stringify({ data: { hello: 'a'.repeat(100_000) } })));
    await expect(reach(url, { maxAnswer: 50_000 }).ask('{ hello }')).rejects.toMatchObject(unavailable);
  });
});

describe('a request', () => {
  const lost: RequestListener = (request) => void request.socket.destroy();
  const cutOff: RequestListener = (request, response) => {
    response.writeHead(200, { 'content-length': '1000' }).write('{"data":');
    setImmediate(() => request.socket.destroy());
  };

  it.each([
    ['a connection that is lost before the answer', lost],
    ['a connection that is lost in the answer', cutOff],
  ])('given %s, then it is sent once: others decide what is sent again', async (_what, handle) => {
    let asked = 0;
    const { url } = await misbehaving((...visit) => (asked++, handle(...visit)));
    const failure = await reach(url)
      .ask('{ hello }')
      .catch((error: unknown) => error);
    expect(failure).toMatchObject(unavailable);
    expect(failure).not.toBeInstanceOf(NotSent);
    expect(asked).toBe(1);
  });

  it.each(['127.0.0.1', 'localhost'])('given nobody at %s, then it is known not to have left', async (host) => {
    const started = await misbehaving(() => {});
    await started.stop();
    const { ask } = reach(`http://${host}:${started.port}/graphql`);
    await expect(ask('{ hello }')).rejects.toBeInstanceOf(NotSent);
  });
});
