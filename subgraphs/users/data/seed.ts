import { hash } from '@node-rs/argon2';
import { insertRows, type LoadDb } from '../../../platform/data/load';
import { COST } from '../acts/passwords';
import { addresses, users } from './tables';

export type SeedUser = Omit<typeof users.$inferInsert, 'tenantId' | 'passwordHash'> & {
  addresses: Omit<typeof addresses.$inferInsert, 'tenantId' | 'userId'>[];
};

/** @param salt 16 bytes; given, so that the same seed makes the same rows */
export const hashWithSalt = (password: string, salt: Uint8Array): Promise<string> => hash(password, { ...COST, salt });

const unpadded = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64').replace(/=+$/, '');

/** The hash of no password that anybody knows: nobody signs in with it. */
export const unusableHash = (salt: Uint8Array, digest: Uint8Array): string =>
  `$argon2id$v=19$m=${COST.memoryCost},t=${COST.timeCost},p=${COST.parallelism}$${unpadded(salt)}$${unpadded(digest)}`;

/** Writes users with their addresses; all of them have the one password. */
export async function seedUsers(db: LoadDb, seeded: readonly SeedUser[], passwordHash: string): Promise<void> {
  await insertRows(
    db,
    users,
    seeded.map(({ addresses: _addresses, ...user }) => ({ ...user, passwordHash })),
  );
  await insertRows(
    db,
    addresses,
    seeded.flatMap((user) => user.addresses.map((address) => ({ ...address, userId: user.id }))),
  );
}
