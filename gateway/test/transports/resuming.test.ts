import { buildSchema, type ExecutionResult } from 'graphql';
import pino from 'pino';
import { guest } from '../../../platform/identity/identity';
import { unavailable } from '../../../platform/kernel/errors';
import type { RoomRequest } from '../../../platform/subgraph/transport';
import { LostConnection } from '../../transports/subscriptions/events';
import { resuming } from '../../transports/subscriptions/resuming';

const schema = buildSchema(`type Query { a: Int }
  type Subscription { updates(id: ID, after: String): Update state: Int }
  type Update { cursor: String! kind: String }`);

type Script = ((request: RoomRequest) => (ExecutionResult | Error)[] | Error | ExecutionResult)[];

/** A room that answers each subscription by the next line of a script; behind the last event of a line it is silent. */
function room(script: Script) {
  const asked: RoomRequest[] = [];
  let open = 0;
  async function subscribe(request: RoomRequest) {
    asked.push(request);
    const line = script[asked.length - 1]?.(request) ?? new LostConnection('r', false);
    if (line instanceof Error) throw line;
    if (!Array.isArray(line)) return line;
    open++;
    let leave = () => {};
    const stream: AsyncIterableIterator<ExecutionResult> = {
      async next() {
        const step = line.shift();
        if (step instanceof Error) throw step;
        if (step) return { value: step, done: false };
        await new Promise<void>((resolve) => (leave = resolve));
        return { value: undefined, done: true };
      },
      async return() {
        open--;
        leave();
        return { value: undefined, done: true };
      },
      [Symbol.asyncIterator]: () => stream,
    };
    return stream;
  }
  const transport = { execute: async () => ({}), subscribe };
  const settings = { patience: 200, pause: 2, longestPause: 10 };
  const log = pino({ level: 'silent' });
  const { subscribe: resumed } = resuming(transport, { room: 'r', schema, log, settings });
  const envelope = { requestId: '', tenant: '', locale: '', currency: '', identity: guest };
  return {
    asked,
    open: () => open,
    subscribe: async (query: string, variables = {}) =>
      (await resumed({ query, variables, envelope })) as AsyncIterableIterator<ExecutionResult>,
  };
}

const lost = (wasOpen = false) => new LostConnection('r', wasOpen);
const update = (cursor: string) => ({ data: { updates: { cursor } } });
const take = async (stream: AsyncIterator<ExecutionResult>, count: number) => {
  const events: unknown[] = [];
  for (let index = 0; index < count; index++) events.push((await stream.next()).value);
  return events;
};

const WITH_VARIABLE = 'subscription ($after: String) { updates(id: 1, after: $after) { cursor } }';

it('given a lost connection, then it begins anew behind the last cursor told', async () => {
  const { subscribe, asked } = room([() => [update('a'), update('b'), lost()], () => [update('c')]]);
  const stream = await subscribe(WITH_VARIABLE);
  expect(await take(stream, 3)).toEqual([update('a'), update('b'), update('c')]);
  expect(asked.map(({ variables }) => variables)).toEqual([{}, { after: 'b' }]);
});

it.each([
  ['no cursor', 'subscription { updates(id: 1) { kind cursor } }'],
  ['a literal one', 'subscription { updates(id: 1, after: "z") { kind cursor } }'],
])('given %s in the operation, then the cursor is written into it', async (_what, query) => {
  const { subscribe, asked } = room([() => [update('a"'), lost()], () => [update('b')]]);
  await take(await subscribe(query), 2);
  expect(asked[1]?.query.replace(/\s+/g, ' ')).toBe('subscription { updates(id: 1, after: "a\\"") { kind cursor } }');
});

it('given other names for field and cursor, then the cursor is found', async () => {
  const event = { data: { u: { c: 'a' } } };
  const { subscribe, asked } = room([() => [event, lost()], () => [event]]);
  await take(await subscribe('subscription ($x: String) { u: updates(after: $x) { ... { c: cursor } } }'), 2);
  expect(asked[1]?.variables).toEqual({ x: 'a' });
});

