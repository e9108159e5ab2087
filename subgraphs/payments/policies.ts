import { hasPermission, type Policies, service, signedIn } from '../../platform/identity/policies';

export const policies = {
  Query: {
    payment: signedIn,
    payments: hasPermission('payments:read'),
    refunds: hasPermission('payments:read'),
    ledger: hasPermission('ledger:read'),
  },
  Mutation: {
    simulatePayment: signedIn,
    requestRefund: signedIn,
    approveRefund: hasPermission('refunds:decide'),
    rejectRefund: hasPermission('refunds:decide'),
    createPayment: service,
    cancelPayment: service,
  },
} satisfies Policies;
