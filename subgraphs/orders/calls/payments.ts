import { unavailable } from '../../../platform/kernel/errors';
import type { Money } from '../../../platform/kernel/money';
import { CancelPaymentDocument, CreatePaymentDocument, type PaymentMethod } from '../__generated__/payments';
import type { Scope } from '../context';
import { writeMoney } from './money';

type NewPayment = { orderId: string; buyerId: string; amount: Money; method: PaymentMethod; expiresAt: string };

export async function createPayment(context: Scope, payment: NewPayment): Promise<void> {
  const input = { ...payment, amount: writeMoney(payment.amount) };
  const { createPayment: answer } = await context.call('payments', CreatePaymentDocument, { input });
  const [error] = answer.userErrors;
  if (error) throw unavailable(`The payment of ${payment.orderId} could not be created: ${error.message}`);
}

/**
 * Gives up the payment of an order. The payment's row decides between this and paying.
 * @returns false when it has been paid already
 */
export async function cancelPayment(
  context: Scope,
  input: { orderId: string; expired: boolean; reason: string | null },
): Promise<boolean> {
  const { cancelPayment: answer } = await context.call('payments', CancelPaymentDocument, { input });
  const [error] = answer.userErrors;
  if (error && error.code !== 'ILLEGAL_STATE') {
    throw unavailable(`The payment of ${input.orderId} could not be given up: ${error.message}`);
  }
  return !error;
}
