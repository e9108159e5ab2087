import type { AddressProblem } from '../../platform/kernel/address';
import { Refusal, refusal, type UserError } from '../../platform/kernel/errors';
import type { LineProblem } from './domain/cart';
import type { OrdersErrorCode } from './__generated__/resolvers';
import { isId } from '../../platform/kernel/ids';

export const refuse = refusal<OrdersErrorCode>();

const COUPON_CODES: ReadonlySet<string> = new Set<OrdersErrorCode>([
  'NOT_FOUND',
  'ILLEGAL_STATE',
  'SOLD_OUT',
  'LIMIT_REACHED',
  'NOT_STARTED',
  'ENDED',
]);

/** A coupon's problem in this room's words: a code that it does not know is about the code that was entered. */
export const couponError = (code: string): OrdersErrorCode =>
  COUPON_CODES.has(code) ? (code as OrdersErrorCode) : 'INVALID_INPUT';

const throwAll = (errors: UserError<OrdersErrorCode>[]) => {
  if (errors.length > 0) throw new Refusal(errors);
};

export const refuseLines = (problems: readonly LineProblem[]): void =>
  throwAll(problems.map(({ code, path, message }) => ({ code, field: ['lines', ...path], message })));

export const refuseAddress = (problems: readonly AddressProblem[]): Refusal<OrdersErrorCode> =>
  new Refusal(
    problems.map(({ field, message }) => ({ code: 'INVALID_INPUT', field: ['shippingAddress', field], message })),
  );

/** @throws Refusal INVALID_INPUT when a mutation's input names something that is no id of this type */
export function checkId(prefix: string, id: string, ...field: string[]): void {
  if (!isId(prefix, id)) throw refuse('INVALID_INPUT', `This is not an id of the form ${prefix}_….`, field);
}
