import {
  GraphQLError,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type GraphQLSchema,
  type ValidationRule,
} from 'graphql';
import { AgoraError } from '../../platform/kernel/errors';
import { LIMITS } from './limits';

const MAX_DOCUMENTS = 2000;

function withCode(error: GraphQLError, code: string): GraphQLError {
  if (error.extensions.code !== undefined) return error;
  const { message, nodes, source, positions } = error;
  return new GraphQLError(message, { nodes, source, positions, extensions: { code } });
}

/** Parses and validates what comes by WebSocket and SSE, as Apollo Server does for HTTP; each text once. */
export function documentReader(schema: GraphQLSchema, rules: readonly ValidationRule[]) {
  const known = new Map<string, DocumentNode>();

  /** @throws AggregateError with the GraphQL errors of a document that cannot be taken */
  return function read(source: string): DocumentNode {
    const cached = known.get(source);
    if (cached) return cached;
    const document = parseWithin(source);
    // Measured first: some of the other rules are slow on what is too large.
    for (const pass of [rules, specifiedRules]) {
      const errors = validate(schema, document, pass);
      if (errors.length > 0)
        throw new AggregateError(errors.map((error) => withCode(error, 'GRAPHQL_VALIDATION_FAILED')));
    }
    if (known.size >= MAX_DOCUMENTS) known.delete(known.keys().next().value as string);
    known.set(source, document);
    return document;
  };
}

function parseWithin(source: string): DocumentNode {
  if (source.length > LIMITS.body)
    throw new AggregateError([new AgoraError('LIMIT_EXCEEDED', 'The document is too long.')]);
  try {
    return parse(source, { maxTokens: LIMITS.tokens });
  } catch (error) {
    throw new AggregateError([withCode(error as GraphQLError, 'GRAPHQL_PARSE_FAILED')], '', { cause: error });
  }
}
