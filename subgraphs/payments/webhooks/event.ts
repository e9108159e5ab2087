import { isId } from '../../../platform/kernel/ids';
import { isCurrency } from '../../../platform/kernel/money';
import type { ProviderEvent } from '../provider';

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= 500 && !value.includes('\0');

/** Reads the body of a webhook; null when it is not an event of a provider. */
export function parseEvent(body: string): ProviderEvent | null {
  let event: Partial<Record<keyof ProviderEvent, unknown>> | null;
  try {
    event = JSON.parse(body) as typeof event;
  } catch {
    return null;
  }
  if (typeof event !== 'object' || event === null) return null;
  const { id, type, chargeId, paymentId, amountMinor, currencyCode, reason } = event;
  const whole =
    isText(id) &&
    isId('evt', id) &&
    isText(chargeId) &&
    isId('chg', chargeId) &&
    isText(paymentId) &&
    (type === 'payment.succeeded' || type === 'payment.failed') &&
    Number.isSafeInteger(amountMinor) &&
    Number(amountMinor) > 0 &&
    isText(currencyCode) &&
    isCurrency(currencyCode) &&
    (reason === null || isText(reason));
  return whole ? (event as ProviderEvent) : null;
}
