import { refusalOf, type SigningKey } from '../../platform/delivery/delivery';
import { isObject, isWhole } from '../../platform/delivery/shapes';
import { parsed, readDelivery } from '../../platform/delivery/wire';
import type { Edition } from './source';

/** The last good edition, and the number of a release after it that was gone back from. */
export type Kept = { readonly edition: Edition; readonly refused?: number };

/** How it is written down. `read` throws a sentence when it must not be served. */
export type KeptForm = { write(kept: Kept): string; read(text: string): Kept };

export const plainForm: KeptForm = {
  write: ({ edition }) => edition.sdl,
  read: (sdl) => ({ edition: { sdl } }),
};

/** What the registry has sent. @throws Error with the reason why it must not be served */
export function readEdition(text: string, keys: readonly SigningKey[]): Edition {
  const delivery = readDelivery(text);
  const refusal = refusalOf(delivery, keys);
  if (refusal !== null) throw new Error(refusal);
  return { sdl: delivery.supergraph, delivery };
}

/** With its signature, so that whoever alters the file on disk gains nothing. */
export const signedForm = (keys: readonly SigningKey[]): KeptForm => ({
  write: ({ edition: { delivery }, refused }) => `${JSON.stringify({ delivery, refused })}\n`,
  read(text) {
    const value = parsed(text);
    const { delivery, refused } = isObject(value) ? value : {};
    const edition = readEdition(JSON.stringify(delivery ?? null), keys);
    return isWhole(refused, 1) ? { edition, refused } : { edition };
  },
});
