import type { Attributes, Span } from '@opentelemetry/api';
import type { Envelope } from '../../../platform/identity/envelope';
import type { CompiledExecutor } from '../../execution/compiled/executor';
import type { PlanCounts } from '../../execution/compiled/planCounts';
import type { Operation } from '../../execution/executor';
import { fail, type Places, type StartSpan } from './start';

type Execute<T> = (operation: Operation, envelope: Envelope, ...others: never[]) => Promise<T>;

const attributesOf = ({ definition: { name, operation } }: Operation): Attributes => ({
  'graphql.operation.type': operation,
  ...(name && { 'graphql.operation.name': name.value }),
});

/** Executes below a span, and plans below another where there is no plan yet. */
export function tracedExecutor(
  executor: CompiledExecutor,
  plans: PlanCounts,
  start: StartSpan,
  places: Places,
): CompiledExecutor {
  function plan(operation: Operation, parent: Span, attributes: Attributes): void {
    const [startTime, known] = [Date.now(), plans.misses];
    const end = (error?: unknown) => {
      const span = start('gateway.plan', parent, { attributes, startTime });
      if (error !== undefined) fail(span, error);
      span.end();
    };
    try {
      executor.prepare(operation);
    } catch (error) {
      end(error);
      throw error;
    }
    if (plans.misses > known) end();
  }

  const traced =
    <T, E extends Execute<T>>(execute: E, { isLive = false, isPlannedSo = true } = {}) =>
    async (...[operation, envelope, ...others]: Parameters<E>): Promise<T> => {
      const place = places.get(envelope);
      if (!place) return execute(operation, envelope, ...others);
      const attributes = attributesOf(operation);
      const span = start('gateway.execute', place.span, { attributes });
      places.set(envelope, { span, isLive: false });
      try {
        if (isPlannedSo) plan(operation, span, attributes);
        return await execute(operation, envelope, ...others);
      } catch (error) {
        fail(span, error);
        throw error;
      } finally {
        if (isLive) places.set(envelope, { span, isLive });
        span.end();
      }
    };

  return {
    ...executor,
    execute: traced(executor.execute),
    executeToText: traced(executor.executeToText),
    // What is deferred has a plan of its own.
    executeInParts: traced(executor.executeInParts, { isPlannedSo: false }),
    subscribe: traced(executor.subscribe, { isLive: true }),
  };
}
