import { getTableName, is, SQL, sql, StringChunk, type Table } from 'drizzle-orm';
import type { ExecutionResult, GraphQLError } from 'graphql';
import type { Envelope } from '../../../platform/identity/envelope';
import { demoTenant } from '../../../platform/identity/tenants';
import { AgoraError, TakenBack } from '../../../platform/kernel/errors';
import type { Clock } from '../../../platform/kernel/clock';
import type { Announcement, EventMessage } from '../../../platform/events/event';
import { next, type Machine, type States } from '../../../platform/machine/machine';
import { callRoom } from '../../../platform/subgraph/calls';
import type { RoomContext, RoomTransaction } from '../../../platform/subgraph/context';
import type { AnySubgraph } from '../../../platform/subgraph/definition';
import { preparedOperations } from '../../../platform/subgraph/execution';
import { MADE_OF } from '../../../platform/subgraph/lazyFields';
import { newLoaders } from '../../../platform/subgraph/loaders';
import { buildRoomSchema } from '../../../platform/subgraph/schema';
import { actorOf } from '../../../platform/subgraph/scope';
import type { Rooms, Transport } from '../../../platform/subgraph/transport';
import { type Chance, NoAnswer, type Process } from '../chance';
import type { AnySaga, Processes } from '../processes';

/** The rows of a room; whatever is written is plain data. */
export type Rows = {
  readonly outbox: EventMessage[];
  readonly heard: Set<string>;
  readonly answers: Map<string, unknown>;
} & Readonly<Record<string, unknown>>;

type Row = { id: string; status: string };
type Change = {
  machine: Machine<States>;
  table: Table;
  id: string;
  event: string;
  set?: object;
  beside?: SQL;
  publishes?: readonly Announcement[];
};

/** What a room stands on here. `events` hears what was committed. */
export type Floor = {
  readonly chance: Chance;
  readonly processes: Processes;
  readonly clock: Clock;
  readonly newId: (prefix: string) => string;
  readonly rooms: Rooms;
  readonly events: (published: readonly EventMessage[]) => void;
  /** The saga itself, or what a test makes of it. */
  readonly sagaAs: (saga: AnySaga) => AnySaga;
  /** Hears what no trouble explains: the code is wrong, or the model lacks something. */
  readonly unexpected: (error: Error) => void;
};

export type RoomModel<R extends Rows> = {
  readonly definition: AnySubgraph;
  readonly rows: R;
  /** What its repositories do, each function one statement. */
  readonly repositories: (rows: R) => Record<string, object>;
  /** What a transition writes beside the row that it moves. @param values of the statement that writes it */
  readonly beside?: (rows: R, values: readonly unknown[]) => void;
};

const log = Object.assign(() => {}, { error: () => {}, warn: () => {}, info: () => {}, debug: () => {} });

/** The executable schemas of the rooms: made once, since each run makes all rooms anew. */
const schemas = new Map<string, ReturnType<typeof prepare>>();
const prepare = (definition: AnySubgraph) => {
  const { schema } = buildRoomSchema(definition);
  return { schema, preparedOf: preparedOperations(schema) };
};
function preparedFor(definition: AnySubgraph) {
  const known = schemas.get(definition.name) ?? prepare(definition);
  schemas.set(definition.name, known);
  return known;
}

/** Only what is plain: what SQL reckons is the database's own matter. */
const plain = (set: object = {}) => Object.fromEntries(Object.entries(set).filter(([, value]) => !is(value, SQL)));

/** Rows are never changed in their place, so that a copy of what holds them is enough. */
const copyOf = <R extends object>(rows: R): R =>
  Object.fromEntries(
    Object.entries(rows).map(([table, held]) => [
      table,
      held instanceof Map
        ? new Map(held)
        : held instanceof Set
          ? new Set(held)
          : Array.isArray(held)
            ? [...held]
            : { ...held },
    ]),
  ) as R;

/** Has whatever is asked for, made when it is. */
const named = (make: (name: string) => unknown): Record<string, object> =>
  new Proxy({}, { get: (_, name) => make(String(name)) });

