import { simulatedBooks } from '../simulated/books.repository';
import { ledger } from './ledger.repository';
import { log } from './log.repository';
import { payments } from './payments.repository';
import { providerEvents } from './providerEvents.repository';
import { refunds } from './refunds.repository';

export const repositories = { payments, refunds, ledger, log, providerEvents, simulatedBooks };
