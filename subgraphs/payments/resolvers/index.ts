import type { Resolvers } from '../__generated__/resolvers';
import { Ledger } from './Ledger';
import { approveRefund } from './Mutation/approveRefund';
import { cancelPayment } from './Mutation/cancelPayment';
import { createPayment } from './Mutation/createPayment';
import { rejectRefund } from './Mutation/rejectRefund';
import { requestRefund } from './Mutation/requestRefund';
import { simulatePayment } from './Mutation/simulatePayment';
import { Order } from './Order';
import { Payment } from './Payment';
import { ledger } from './Query/ledger';
import { payment } from './Query/payment';
import { payments } from './Query/payments';
import { refunds } from './Query/refunds';
import { Refund } from './Refund';

export const resolvers: Partial<Resolvers> = {
  Query: { payment, payments, refunds, ledger },
  Mutation: { simulatePayment, requestRefund, approveRefund, rejectRefund, createPayment, cancelPayment },
  Payment,
  Refund,
  Order,
  Ledger,
};
