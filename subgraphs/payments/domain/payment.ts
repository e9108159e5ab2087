import { MINUTE } from '../../../platform/kernel/clock';
import type { PaymentStatus } from './payment.machine';

export const OPEN: readonly PaymentStatus[] = ['PENDING', 'FAILED'];
export const CAPTURED: readonly PaymentStatus[] = ['SUCCEEDED', 'PARTIALLY_REFUNDED', 'REFUNDED'];
export const REFUNDABLE: readonly PaymentStatus[] = ['SUCCEEDED', 'PARTIALLY_REFUNDED'];

/** An answer of the provider may be on its way when the time is up: only after this grace is a payment expired. */
const EXPIRY_GRACE = MINUTE;

type Payable = { status: PaymentStatus; expiresAt: Date };

export const isOpen = ({ status }: Pick<Payable, 'status'>): boolean => OPEN.includes(status);

/** Whether the buyer may (still) make the payment. */
export const isPayable = (payment: Payable, now: Date): boolean => isOpen(payment) && now < payment.expiresAt;

/** Payments that expire before this are given up now. */
export const expiryDeadline = (now: Date): Date => new Date(now.getTime() - EXPIRY_GRACE);

/** Whose payment it is that was given up before it was opened. */
export const NOBODY = '';
