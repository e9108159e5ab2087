import type { Identity } from './identity';

/** What every call to a room carries: settled at the gateway, and the same over every transport. */
export type Envelope = {
  readonly requestId: string;
  readonly tenant: string;
  readonly locale: string;
  readonly currency: string;
  readonly identity: Identity;
  /** Headers of the client that are handed on as they are, to rooms that know no envelope. They tell requests apart, too. */
  readonly forwarded?: Readonly<Record<string, string>>;
};
