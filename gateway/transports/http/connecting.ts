import type { LookupFunction } from 'node:net';
import { isIP } from 'node:net';
import type { Address } from '../settings';

/** Answers the same address, whatever name is asked for. */
export const lookupOf =
  (address: string): LookupFunction =>
  (_name, { all }, callback) =>
    all ? callback(null, [{ address, family: isIP(address) }]) : callback(null, address, isIP(address));

/** How a connection to a copy is made, as sockets take it. The name in the url stays the one that a certificate is for. */
export const socketOptions = ({ tls, at }: Pick<Address, 'tls' | 'at'>) => ({
  ...tls,
  ...(at !== undefined && { lookup: lookupOf(at) }),
});
