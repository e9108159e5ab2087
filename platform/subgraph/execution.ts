import {
  Kind,
  OperationTypeNode,
  execute,
  getOperationAST,
  parse,
  validate,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import { textCache } from '../kernel/textCache';

/** An operation of a room: valid, and ready to be run again and again. */
export type Prepared = {
  readonly document: DocumentNode;
  run(args: Omit<ExecutionArgs, 'document'>): Promise<ExecutionResult>;
};

type Run = Prepared['run'];

// What is asked once and never again is not worth compiling.
const COMPILED_FROM = 3;

/** Null where graphql-jit cannot compile; graphql-js runs everything. */
function compile(schema: GraphQLSchema, document: DocumentNode, operationName?: string | null): Run | null {
  const compiled = compileQuery(schema, document, operationName ?? undefined);
  if (!isCompiledQuery(compiled)) return null;
  return async ({ contextValue, variableValues }) => compiled.query(undefined, contextValue, variableValues ?? {});
}

function prepare(schema: GraphQLSchema, query: string): Prepared {
  // Nobody asks where in it something stands: the gateway has written it.
  const document = parse(query, { noLocation: true });
  const [error] = validate(schema, document);
  if (error) throw error;
  const single = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION).length === 1;
  const interpret: Run = async (args) => execute({ ...args, document });
  let uses = 0;
  let compiled: Run | null | undefined;
  return {
    document,
    run(args) {
      const operation = getOperationAST(document, args.operationName);
      // Mutations run one after the other, which only graphql-js promises.
      if (operation?.operation !== OperationTypeNode.QUERY || ++uses < COMPILED_FROM) return interpret(args);
      compiled ??= single ? compile(schema, document, args.operationName) : null;
      return compiled ? compiled(args) : interpret(args);
    },
  };
}

/** Parses and validates each text once, and compiles what is asked often. */
export const preparedOperations = (schema: GraphQLSchema): ((query: string) => Prepared) =>
  textCache((query) => prepare(schema, query));
