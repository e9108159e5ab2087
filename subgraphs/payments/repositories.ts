import { fundsRepository } from './data/funds.repository';
import { ledgerRepository } from './data/ledger.repository';
import { logRepository } from './data/log.repository';
import { paymentsRepository } from './data/payments.repository';
import { providerEventsRepository } from './data/providerEvents.repository';
import { refundsRepository } from './data/refunds.repository';
import { simulatedBooksRepository } from './simulated/books.repository';

export const repositories = {
  payments: paymentsRepository,
  funds: fundsRepository,
  refunds: refundsRepository,
  ledger: ledgerRepository,
  log: logRepository,
  providerEvents: providerEventsRepository,
  simulatedBooks: simulatedBooksRepository,
};
