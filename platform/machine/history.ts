import { next, type EventOf, type Machine, type States } from './machine';

/** An event that happened to an entity. */
export type Happening<Event extends string = string> = {
  readonly event: Event;
  readonly at: Date;
  readonly actor: string;
  readonly reason?: string | null;
};
/** A line of an entity's history, as every room keeps it. */
export type HistoryLine = {
  entityId: string;
  from: string | null;
  to: string;
  reason: string | null;
  actor: string;
  occurredAt: Date;
};
export type Told<State extends string> = { readonly status: State; readonly lines: readonly HistoryLine[] };

/** How an entity came to be: what happened and, where it does not begin as all do, in which state. */
export type Beginning<State extends string> = {
  readonly at: Date;
  readonly actor: string;
  readonly reason?: string | null;
  readonly state?: State;
};

/**
 * Tells an entity's life again, as its machine would have lived it.
 * @throws Error when the machine does not allow it
 */
export function tellHistory<S extends States>(
  of: Machine<S>,
  entityId: string,
  began: Beginning<keyof S & string>,
  happenings: readonly Happening<EventOf<Machine<S>>>[],
): Told<keyof S & string> {
  let status = began.state ?? of.initial;
  const begun = { from: null, to: status, reason: began.reason ?? null, actor: began.actor, occurredAt: began.at };
  const lines: HistoryLine[] = [{ entityId, ...begun }];
  for (const { event, at, actor, reason } of happenings) {
    const to = next(of, status, event);
    if (to === undefined) throw new Error(`${entityId} is ${status}: it knows no ${event}.`);
    lines.push({ entityId, from: status, to, reason: reason ?? null, actor, occurredAt: at });
    status = to;
  }
  return { status, lines };
}
