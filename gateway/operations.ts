import {
  getVariableValues,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLError,
  type OperationDefinitionNode,
} from 'graphql';
import type { Logger } from 'pino';
import { invalidInput } from '../platform/kernel/errors';
import type { RequestContext } from './context';
import type { Executor, LiveResult, Operation } from './execution/executor';
import { mapLive } from './execution/live';
import { codeOf, maskErrors } from './protection/errors';

export type OperationRequest = {
  readonly source: string;
  readonly document: DocumentNode;
  readonly definition: OperationDefinitionNode;
  readonly variables?: Readonly<Record<string, unknown>> | null;
};

/** Runs valid operations of clients, however they came: checks their variables, masks their errors, notes what happened. */
export type Operations = {
  readonly schema: Executor['schema'];
  execute(request: OperationRequest, context: RequestContext): Promise<ExecutionResult>;
  subscribe(request: OperationRequest, context: RequestContext): Promise<LiveResult | ExecutionResult>;
};

export function createOperations(executor: Executor, log: Logger): Operations {
  const { schema } = executor;

  function shown(result: ExecutionResult, { envelope, trace }: RequestContext): ExecutionResult {
    if (!result.errors?.length) return result;
    for (const error of result.errors) trace.codes.add(codeOf(error));
    return { ...result, errors: maskErrors(result.errors, envelope.requestId, log) };
  }

  /** @throws what the variables are refused with */
  function checked(
    { source, document, definition, variables }: OperationRequest,
    { trace }: RequestContext,
  ): Operation {
    trace.operationName = definition.name?.value;
    trace.operationType = definition.operation;
    const given = variables ?? {};
    const { errors } = getVariableValues(schema, definition.variableDefinitions ?? [], given, { maxErrors: 10 });
    if (errors) throw new AggregateError(errors.map(({ message }) => invalidInput(message)));
    return { source, document, definition, variables: given };
  }

  const failed = (error: unknown, context: RequestContext): ExecutionResult =>
    shown({ errors: (error instanceof AggregateError ? error.errors : [error]) as GraphQLError[] }, context);

  return {
    schema,
    async execute(request, context) {
      try {
        return shown(await executor.execute(checked(request, context), context.envelope), context);
      } catch (error) {
        return failed(error, context);
      }
    },
    async subscribe(request, context) {
      try {
        const answer = await executor.subscribe(checked(request, context), context.envelope);
        if (!(Symbol.asyncIterator in answer)) return shown(answer, context);
        return mapLive(answer, {
          map: async (event) => shown(event, context),
          onFailure: (error) => failed(error, context),
        });
      } catch (error) {
        return failed(error, context);
      }
    },
  };
}