/** No transport sends a request again once it has heard a refusal. */
const isDone = ({ data }: ExecutionResult) =>
  Object.values(data ?? {}).every((payload) => ((payload as { userErrors?: unknown[] }).userErrors ?? []).length === 0);

const isUnexpected = ({ originalError }: GraphQLError) =>
  !(originalError instanceof NoAnswer) && !(originalError instanceof AgoraError);

/** What a statement is given beside its text. */
const valuesIn = (part: unknown): unknown[] =>
  is(part, SQL) ? part.queryChunks.flatMap(valuesIn) : is(part, StringChunk) || part === undefined ? [] : [part];

/**
 * A room whose resolvers, acts, sagas and handlers are the real ones, and whose database is a model: a transaction is done alone,
 * as a whole or not at all.
 */
export function memoryRoom<R extends Rows>(
  { definition, rows: initial, repositories, beside }: RoomModel<R>,
  floor: Floor,
) {
  const { chance, processes, clock, newId, rooms } = floor;
  const { name } = definition;
  let rows = initial;
  let last: Promise<unknown> = Promise.resolve();

  function alone<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work);
    last = turn.catch(() => {});
    return turn;
  }
  const commit = <T>(work: (draft: R) => Promise<T>): Promise<T> =>
    alone(async () => {
      const draft = copyOf(rows);
      const answer = await work(draft);
      const published = draft.outbox.slice(rows.outbox.length);
      rows = draft;
      floor.events(published);
      return answer;
    });
  const scopeOf = (envelope: Envelope) => ({
    ...envelope,
    tenant: demoTenant,
    actor: actorOf(envelope.identity),
    log,
    now: () => clock.now(),
    newId,
  });
  function transactionOf(draft: R, envelope: Envelope): RoomTransaction {
    const publish = ({ type, payload }: Announcement) =>
      void draft.outbox.push({ id: newId('evt'), tenant: envelope.tenant, type, payload, occurredAt: clock.now() });
    const transaction = {
      ...scopeOf(envelope),
      repositories: repositories(draft),
      publish: ({ type }: { type: string }, payload: unknown) => publish({ type, payload }),
      audit: () => {},
      wake: () => {},
      begin: () => {},
      async transition(change: Change) {
        const { machine, id, event, set, publishes = [] } = change;
        const table = draft[getTableName(change.table)] as Map<string, Row>;
        const row = table.get(id);
        const to = row && next(machine, row.status, event as never);
        if (!row || to === undefined) return null;
        const moved = { ...row, ...plain(set), status: to };
        table.set(id, moved);
        beside?.(draft, valuesIn(change.beside));
        publishes.forEach(publish);
        return { ...moved };
      },
      async open(
        { publishes = [] }: { publishes?: readonly Announcement[] },
        insert: (nothing: SQL) => Promise<unknown>,
      ) {
        const opened = await insert(sql``);
        if (opened) publishes.forEach(publish);
        return opened;
      },
    };
    return transaction as unknown as RoomTransaction;
  }

  /** A statement outside of a transaction is a word of its own; it writes as a whole, so nothing of it is ever taken back. */
  const statement = (process: Process, repository: string, one: string, args: unknown[]) =>
    chance.say(
      process,
      `${name}: ${repository}.${one}`,
      () =>
        alone(async () => {
          const act = (repositories(rows)[repository] as Record<string, (...given: unknown[]) => unknown>)[one];
          if (!act) throw new Error(`The model of ${name} has no ${repository}.${one}.`);
          return act(...args);
        }),
      false,
    );
  const statements = (process: Process) =>
    named((repository) =>
      named(
        (one) =>
          (...args: unknown[]) =>
            statement(process, repository, one, args),
      ),
    );

  function contextFor(process: Process, envelope: Envelope): RoomContext {
    const transact = <T>(work: (tx: RoomTransaction) => Promise<T>) =>
      chance.say(
        process,
        `${name}: a transaction`,
        () => commit((draft) => work(transactionOf(draft, envelope))),
        false,
      );
    const self: Envelope = { ...envelope, identity: { kind: 'service', name } };
    const call = (room: string, document: never, variables: never) => {
      const reached: Rooms = (to) => ({
        ...rooms(to),
        execute: (request) => chance.say(process, `${name} asks ${to}`, () => rooms(to).execute(request), isDone),
      });
      return callRoom(reached, room, document, variables, self);
    };
    const begun = (saga: { name: string }, id: string, input: object) => ({
      id: `${saga.name}/${id}`,
      saga: floor.sagaAs(saga as AnySaga),
      input,
      newContext: (by: Process) => contextFor(by, envelope),
    });
    const loaders = newLoaders(definition.loaders);
    const context = {
      ...scopeOf(envelope),
      repositories: statements(process),
      loaders,
      forget: () => {},
      transaction: transact,
      atOnce: transact,
      idempotent: (
        { operation, key }: { operation: string; key: string },
        work: (tx: RoomTransaction) => Promise<unknown>,
      ) =>
        chance.say(
          process,
          `${name}: ${operation}`,
          () =>
            commit(async (draft) => {
              const known = `${operation}/${key}`;
              if (!draft.answers.has(known)) draft.answers.set(known, await work(transactionOf(draft, envelope)));
              return draft.answers.get(known);
            }),
          false,
        ),
      call,
      claim: ({ operation, key }: { operation: string; key: string }) =>
        chance.say(process, `${name}: claims ${key}`, async () => `${operation}/${key}`, false),
      run: (saga: { name: string }, id: string, input: object) => processes.run(begun(saga, id, input)),
      runOnce: async (saga: AnySaga, { operation, key }: { operation: string; key: string }, input: object) => {
        const keyed = `${operation}/${key}`;
        const kept = (draft: R) => (draft.answers.get(keyed) ?? 0) as number;
        const takenBack = await chance.say(process, `${name}: claims ${key}`, async () => kept(rows), false);
        return processes.run(begun(saga, `${keyed}/${takenBack}`, input)).catch(async (error: unknown) => {
          const renew = async (draft: R) => void (kept(draft) === takenBack && draft.answers.set(keyed, takenBack + 1));
          if (error instanceof TakenBack)
            await chance.say(process, `${name}: renews ${key}`, () => commit(renew), false);
          throw error;
        });
      },
      start: async (saga: { name: string }, id: string, input: object) => void processes.run(begun(saga, id, input)),
    } as unknown as RoomContext;
    loaders[MADE_OF] = context;
    return context;
  }

  const { schema, preparedOf } = preparedFor(definition);
  const transport: Pick<Transport, 'execute'> = {
    async execute({ query, variables, envelope }) {
      const contextValue = contextFor(asked, envelope);
      const answer = await preparedOf(query).run({ schema, contextValue, variableValues: variables });
      answer.errors?.filter(isUnexpected).forEach(floor.unexpected);
      return answer;
    },
  };
  return {
    name,
    contextFor,
    execute: transport.execute,
    rows: () => rows,
    /** Has an event's effect and its mark in one transaction. @throws what its handler throws */
    hear: (event: EventMessage) =>
      commit(async (draft) => {
        if (draft.heard.has(event.id)) return;
        const handler = handlerOf(definition, event.type);
        const envelope = serviceOf(name);
        await handler(transactionOf(draft, envelope), event.payload, { id: event.id, occurredAt: event.occurredAt });
        draft.heard.add(event.id);
      }),
    listensTo: (type: string) => Object.keys(definition.on ?? {}).includes(type),
  };
}

/** Who answers requests. That one of them dies over a request is an error to whoever has asked. */
const asked: Process = {
  isAlive: () => true,
  die() {
    throw new NoAnswer('The process that was asked is dead.');
  },
};

type Handler = (tx: RoomTransaction, payload: unknown, event: object) => Promise<void>;
function handlerOf({ name, on = {} }: AnySubgraph, type: string): Handler {
  const handler = (on as Record<string, Handler | { atOnce: Handler }>)[type];
  if (!handler) throw new Error(`${name} does not listen to ${type}.`);
  return typeof handler === 'object' ? handler.atOnce : handler;
}

export const serviceOf = (room: string): Envelope => ({
  requestId: 'req',
  tenant: demoTenant.id,
  locale: demoTenant.locales[0],
  currency: demoTenant.currencies[0],
  identity: { kind: 'service', name: room },
});
