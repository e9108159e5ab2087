import type { Connection } from '../../platform/kernel/connections';
import type { Account, SessionTokens } from './acts/session';
import type { AddressRow } from './data/addresses.repository';
import type { UserRow } from './data/users.repository';

export type Mappers = {
  User: Account;
  Address: AddressRow;
  Session: SessionTokens;
  UserConnection: Connection<UserRow>;
};
