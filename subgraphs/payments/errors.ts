import { refusal } from '../../platform/kernel/errors';
import type { PaymentsErrorCode } from './__generated__/resolvers';

export const refuse = refusal<PaymentsErrorCode>();

export const paymentNotFound = () => refuse('NOT_FOUND', 'There is no such payment.', ['paymentId']);
export const refundNotFound = () => refuse('NOT_FOUND', 'There is no such refund.', ['refundId']);
