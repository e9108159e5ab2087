import {
  execute,
  getOperationAST,
  parse,
  subscribe,
  validate,
  type ExecutionResult,
  type OperationDefinitionNode,
} from 'graphql';
import type { Executor, Operation } from '../../../gateway/execution/executor';
import type { Envelope } from '../../../platform/identity/envelope';
import type { Ask } from './case';
import type { TestGraph } from './graph';

/** An answer as tests compare it: data as text keeps the order of its fields. */
export type Answer = { data?: unknown; errors?: readonly string[] };

export const asked: Envelope = {
  requestId: 'r',
  tenant: 'demo',
  locale: 'en',
  currency: 'USD',
  identity: { kind: 'guest' },
};

export const plain = <T>(value: T): T => (value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T));

export function answerOf({ data, errors }: ExecutionResult): Answer {
  const paths = errors?.map(({ path }) => (path ?? []).join('.')).toSorted();
  return plain({ data, ...(paths?.length ? { errors: paths } : {}) });
}

export function operationOf(
  { query, variables = {} }: Pick<Ask, 'query' | 'variables'>,
  { graph }: TestGraph,
): Operation {
  const document = parse(query);
  const errors = validate(graph.apiSchema, document);
  if (errors.length > 0) throw new Error(`The test asks for what is not there: ${errors.join('\n')}`);
  const definition = getOperationAST(document) as OperationDefinitionNode;
  return { source: query, document, definition, variables };
}

async function gather(stream: AsyncIterable<ExecutionResult> | ExecutionResult): Promise<Answer[]> {
  if (!(Symbol.asyncIterator in stream)) return [answerOf(stream)];
  const events: Answer[] = [];
  for await (const event of stream) events.push(answerOf(event));
  return events;
}

/** What the gateway answers: one answer, or the events of a subscription. The edge turns what is thrown into errors. */
export async function federated(ask: Ask, executor: Executor, test: TestGraph): Promise<Answer[]> {
  test.reset(ask.down);
  const operation = operationOf(ask, test);
  try {
    if (ask.events) return await gather(await executor.subscribe(operation, asked));
    return [answerOf(await executor.execute(operation, asked))];
  } catch (error) {
    return [answerOf({ errors: [error as never] })];
  }
}

/** What one schema without any room answers over the same world. */
export async function unfederated(ask: Ask, test: TestGraph): Promise<Answer[]> {
  test.reset();
  const { document, variables } = operationOf(ask, test);
  const request = { schema: test.alone, document, variableValues: variables, contextValue: test.stage.world };
  if (ask.events) return gather(await subscribe(request));
  return [answerOf(await execute(request))];
}
