import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type DataLoader from 'dataloader';
import type { BatchLoadFn } from 'dataloader';
import type { PgTable, PgColumn } from 'drizzle-orm/pg-core';
import type { InferSelectModel, SQL } from 'drizzle-orm';
import type { Logger } from 'pino';
import type { Deed } from '../audit/chain';
import type { Db } from '../data/database';
import type { Transition } from '../data/transition';
import type { Announcement, EventContract } from '../events/event';
import type { Envelope } from '../identity/envelope';
import type { Tenant } from '../identity/tenants';
import type { Machine, States } from '../machine/machine';
import type { Saga } from '../workflows/saga';

/** Makes a repository over a database or a transaction that is bound to one tenant. */
export type RepositoryFactory = (db: Db) => object;
export type RepositoryFactories = Record<string, RepositoryFactory>;
export type Repositories<R extends RepositoryFactories> = { readonly [Name in keyof R]: ReturnType<R[Name]> };

/** Loads many by key for one request: `(context) => async (keys) => values`, in the order of the keys. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a loader of any room, whatever its keys and values
export type LoaderFactory = (context: any) => BatchLoadFn<any, any>;
export type LoaderFactories = Record<string, LoaderFactory>;
export type Loaders<L extends LoaderFactories> = {
  readonly [Name in keyof L]: ReturnType<L[Name]> extends BatchLoadFn<infer Key, infer Value>
    ? DataLoader<Key, Value>
    : never;
};

/** What everything in a room gets to work with: who, where, when, and the way to the data. */
export type RoomScope<R extends RepositoryFactories = RepositoryFactories> = Omit<Envelope, 'tenant'> & {
  readonly tenant: Tenant;
  /** Who is acting, as histories name it: a user's id, `service:` and a room, or `guest`. */
  readonly actor: string;
  readonly repositories: Repositories<R>;
  readonly log: Logger;
  now(): Date;
  newId(prefix: string): string;
};

/** How an entity comes to be: in which state, and which events tell of it. */
export type Birth = {
  readonly id: string;
  readonly state: string;
  readonly reason?: string | null;
  readonly publishes?: readonly Announcement[];
};

/** Inside a transaction. What is published and woken takes effect with the commit, or not at all. */
export type RoomTransaction<R extends RepositoryFactories = RepositoryFactories> = RoomScope<R> & {
  publish<Payload>(contract: EventContract<string, Payload>, payload: Payload): void;
  /** Writes what is done into the audit chain, last in the transaction. What needs a permission is written by itself. */
  audit(deed: Deed): void;
  /** Wakes the live subscriptions on a topic once the transaction has committed. */
  wake(topic: string): void;
  /** Fires a state machine's event on a row, and publishes what tells of it; null when its state does not allow it. */
  transition<S extends States, T extends PgTable & { id: PgColumn; status: PgColumn }>(
    change: Omit<Transition<Machine<S>, T>, 'actor' | 'at'> & { publishes?: readonly Announcement[] },
  ): Promise<InferSelectModel<T> | null>;
  /**
   * Brings an entity to life by one statement, with the first line of its history and the events that tell of it.
   * @param insert sends it, and answers null when the entity was there before. Its WITH has an item `opened`, the new row, and
   *   behind it `beside`: further items, each behind a comma
   */
  open<Row>(birth: Birth, insert: (beside: SQL) => Promise<Row | null>): Promise<Row | null>;
  /** The first line of an entity's history: it came to be in this state. Written with the end of the transaction. */
  begin(entityId: string, state: string, reason?: string | null): void;
};

/** What a client asks for under an idempotency key. */
type KeyedRequest = { operation: string; key: string; input: unknown };

/** The context of a resolver, a job or a saga step of a room. */
export type RoomContext<
  R extends RepositoryFactories = RepositoryFactories,
  L extends LoaderFactories = LoaderFactories,
> = RoomScope<R> & {
  readonly loaders: Loaders<L>;
  /** Forgets what loaders have read: what is asked for next is read anew. Done before each mutation of a request. */
  forget(): void;
  transaction<T>(work: (tx: RoomTransaction<R>) => Promise<T>): Promise<T>;
  /**
   * A transaction of at most one statement that writes, which needs no frame. It may read before; what it publishes, it
   * publishes with that statement.
   */
  atOnce<T>(work: (tx: RoomTransaction<R>) => Promise<T>): Promise<T>;
  /**
   * Runs `work` once for this caller, operation and key, in one transaction; the same key answers the same for 48 hours,
   * refusals included. What `work` returns must be JSON (answer ids, then load).
   * @throws Refusal IDEMPOTENCY_CONFLICT when the key was used with another input
   */
  idempotent<T>(
    request: { operation: string; key: string; input: unknown },
    work: (tx: RoomTransaction<R>) => Promise<T>,
  ): Promise<T>;
  /**
   * Sends an operation to another room as this room's service.
   * @throws Refusal-free: a GraphQL error of the other room is thrown as AgoraError
   */
  call<Data, Variables>(
    room: string,
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
  ): Promise<Data>;
  /** Starts a saga once for an id and waits for its end. @throws Refusal when a step refuses, after all was undone */
  run<Input extends object, State extends object>(
    saga: Saga<Input, State>,
    id: string,
    input: Input,
  ): Promise<Input & State>;
  /**
   * Runs a saga once for an idempotency key and waits for its end. One that failed and was taken back keeps nothing of the
   * key but its input: the next request begins anew.
   * @throws Refusal IDEMPOTENCY_CONFLICT for another input, and what a step refuses
   */
  runOnce<Input extends object, State extends object>(
    saga: Saga<Input, State>,
    request: KeyedRequest,
    input: Input,
  ): Promise<Input & State>;
  /** Starts a saga once for an id and answers at once; it goes on by itself, whoever leaves. */
  start<Input extends object, State extends object>(saga: Saga<Input, State>, id: string, input: Input): Promise<void>;
  /** Claims an idempotency key: throws IDEMPOTENCY_CONFLICT for another input, else answers an id that belongs to the key. */
  claim(request: KeyedRequest): Promise<string>;
  /** Yields once at once, then whenever a topic was woken, until the client leaves. */
  awaken(topic: string): AsyncIterableIterator<void>;
};
