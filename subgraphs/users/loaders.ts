import { grouped, inOrder } from '../../platform/kernel/batches';
import type { RoomScope } from '../../platform/subgraph/context';
import type { AddressRow } from './data/addresses.repository';
import type { UserRow } from './data/users.repository';
import type { repositories } from './repositories';

type Scope = RoomScope<typeof repositories>;
type Ids = readonly string[];

export const loaders = {
  userById:
    ({ repositories }: Scope) =>
    async (ids: Ids): Promise<(UserRow | null)[]> =>
      inOrder(ids, await repositories.users.byIds(ids), (row) => row.id),
  addressesOfUser:
    ({ repositories }: Scope) =>
    async (ids: Ids): Promise<AddressRow[][]> =>
      grouped(ids, await repositories.addresses.ofUsers(ids), (row) => row.userId),
};
