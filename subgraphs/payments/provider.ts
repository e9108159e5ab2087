import type { Money } from '../../platform/kernel/money';

/** What a provider tells by its webhook. */
export type ProviderEvent = {
  /** The same however often it is delivered. */
  id: string;
  type: 'payment.succeeded' | 'payment.failed';
  chargeId: string;
  /** The payment's id, which the provider was given with the charge. */
  paymentId: string;
  amountMinor: number;
  currencyCode: string;
  /** Why it failed, for a person; null when it succeeded. */
  reason: string | null;
};

export type ChargeRequest = {
  paymentId: string;
  amount: Money;
  /** What the buyer pays with. The simulated provider's sources are its outcomes, as other providers have test cards. */
  source: string;
  idempotencyKey: string;
};

export type RefundRequest = { chargeId: string; amount: Money; idempotencyKey: string };

/**
 * Whoever moves the money. It keeps books of its own; the room knows of them only what is answered here and what comes by
 * webhook. Every call is idempotent by its key, so that it may be tried until an answer comes.
 */
export type PaymentProvider = {
  /**
   * Takes an attempt to pay. How it ends is told by webhook.
   * @returns TAKEN_BEFORE when the key is known, ALREADY_CHARGED when another attempt has charged for the payment
   */
  charge(request: ChargeRequest): Promise<'TAKEN' | 'TAKEN_BEFORE' | 'ALREADY_CHARGED'>;
  /** Whether it took an attempt with this key before. */
  knows(idempotencyKey: string): Promise<boolean>;
  /** @returns why it does not pay back; null when it did. What it throws says nothing about whether it did. */
  refund(request: RefundRequest): Promise<string | null>;
  /** What it holds for the shop, by currency. */
  balance(): Promise<Money[]>;
};
