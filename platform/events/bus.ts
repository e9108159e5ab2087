import type { EventMessage } from './event';

/** Takes events into a room's inbox; resolved once they are stored there. Duplicates are allowed. */
export type Deliver = (events: EventMessage[]) => Promise<void>;

/** Carries events from a publisher's outbox to the inboxes of the rooms that listen: at least once, in any order. */
export type Bus = {
  subscribe(room: string, types: readonly string[], deliver: Deliver): void;
  /** Resolved when every listening room has stored the events. */
  publish(events: readonly EventMessage[]): Promise<void>;
};

/** The bus of a single process. */
export function localBus(): Bus {
  const listeners: { types: ReadonlySet<string>; deliver: Deliver }[] = [];
  return {
    subscribe: (_room, types, deliver) => void listeners.push({ types: new Set(types), deliver }),
    async publish(events) {
      await Promise.all(
        listeners.map(async ({ types, deliver }) => {
          const heard = events.filter((event) => types.has(event.type));
          if (heard.length > 0) await deliver(heard);
        }),
      );
    },
  };
}
