import { simulatedBooks } from '../simulated/books.repository';
import { funds } from './funds.repository';
import { ledger } from './ledger.repository';
import { log } from './log.repository';
import { payments } from './payments.repository';
import { providerEvents } from './providerEvents.repository';
import { refunds } from './refunds.repository';

export const repositories = { payments, funds, refunds, ledger, log, providerEvents, simulatedBooks };
