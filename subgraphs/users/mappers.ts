import type { Connection } from '../../platform/kernel/connections';
import type { AddressRow } from './data/addresses.repository';
import type { UserRow } from './data/users.repository';
import type { SessionTokens } from './acts/session';

export type Mappers = {
  User: UserRow;
  Address: AddressRow;
  Session: SessionTokens;
  UserConnection: Connection<UserRow>;
};
