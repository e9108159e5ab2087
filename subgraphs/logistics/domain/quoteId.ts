import { decodeCursor, encodeCursor } from '../../../platform/kernel/connections';
import { isId } from '../../../platform/kernel/ids';
import { isCurrency, type Money } from '../../../platform/kernel/money';

/** What a quote promised. It is kept nowhere: its id says it all. */
export type Quote = { serviceId: string; zoneCode: string; price: Money };

const scope = (tenant: string) => `shippingQuotes/${tenant}`;

export const quoteId = (tenant: string, { serviceId, zoneCode, price }: Quote): string =>
  encodeCursor(scope(tenant), [serviceId, zoneCode, price.currency, price.minor]);

/** Null when it is not the id of a quote of this tenant. What it says is the client's word: prices are computed anew. */
export function readQuoteId(tenant: string, id: string): Quote | null {
  try {
    const [serviceId, zoneCode, currency, minor] = decodeCursor(scope(tenant), id);
    if (typeof serviceId !== 'string' || !isId('svc', serviceId) || typeof zoneCode !== 'string') return null;
    if (typeof currency !== 'string' || !isCurrency(currency)) return null;
    if (typeof minor !== 'number' || !Number.isSafeInteger(minor) || minor < 0) return null;
    return { serviceId, zoneCode, price: { minor, currency } };
  } catch {
    return null;
  }
}
