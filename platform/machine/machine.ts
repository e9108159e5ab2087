/** States of an entity and, for each, the events it knows and where they lead. A state without events is final. */
export type States = Record<string, Record<string, string>>;
export type StateOf<M> = M extends Machine<infer S> ? keyof S & string : never;
export type EventOf<M> = M extends Machine<infer S> ? { [K in keyof S]: keyof S[K] }[keyof S] & string : never;

export type Machine<S extends States> = {
  readonly initial: keyof S & string;
  readonly states: S;
};

function reachable(states: States, initial: string): Set<string> {
  const seen = new Set([initial]);
  for (const state of seen) for (const target of Object.values(states[state] ?? {})) seen.add(target);
  return seen;
}

/**
 * Declares a state machine as a table.
 * @throws Error when a state cannot be reached, or an event leads to a state that is not there
 */
export function machine<const S extends States>(definition: Machine<S>): Machine<S> {
  const { states, initial } = definition;
  const seen = reachable(states, initial);
  for (const state of seen) if (!(state in states)) throw new Error(`state machine: there is no state ${state}`);
  for (const state of Object.keys(states)) {
    if (!seen.has(state)) throw new Error(`state machine: no event leads to ${state}`);
  }
  return definition;
}

/** The states from which an event is allowed, with where it leads. */
export function sources<S extends States>(
  of: Machine<S>,
  event: EventOf<Machine<S>>,
): { from: keyof S & string; to: keyof S & string }[] {
  return Object.entries(of.states).flatMap(([from, events]) => {
    const to = events[event];
    return to === undefined ? [] : [{ from, to }];
  });
}

/** Where an event leads from a state; undefined when the state does not know it. */
export const next = <S extends States>(
  of: Machine<S>,
  from: keyof S & string,
  event: EventOf<Machine<S>>,
): (keyof S & string) | undefined => of.states[from]?.[event];

export const isFinal = <S extends States>(of: Machine<S>, state: keyof S & string): boolean =>
  Object.keys(of.states[state] ?? {}).length === 0;
