import type { RoomScope } from '../../platform/subgraph/context';
import type { AddressRow } from './data/addresses.repository';
import type { UserRow } from './data/users.repository';
import type { repositories } from './repositories';

type Scope = RoomScope<typeof repositories>;

export const loaders = {
  userById:
    ({ repositories }: Scope) =>
    async (ids: readonly string[]): Promise<(UserRow | null)[]> => {
      const rows = new Map((await repositories.users.byIds(ids)).map((row) => [row.id, row]));
      return ids.map((id) => rows.get(id) ?? null);
    },
  addressesByUser:
    ({ repositories }: Scope) =>
    async (userIds: readonly string[]): Promise<AddressRow[][]> => {
      const rows = await repositories.addresses.byUsers(userIds);
      return userIds.map((userId) => rows.filter((row) => row.userId === userId));
    },
};
