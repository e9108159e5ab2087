import type { Store } from '../store';

/** The methods of a store that can be called over HTTP. Usage has an address of its own: gateways send it. */
export type StoreCall = Exclude<keyof Store, 'name' | 'close' | 'record'>;

/** `POST` of the arguments as a JSON list; answers `{ "value": … }`, or a `RegistryError`. */
export const callPath = (call: StoreCall): string => `/v1/store/${call}`;
