import {
  getVariableValues,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLError,
  type OperationDefinitionNode,
} from 'graphql';
import { invalidInput } from '../platform/kernel/errors';
import type { RequestContext } from './context';
import type { CompiledExecutor } from './execution/compiled/executor';
import type { LiveResult, Operation, Parts } from './execution/executor';
import { mapLive } from './execution/live';
import type { Usage } from './execution/usage';
import type { Admit, Finish, FinishParts } from './protection/admission';
import { codeOf, type Mask } from './protection/errors';
import type { Limits } from './protection/limits';
import { limitVariables } from './protection/variables';
import type { Traffic } from './traffic/traffic';

export type OperationRequest = {
  readonly source: string;
  readonly document: DocumentNode;
  readonly definition: OperationDefinitionNode;
  readonly variables?: Readonly<Record<string, unknown>> | null;
};

/** Runs valid operations of clients, however they came: checks their variables, masks their errors, notes what happened. */
export type Operations = {
  readonly schema: CompiledExecutor['schema'];
  execute(request: OperationRequest, context: RequestContext): Promise<ExecutionResult>;
  /** As `execute`, with what `@defer` defers coming later. @param signal aborted when nobody waits for it any more */
  executeInParts(request: OperationRequest, context: RequestContext, signal: AbortSignal): Promise<Parts>;
  /** As `execute`, with its data as JSON. */
  executeToText(request: OperationRequest, context: RequestContext): Promise<TextAnswer>;
  /** Admits a subscription, or answers the errors that it is refused with. */
  subscription(request: OperationRequest, context: RequestContext): Promise<Subscription | ExecutionResult>;
};

/** What `execute` answers, its data written as JSON already; undefined where nothing was executed. */
export type TextAnswer = Pick<ExecutionResult, 'errors' | 'extensions'> & { readonly data?: string };

/** A subscription that may run. Others of equal rights may share it. */
export type Subscription = {
  /** In the form in which it may run. */
  readonly operation: Operation;
  open(): Promise<LiveResult | ExecutionResult>;
  /** Whether it may still run in that form. */
  isAllowed(): Promise<boolean>;
};

const asItIs: Finish = {
  whole: (result) => result,
  inParts: () => ({ first: (result) => result, later: (part) => part }),
};

export type OperationsOptions = {
  readonly executor: CompiledExecutor;
  readonly admit: Admit;
  /** The part of it that can be asked again, for each event, since it takes nothing. */
  readonly authorize: Admit;
  readonly mask: Mask;
  readonly usage: Usage;
  /** Counts what is used of the schema. */
  readonly traffic?: Pick<Traffic, 'note'>;
  readonly limits: Limits;
  readonly introspection: boolean;
};

/** @throws what the variables are refused with */
function checker({ executor, usage, traffic, limits, introspection }: OperationsOptions) {
  return function checked(
    { source, document, definition, variables }: OperationRequest,
    { trace, client }: RequestContext,
  ): Operation {
    trace.operationName = definition.name?.value;
    trace.operationType = definition.operation;
    const given = variables ?? {};
    limitVariables(given, limits);
    const options = { maxErrors: 10, hideSuggestions: !introspection };
    const { errors } = getVariableValues(executor.schema, definition.variableDefinitions ?? [], given, options);
    if (errors) throw new AggregateError(errors.map(({ message }) => invalidInput(message)));
    usage.note(source, definition.name?.value);
    const operation = { source, document, definition, variables: given };
    if (client) traffic?.note(client, executor.schema, operation);
    return operation;
  };
}

type Telling = ReturnType<typeof teller> & { readonly checked: ReturnType<typeof checker> };

function inParts(
  { executor, admit }: OperationsOptions,
  { checked, shown, failed }: Telling,
): Operations['executeInParts'] {
  async function* shownLater(
    later: NonNullable<Parts['later']>,
    finish: FinishParts['later'],
    context: RequestContext,
  ): NonNullable<Parts['later']> {
    try {
      for await (const part of later) {
        const { incremental, ...rest } = finish(part);
        // Nothing is left of it.
        if (rest.hasNext && incremental?.length === 0) continue;
        yield { incremental: incremental?.map((each) => ({ ...each, ...shown(each, context) })), ...rest };
      }
    } catch (error) {
      yield { errors: failed(error, context).errors, hasNext: false };
    }
  }

  return async (request, context, signal) => {
    try {
      const { operation, finish = asItIs } = await admit(checked(request, context), context);
      const { first, later } = await executor.executeInParts(operation, context.envelope, signal);
      if (!later) return { first: shown(finish.whole(first), context) };
      const parts = finish.inParts();
      return { first: shown(parts.first(first), context), later: shownLater(later, parts.later, context) };
    } catch (error) {
      return { first: failed(error, context) };
    }
  };
}

/** Errors as the client may see them. What else an answer holds stays as it is. */
function teller(mask: Mask) {
  function shown<Result extends Pick<ExecutionResult, 'errors'>>(result: Result, { envelope, trace }: RequestContext) {
    if (!result.errors?.length) return result;
    for (const error of result.errors) trace.codes.add(codeOf(error));
    return { ...result, errors: mask(result.errors, envelope.requestId) };
  }

  function failed(error: unknown, context: RequestContext): { errors?: readonly GraphQLError[] } {
    // Whoever has left is told nothing, and it is nobody's failure.
    if (context.signal?.aborted) return {};
    return shown({ errors: (error instanceof AggregateError ? error.errors : [error]) as GraphQLError[] }, context);
  }

  return { shown, failed };
}

export function createOperations(options: OperationsOptions): Operations {
  const { executor, admit, authorize, mask } = options;
  const checked = checker(options);
  const { shown, failed } = teller(mask);
  const { schema } = executor;

  async function open(operation: Operation, finish: Finish, context: RequestContext) {
    try {
      const answer = await executor.subscribe(operation, context.envelope);
      if (!(Symbol.asyncIterator in answer)) return shown(answer, context);
      return mapLive(answer, {
        map: async (event) => shown(finish.whole(event), context),
        onFailure: (error) => failed(error, context),
      });
    } catch (error) {
      return failed(error, context);
    }
  }

  return {
    schema,
    async execute(request, context) {
      try {
        const { operation, finish = asItIs } = await admit(checked(request, context), context);
        return shown(finish.whole(await executor.execute(operation, context.envelope, context.signal)), context);
      } catch (error) {
        return failed(error, context);
      }
    },
    async executeToText(request, context) {
      const { envelope, signal } = context;
      try {
        const { operation, finish } = await admit(checked(request, context), context);
        if (!finish) return shown(await executor.executeToText(operation, envelope, signal), context);
        const { data, ...rest } = finish.whole(await executor.execute(operation, envelope, signal));
        return shown({ ...rest, data: data === undefined ? undefined : JSON.stringify(data) }, context);
      } catch (error) {
        return failed(error, context);
      }
    },
    executeInParts: inParts(options, { checked, shown, failed }),
    async subscription(request, context) {
      try {
        const asked = checked(request, context);
        const { operation, finish = asItIs } = await admit(asked, context);
        return {
          operation,
          open: () => open(operation, finish, context),
          isAllowed: async () => (await authorize(asked, context)).operation.source === operation.source,
        };
      } catch (error) {
        return failed(error, context);
      }
    },
  };
}
