import { Refusal, refusal } from '../../platform/kernel/errors';
import type { OrdersErrorCode } from './__generated__/resolvers';
import type { LineProblem } from './domain/cart';

export const refuse = refusal<OrdersErrorCode>();

/** @throws Refusal with every line that is wrong */
export function refuseLines(problems: readonly LineProblem[]): void {
  if (problems.length === 0) return;
  throw new Refusal(problems.map(({ code, path, message }) => ({ code, field: ['lines', ...path], message })));
}