it('given a room that stays away for a while, then it is asked again and again', async () => {
  const gone = () => unavailable('It does not answer.');
  const { subscribe, asked } = room([() => [update('a'), lost()], gone, () => [lost()], gone, () => [update('b')]]);
  expect(await take(await subscribe(WITH_VARIABLE), 2)).toEqual([update('a'), update('b')]);
  expect(asked).toHaveLength(5);
});

it('given a room that does not come back, then the stream fails', async () => {
  const { subscribe, asked } = room([() => [update('a'), lost()]]);
  const stream = await subscribe(WITH_VARIABLE);
  await stream.next();
  await expect(stream.next()).rejects.toMatchObject({ extensions: { code: 'UNAVAILABLE' } });
  expect(asked.length).toBeGreaterThan(5);
});

it('given a room that was never there, then the stream fails at once', async () => {
  const { subscribe, asked } = room([() => [lost()]]);
  await expect((await subscribe(WITH_VARIABLE)).next()).rejects.toMatchObject({ extensions: { code: 'UNAVAILABLE' } });
  expect(asked).toHaveLength(1);
});

it('given a room that is lost at once, after it had taken the subscription on, then it is asked again', async () => {
  const { subscribe } = room([() => [lost(true)], () => [update('a')]]);
  expect(await take(await subscribe(WITH_VARIABLE), 1)).toEqual([update('a')]);
});

it('given a room that takes it on and is lost again and again, then the stream fails in the end', async () => {
  const { subscribe, asked } = room(Array.from({ length: 500 }, () => () => [lost(true)]));
  await expect((await subscribe(WITH_VARIABLE)).next()).rejects.toMatchObject({ extensions: { code: 'UNAVAILABLE' } });
  expect(asked.length).toBeGreaterThan(5);
});

it('given a room that comes back and cannot serve yet, then it is asked again', async () => {
  const starting = () => ({ errors: [unavailable('It is still starting.')] });
  const { subscribe, asked } = room([() => [update('a'), lost()], starting, starting, () => [update('b')]]);
  expect(await take(await subscribe(WITH_VARIABLE), 2)).toEqual([update('a'), update('b')]);
  expect(asked).toHaveLength(4);
});

it('given a field without a cursor, then it is asked as before', async () => {
  const state = (value: number) => ({ data: { state: value } });
  const { subscribe, asked } = room([() => [state(1), lost()], () => [state(2)]]);
  expect(await take(await subscribe('subscription { state }'), 2)).toEqual([state(1), state(2)]);
  expect(asked[1]).toEqual(asked[0]);
});

it('given a cursor of the client, and events that tell none, then the stream fails: all would come twice', async () => {
  const { subscribe } = room([() => [{ data: { updates: { kind: 'x' } } }, lost()]]);
  const stream = await subscribe('subscription { updates(after: "z") { kind } }');
  await stream.next();
  await expect(stream.next()).rejects.toMatchObject({ extensions: { code: 'UNAVAILABLE' } });
});

it('given a room that refuses now, then that is the last that is told', async () => {
  const refusal = { errors: [] } as ExecutionResult;
  const { subscribe } = room([() => [update('a'), lost()], () => refusal]);
  const stream = await subscribe(WITH_VARIABLE);
  expect(await take(stream, 2)).toEqual([update('a'), refusal]);
  expect(await stream.next()).toEqual({ value: undefined, done: true });
});

it('given a reader that leaves, then the room is left, also while it is away', async () => {
  const { subscribe, open, asked } = room([() => [update('a'), lost()]]);
  const stream = await subscribe(WITH_VARIABLE);
  await stream.next();
  const waiting = stream.next();
  await stream.return?.();
  expect((await waiting).done).toBe(true);
  expect([open(), asked.length <= 2]).toEqual([0, true]);
});
