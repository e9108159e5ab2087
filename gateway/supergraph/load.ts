import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { compose, isComposedFrom, type RoomSchema } from './compose';

/** What `npm run compose` writes. */
export const COMMITTED = path.join(__dirname, '..', '..', 'supergraph.graphql');

/**
 * The supergraph of these rooms: the committed one when it was made from exactly these schemas, which spares the start
 * half a second, else composed now.
 */
export async function loadSupergraph(
  rooms: readonly RoomSchema[],
  onCompose?: () => void,
  file = COMMITTED,
): Promise<string> {
  const committed = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (isComposedFrom(committed, rooms)) return committed;
  onCompose?.();
  return compose(rooms);
}
