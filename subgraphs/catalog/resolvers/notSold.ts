import { invalidInput } from '../../../platform/kernel/errors';

/** A price is a price or this error, never a silent null. */
export const notSoldIn = (currency: string, what: string) =>
  invalidInput(`This ${what} is not sold in ${currency}.`, ['agora-currency']);
