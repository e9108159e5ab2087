import type { EventContract } from '../events/event';
import * as catalog from './catalog';
import * as logistics from './logistics';
import * as orders from './orders';
import * as payments from './payments';
import * as users from './users';

const contracts = { ...users, ...catalog, ...orders, ...payments, ...logistics };

export type Contract = (typeof contracts)[keyof typeof contracts];
export type EventType = Contract['type'];
/** What the payload of an event type holds. */
export type PayloadOf<Type extends EventType> =
  Extract<Contract, { type: Type }> extends EventContract<string, infer Payload> ? Payload : never;

/** Every event that crosses rooms, by type. */
export const EVENTS: ReadonlyMap<string, EventContract> = new Map(
  Object.values(contracts).map((contract) => [contract.type, contract as EventContract]),
);
