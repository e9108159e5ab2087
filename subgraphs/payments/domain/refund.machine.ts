import { machine, type StateOf } from '../../../platform/machine/machine';

/** The life of a refund: the staff decides, the provider pays. */
export const refundMachine = machine({
  initial: 'REQUESTED',
  states: {
    REQUESTED: { approve: 'APPROVED', reject: 'REJECTED' },
    APPROVED: { succeed: 'SUCCEEDED', fail: 'FAILED' },
    SUCCEEDED: {},
    REJECTED: {},
    FAILED: {},
  },
});
export type RefundStatus = StateOf<typeof refundMachine>;
