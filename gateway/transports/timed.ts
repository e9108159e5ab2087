import { unavailable } from '../../platform/kernel/errors';
import type { Rooms, Transport } from '../../platform/subgraph/transport';

/** Nobody waits for the answer any more; whether it was carried out is not known. */
export class TookTooLong extends Error {
  override name = 'TookTooLong';
}

/** @throws TookTooLong */
export async function inTime<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new TookTooLong()), milliseconds);
  });
  try {
    return await Promise.race([work, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}

function timed(transport: Transport, room: string, milliseconds: number): Transport {
  return {
    execute: (request) =>
      inTime(transport.execute(request), milliseconds).catch((error: unknown) => {
        throw error instanceof TookTooLong ? unavailable(`The room ${room} took too long.`) : error;
      }),
    subscribe: (request) => transport.subscribe(request),
  };
}

/** Rooms of this process cannot be out of reach, only slow. */
export function timedRooms(rooms: Rooms, milliseconds: number): Rooms {
  const known = new Map<string, Transport>();
  return (room) => {
    const found = known.get(room) ?? timed(rooms(room), room, milliseconds);
    known.set(room, found);
    return found;
  };
}
