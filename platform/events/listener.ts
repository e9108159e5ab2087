import type { Deliver } from './bus';
import type { EventMessage } from './event';
import type { Inbox } from './inbox';

/** What may wait in memory for its turn; more than that waits in the inbox. */
const MOST_WAITING = 1000;

export type ListenerOptions = {
  inbox: Pick<Inbox, 'handleOnce' | 'store'>;
  /** Told when an event had to be stored, to be handled from there. */
  stored: () => void;
  onError: (error: unknown) => void;
};

/** Takes events in for a room, in the order in which they come. */
export type Listener = {
  readonly deliver: Deliver;
  /** Waits for the event that is being handled; those behind it are refused, and stay with who has sent them. */
  stop(): Promise<void>;
};

/**
 * Starts to listen for a room. An event is handled as it comes: its effect, and its mark in the inbox that tells later
 * deliveries apart, are one transaction. One whose handler fails is stored in the inbox, to be tried again from there.
 */
export function startListener({ inbox, stored, onError }: ListenerOptions): Listener {
  let waiting = 0;
  let stopped = false;
  let last: Promise<void> = Promise.resolve();

  async function put(events: readonly EventMessage[], failure?: unknown): Promise<void> {
    await inbox.store(events, failure);
    stored();
  }
  async function take(event: EventMessage): Promise<void> {
    if (stopped) throw new Error(`The event ${event.id} has come too late: the room is stopping.`);
    try {
      const settle = await inbox.handleOnce(event);
      settle?.();
    } catch (error) {
      onError(new Error(`The handler of ${event.type} ${event.id} failed (attempt 1).`, { cause: error }));
      await put([event], error);
    }
  }
  function inTurn(event: EventMessage): Promise<void> {
    waiting += 1;
    const turn = last.then(() => take(event)).finally(() => (waiting -= 1));
    last = turn.catch(() => {});
    return turn;
  }
  return {
    async deliver(events) {
      if (waiting + events.length > MOST_WAITING) return put(events);
      await Promise.all(events.map(inTurn));
    },
    async stop() {
      stopped = true;
      await last;
    },
  };
}
