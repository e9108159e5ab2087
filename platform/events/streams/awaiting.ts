/** What waits until all listeners have taken an event in. */
type Waiting = {
  readonly missing: Set<string>;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
  readonly promise: Promise<void>;
  readonly timer: NodeJS.Timeout;
};

/** Knows which events of this process are on their way, and to whom. */
export type Awaiting = {
  /** Resolved when all listeners have taken it in; those who ask for the same event wait for the same. */
  until(eventId: string, listeners: readonly string[]): { readonly isNew: boolean; readonly heard: Promise<void> };
  heard(listener: string, eventIds: readonly string[]): void;
  /** Gives up on all: what was sent may be lost. It stays in its outbox, and is sent anew from there. */
  giveUp(reason: string): void;
};

/** @param patience milliseconds */
export function newAwaiting(patience: number): Awaiting {
  const open = new Map<string, Waiting>();

  function end(eventId: string, tell: (waiting: Waiting) => void): void {
    const waiting = open.get(eventId);
    if (!waiting) return;
    clearTimeout(waiting.timer);
    open.delete(eventId);
    tell(waiting);
  }
  const fail = (eventId: string, reason: string) =>
    end(eventId, ({ missing, reject }) =>
      reject(new Error(`${reason} ${eventId} was not heard by ${[...missing].join(', ')}.`)),
    );

  function begin(eventId: string, listeners: readonly string[]): Waiting {
    let [resolve, reject]: [Waiting['resolve'], Waiting['reject']] = [() => {}, () => {}];
    const promise = new Promise<void>((...both) => ([resolve, reject] = both));
    const timer = setTimeout(() => fail(eventId, 'It took too long.'), patience).unref();
    return { missing: new Set(listeners), resolve, reject, promise, timer };
  }

  return {
    until(eventId, listeners) {
      const known = open.get(eventId);
      if (known) return { isNew: false, heard: known.promise };
      const waiting = begin(eventId, listeners);
      open.set(eventId, waiting);
      return { isNew: true, heard: waiting.promise };
    },
    heard(listener, eventIds) {
      for (const eventId of eventIds) {
        const missing = open.get(eventId)?.missing;
        missing?.delete(listener);
        if (missing?.size === 0) end(eventId, ({ resolve }) => resolve());
      }
    },
    giveUp(reason) {
      for (const eventId of open.keys()) fail(eventId, reason);
    },
  };
}
