import type { Room } from '../../platform/subgraph/room';
import type { Rooms } from '../../platform/subgraph/transport';
import { AgoraError } from '../../platform/kernel/errors';

/** Reaches the rooms that run in this process. A room is its own transport: nothing is written down and read again. */
export function localTransport(rooms: readonly Room[]): Rooms {
  const byName = new Map(rooms.map((room) => [room.name, room]));
  return (name) => {
    const room = byName.get(name);
    if (!room) throw new AgoraError('UNAVAILABLE', `The room ${name} does not run here.`);
    return room;
  };
}
