import { money } from '../../../platform/kernel/money';
import type { LedgerResolvers } from '../__generated__/resolvers';
import { ACCOUNTS, isReconciled, trialBalance } from '../domain/ledger';

export const Ledger: LedgerResolvers = {
  async accounts({ balances }, _, { tenant }) {
    return trialBalance(await balances(), tenant.currencies).map(({ account, currency, amount }) => ({
      code: account,
      name: ACCOUNTS[account],
      balance: money(amount, currency),
    }));
  },
  balanced: (_, _args, { repositories }) => repositories.ledger.isBalanced(),
  providerBalances: ({ held }) => held(),
  reconciled: async ({ balances, held }) => isReconciled(await balances(), await held()),
};
