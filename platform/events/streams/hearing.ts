import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { Deliver } from '../bus';
import { bury } from './deadLetters';
import { heardChannel, readEntry, roomOf, type Entry, type Received } from './entries';

export type HearingOptions = {
  readonly redis: Redis;
  /** The room that hears. */
  readonly room: string;
  readonly types: ReadonlySet<string>;
  readonly deliver: Deliver;
  readonly log: Logger;
};

/** Entries of a stream. */
export type Read = readonly [stream: string, entries: readonly Entry[]];

export type Hearing = {
  /** Delivers what was read, and says so to who published it. @throws what delivering throws */
  hear(read: Read): Promise<void>;
  giveUp(stream: string, entry: Entry, reason: string): Promise<void>;
};

export function hearing({ redis, room, types, deliver, log }: HearingOptions): Hearing {
  async function giveUp(stream: string, [entry, fields]: Entry, reason: string): Promise<void> {
    log.error({ room, stream, entry, reason }, 'an event is given up, and stands among the dead letters');
    await bury(redis, { from: roomOf(stream), listener: room, reason }, fields);
    await redis.xack(stream, room, entry);
  }

  /** What cannot even be read is given up at once; what was trimmed while it waited still stands in its outbox. */
  async function readOne(stream: string, entry: Entry): Promise<Received[]> {
    try {
      if (entry[1] !== null) return [readEntry(entry)];
      await redis.xack(stream, room, entry[0]);
    } catch (error) {
      await giveUp(stream, entry, (error as Error).message);
    }
    return [];
  }

  async function confirm(stream: string, received: readonly Received[]): Promise<void> {
    const byPublisher = new Map<string, string[]>();
    for (const { from, event } of received) byPublisher.set(from, [...(byPublisher.get(from) ?? []), event.id]);
    const done = redis.pipeline().xack(stream, room, ...received.map(({ entry }) => entry));
    for (const [from, ids] of byPublisher)
      if (from !== '') done.publish(heardChannel(from), JSON.stringify([room, ids]));
    await done.exec();
  }

  return {
    giveUp,
    async hear([stream, entries]) {
      const received = (await Promise.all(entries.map((entry) => readOne(stream, entry)))).flat();
      if (received.length === 0) return;
      const heard = received.filter(({ event }) => types.has(event.type)).map(({ event }) => event);
      if (heard.length > 0) await deliver(heard);
      await confirm(stream, received);
    },
  };
}
