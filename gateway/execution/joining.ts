import { createHash } from 'node:crypto';
import { OperationTypeNode, stripIgnoredCharacters, type ExecutionResult, type OperationDefinitionNode } from 'graphql';
import type { Envelope } from '../../platform/identity/envelope';
import type { Leaving } from '../../platform/kernel/leaving';
import type { CompiledExecutor, TextResult } from './compiled/executor';
import type { Operation } from './executor';
import { flights, type Flights } from './flights';
import { mapLive } from './live';

type Execute<T> = (operation: Operation, envelope: Envelope, signal?: Leaving) => Promise<T>;

/** What a text says, however it is written, and which of its operations is meant: worked out once for a parsed document. */
function operationKeys(): (operation: Operation) => string {
  const known = new WeakMap<OperationDefinitionNode, string>();
  return ({ definition, source }) => {
    const found = known.get(definition);
    if (found !== undefined) return found;
    const hash = createHash('sha256').update(stripIgnoredCharacters(source)).digest('base64');
    const key = `${hash} ${definition.name?.value ?? ''}`;
    known.set(definition, key);
    return key;
  };
}

/** All that can tell two requests apart but the request's own id. The supergraph is the executor's. */
function requestKey({ variables }: Operation, { requestId: _own, ...envelope }: Envelope): string {
  return JSON.stringify([variables, envelope]);
}

const isQuery = ({ definition }: Operation): boolean => definition.operation === OperationTypeNode.QUERY;

/**
 * Executes a query once for all who ask it at the same time, and may see the same. What stands before the executor (rights,
 * limits, costs) and behind it (masking, logs) is done for each. A mutation is never joined, and whoever asks after one is
 * over, or after a push, joins nothing that began before it (docs/adr/0014).
 * @param isAlone whether a query is executed for whoever asks alone
 */
export function joining(
  executor: CompiledExecutor,
  isAlone: (envelope: Envelope) => boolean = () => false,
): CompiledExecutor {
  const keyOf = operationKeys();
  const data = flights<ExecutionResult>();
  const text = flights<TextResult>();

  function close(): void {
    data.close();
    text.close();
  }

  const joined =
    <T>(shared: Flights<T>, execute: Execute<T>): Execute<T> =>
    async (operation, envelope, signal) => {
      if (isQuery(operation)) {
        if (isAlone(envelope)) return execute(operation, envelope, signal);
        const key = `${keyOf(operation)} ${requestKey(operation, envelope)}`;
        return shared.join(key, (aborted) => execute(operation, envelope, aborted), signal);
      }
      // It is carried out whether or not anybody waits for it.
      return execute(operation, envelope).finally(close);
    };

  return {
    ...executor,
    execute: joined(data, executor.execute),
    executeToText: joined(text, executor.executeToText),
    // What comes in parts is each client's own.
    async executeInParts(operation, envelope, signal) {
      const answering = executor.executeInParts(operation, envelope, signal);
      return isQuery(operation) ? answering : answering.finally(close);
    },
    async subscribe(operation, envelope) {
      const events = await executor.subscribe(operation, envelope);
      if (!(Symbol.asyncIterator in events)) return events;
      return mapLive(events, {
        async map(event) {
          close();
          return event;
        },
      });
    },
  };
}
