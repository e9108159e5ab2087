import type { UsageBatch, UsageCount } from '../../platform/delivery/usage';

/** A subgraph as it was pushed. */
export type SubgraphSchema = { readonly name: string; readonly url: string; readonly sdl: string };

/** Who does something, and for which commit. */
export type Author = { readonly by: string; readonly commit?: string };

/** Who did it, and when: RFC 3339 in UTC, by the clock of the store. */
export type Signed = Author & { readonly at: string };

/** What is handed to a store: the time is the store's to set. */
export type Unsigned<T> = { readonly [Key in keyof T]: T[Key] extends Signed ? Author : T[Key] };

/** Subgraphs that compose, and what they compose to. Never changes: its id is the hash of what is in it. */
export type Version = {
  readonly id: string;
  readonly subgraphs: readonly SubgraphSchema[];
  readonly supergraph: string;
  readonly pushed: Signed;
};

/** A version that was made the live one. The newest release is what gateways serve. */
export type Release = {
  /** 1 for the first; each publish and each rollback counts one up. */
  readonly number: number;
  readonly version: string;
  readonly kind: 'publish' | 'rollback';
  readonly published: Signed;
  /** What changed since the release before, a sentence each. */
  readonly changes: readonly string[];
};

/** Somebody's word that one breaking change may land. */
export type Approval = {
  /** What the change is called: the same for the same change of the same element. */
  readonly change: string;
  /** The hash of the subgraph's schema that it was given for. With any other it counts for nothing. */
  readonly schema: string;
  readonly reason: string;
  readonly expiresAt: string;
  readonly approved: Signed;
};

/** An operation of a client release, with the fragments that it uses. */
export type ClientOperation = { readonly id: string; readonly name: string; readonly body: string };

export type ClientRelease = {
  readonly client: string;
  readonly version: string;
  readonly operations: readonly ClientOperation[];
  readonly registered: Signed;
};

/** What was counted on one day, `2026-01-31` in UTC. */
export type DailyUse = UsageCount & { readonly day: string };

/** Somebody else has published since: check again. */
export class StaleReleaseError extends Error {
  override name = 'StaleReleaseError';
}

/** The store does not answer, or refuses to: nothing was changed. */
export class StoreUnreachableError extends Error {
  override name = 'StoreUnreachableError';
}

/** What a store must refuse, with a sentence for a person: an unknown version, a name that is taken. */
export class StoreRefusal extends Error {
  override name = 'StoreRefusal';
}

/**
 * Where the registry keeps what it knows: a folder, Postgres, or a service over HTTP. Every method is one step that happens
 * whole or not at all, also if the process dies in the middle of it.
 * @throws StoreUnreachableError where the store cannot be asked
 */
export type Store = {
  /** How a person is told of it. */
  readonly name: string;
  /** What time it is by the clock of the store: expiry is judged by no other. */
  now(): Promise<Date>;
  version(id: string): Promise<Version | null>;
  /** Keeps it for ever. Pushing the same again changes nothing. */
  push(version: Unsigned<Version>): Promise<void>;
  /** The newest release; null before the first. */
  live(): Promise<Release | null>;
  /**
   * Makes a version the live one.
   * @param after the number of the release that it was checked against; 0 for none
   * @throws StaleReleaseError when another has come since, StoreRefusal for a version that was never pushed
   */
  publish(release: Unsigned<Omit<Release, 'number'>>, after: number): Promise<Release>;
  /** Releases, the newest first; `before` leaves out that number and all that came later. */
  history(limit: number, before?: number): Promise<readonly Release[]>;
  approve(approval: Unsigned<Approval>): Promise<void>;
  /** All of them, expired ones included: the newest first. */
  approvals(): Promise<readonly Approval[]>;
  /** A client release that is registered again with other operations is refused. @throws StoreRefusal */
  register(release: Unsigned<ClientRelease>): Promise<void>;
  /** Forgets a client release that nobody runs any more. @throws StoreRefusal for one that is not registered */
  retire(client: string, version: string, by: Author): Promise<void>;
  /** Every registered release of every client. */
  clients(): Promise<readonly ClientRelease[]>;
  /** Adds to what was counted. A batch that comes twice counts once. */
  record(batch: UsageBatch): Promise<void>;
  /** What was recorded since that day. */
  usage(since: string): Promise<readonly DailyUse[]>;
  close(): Promise<void>;
};
