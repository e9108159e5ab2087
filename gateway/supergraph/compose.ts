import { createHash } from 'node:crypto';
import { errorCodeDef } from '@apollo/federation-internals';
import { parse, type GraphQLError } from 'graphql';

/** A room as composition sees it. */
export type RoomSchema = { readonly name: string; readonly typeDefs: string; readonly url?: string };

export class CompositionError extends Error {
  override name = 'CompositionError';
}

/** The same for the same schemas, in whatever order; where the rooms are reached plays no part. */
export function fingerprint(rooms: readonly RoomSchema[]): string {
  const parts = rooms.map(({ name, typeDefs }) => `${name}\n${typeDefs}`).toSorted();
  return createHash('sha256').update(parts.join('\0')).digest('hex');
}

const MARK = '# Composed from schemas with the fingerprint ';

/** Whether a composed supergraph was made from exactly these schemas. */
export const isComposedFrom = (supergraphSdl: string, rooms: readonly RoomSchema[]): boolean =>
  supergraphSdl.startsWith(`${MARK}${fingerprint(rooms)}\n`);

const sentence = (error: GraphQLError) => `  - ${error.message} (${errorCodeDef(error)?.code ?? 'INVALID_GRAPHQL'})`;

/** @throws CompositionError with every reason, one a line */
export async function compose(rooms: readonly RoomSchema[]): Promise<string> {
  // Composing is rare, and its packages are heavy.
  const { composeServices } = await import('@apollo/composition');
  const services = rooms.map(({ name, typeDefs, url }) => ({ name, typeDefs: parse(typeDefs), url: url ?? '' }));
  const { supergraphSdl, errors } = composeServices(services);
  if (errors) {
    throw new CompositionError(`The rooms do not compose into one graph:\n${errors.map(sentence).join('\n')}`);
  }
  return `${MARK}${fingerprint(rooms)}\n${supergraphSdl}\n`;
}
