import { inputId, inputNumber } from '../../../platform/kernel/input';
import type { Transaction } from '../context';
import { codeFrom } from '../domain/codes';
import { refuse } from '../errors';

const MAX_CODES = 1000;

/**
 * Makes single-use codes for a coupon; a coupon has at most as many codes as there are coupons.
 * @throws Refusal INVALID_INPUT, NOT_FOUND, ILLEGAL_STATE, LIMIT_REACHED
 */
export async function createExchangeCodes(tx: Transaction, couponId: string, asked: number): Promise<string[]> {
  const count = inputNumber(asked, 1, MAX_CODES, 'count');
  inputId('cpn', couponId, 'couponId');
  const [coupon] = await tx.repositories.coupons.byIds([couponId]);
  if (!coupon) throw refuse('NOT_FOUND', 'There is no such coupon.', ['couponId']);
  if (coupon.issue !== 'EXCHANGE_CODE')
    throw refuse('ILLEGAL_STATE', 'This coupon is not issued by exchange codes.', ['couponId']);
  const counted = await tx.repositories.coupons.addCodes(couponId, count);
  if (!counted)
    throw refuse('LIMIT_REACHED', `Codes would be more than the coupon's total of ${coupon.total}.`, ['count']);
  const codes = Array.from({ length: count }, () => codeFrom(tx.newId('cpn')));
  await tx.repositories.exchangeCodes.insert(couponId, codes, tx.now());
  return codes;
}
