import {
  GraphQLError,
  Kind,
  parse,
  Source,
  specifiedRules,
  validate,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import { operationTypeExists } from '../../gateway/protection/rootRule';
import type { Place } from '../findings/finding';
import type { ReadOperation } from './operation';

/** Why a schema does not take an operation. */
export type Fault = { readonly operation: string; readonly message: string; readonly place: Place };

function placeOf({ source, locations, nodes }: GraphQLError, file: string): Place {
  const { line = 1, column = 1 } = locations?.[0] ?? {};
  return { file: (source ?? nodes?.[0]?.loc?.source)?.name ?? file, line, column };
}

/** @throws GraphQLError */
function documentOf({ body, file, document }: ReadOperation): DocumentNode {
  const parsed = document ?? parse(new Source(body, file));
  const count = parsed.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION).length;
  if (count !== 1) throw new GraphQLError(`It holds ${count} operations; each needs an entry of its own.`);
  return parsed;
}

/** Why a schema refuses a document; nothing where it does not. */
export const errorsOf = (schema: GraphQLSchema, document: DocumentNode): readonly GraphQLError[] =>
  validate(schema, document, [operationTypeExists, ...specifiedRules]);

/** What of an operation a schema does not take; nothing where it takes all of it. */
export function faultsOf(schema: GraphQLSchema, operation: ReadOperation): readonly Fault[] {
  const fault = (error: GraphQLError): Fault => ({
    operation: operation.name,
    message: error.message,
    place: placeOf(error, operation.file),
  });
  try {
    return errorsOf(schema, documentOf(operation)).map(fault);
  } catch (error) {
    if (error instanceof GraphQLError) return [fault(error)];
    throw error;
  }
}
