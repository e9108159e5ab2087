import {
  GraphQLError,
  NoFragmentCyclesRule,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type GraphQLSchema,
  type ValidationRule,
} from 'graphql';
import { AgoraError } from '../../platform/kernel/errors';
import type { Step, Trace } from '../context';
import { deferRules } from './deferRules';
import type { Limits } from './limits';
import { operationTypeExists } from './rootRule';
import { scan } from './scan';
import { protectiveRules } from './size';

/** Of all the documents that are kept: a tree takes up to a hundred bytes a character. */
const MAX_CHARACTERS = 1_000_000;

/**
 * Reads the text of a document that fits the schema and the limits. @param trace of the request that it is read for
 * @throws AggregateError with GraphQL errors
 */
export type ReadDocument = (source: string, trace?: Trace) => DocumentNode;

const step = <T>(trace: Trace | undefined, name: Step, work: () => T): T =>
  trace?.step ? trace.step(name, work) : work();

function withCode(error: GraphQLError, code: string): GraphQLError {
  if (error.extensions.code !== undefined) return error;
  const { message, nodes, source, positions } = error;
  return new GraphQLError(message, { nodes, source, positions, extensions: { code } });
}

function parsed(source: string, limits: Limits): DocumentNode {
  try {
    scan(source, limits);
    return parse(source);
  } catch (error) {
    const told = error instanceof AgoraError ? error : withCode(error as GraphQLError, 'GRAPHQL_PARSE_FAILED');
    throw new AggregateError([told], '', { cause: error });
  }
}

/** Documents by their text; the oldest make room. */
function documentCache() {
  const known = new Map<string, DocumentNode>();
  let characters = 0;
  return {
    find: (source: string) => known.get(source),
    keep(source: string, document: DocumentNode) {
      known.set(source, document);
      characters += source.length;
      for (const [oldest] of known) {
        if (characters <= MAX_CHARACTERS) break;
        known.delete(oldest);
        characters -= oldest.length;
      }
    },
  };
}

export type ReaderOptions = {
  readonly limits: Limits;
  /** Whether clients may ask for the schema. If not, errors do not tell names of it either. */
  readonly introspection: boolean;
};

/** Parses and validates what clients send, over HTTP, WebSocket and SSE alike; each text once. */
export function documentReader(schema: GraphQLSchema, { limits, introspection }: ReaderOptions): ReadDocument {
  const cache = documentCache();
  // Measured first: some of the other rules are slow on what is too large.
  const passes: (readonly ValidationRule[])[] = [
    protectiveRules(limits, introspection),
    [operationTypeExists, ...specifiedRules.filter((rule) => rule !== NoFragmentCyclesRule), ...deferRules],
  ];
  const options = { hideSuggestions: !introspection };

  function validated(document: DocumentNode): DocumentNode {
    for (const rules of passes) {
      const errors = validate(schema, document, rules, options);
      if (errors.length > 0)
        throw new AggregateError(errors.map((error) => withCode(error, 'GRAPHQL_VALIDATION_FAILED')));
    }
    return document;
  }

  return function read(source, trace) {
    const known = cache.find(source);
    if (known) return known;
    const document = step(trace, 'parse', () => parsed(source, limits));
    step(trace, 'validate', () => validated(document));
    cache.keep(source, document);
    return document;
  };
}
