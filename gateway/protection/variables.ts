import type { Limits } from './limits';
import { tooLarge } from './tooLarge';

const childrenOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : typeof value === 'object' && value !== null ? Object.values(value) : [];

/**
 * Counts what stands in the variables, level by level and not by calling itself: they may be nested as deep as a body is
 * long, and whoever writes them down for a room would run out of stack.
 * @throws AgoraError LIMIT_EXCEEDED
 */
export function limitVariables(variables: Readonly<Record<string, unknown>>, limits: Limits): void {
  let level: readonly unknown[] = childrenOf(variables);
  let values = 0;
  for (let depth = 1; level.length > 0; depth++) {
    values += level.length;
    if (values > limits.values) throw tooLarge('values', limits);
    if (depth > limits.variableDepth) throw tooLarge('variableDepth', limits);
    level = level.flatMap(childrenOf);
  }
}
