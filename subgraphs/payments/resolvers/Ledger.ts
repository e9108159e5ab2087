import { money } from '../../../platform/kernel/money';
import type { LedgerResolvers } from '../__generated__/resolvers';
import { ACCOUNTS, isReconciled, trialBalance } from '../domain/ledger';
import { simulatedProvider } from '../simulated/provider';

export const Ledger: LedgerResolvers = {
  async accounts(_, _args, { repositories, tenant }) {
    const balances = trialBalance(await repositories.ledger.balances(), tenant.currencies);
    return balances.map(({ account, currency, amount }) => ({
      code: account,
      name: ACCOUNTS[account],
      balance: money(amount, currency),
    }));
  },
  balanced: (_, _args, { repositories }) => repositories.ledger.isBalanced(),
  providerBalances: (_, _args, context) => simulatedProvider(context).balance(),
  async reconciled(_, _args, context) {
    return isReconciled(await context.repositories.ledger.balances(), await simulatedProvider(context).balance());
  },
};
