import { addressesRepository } from './data/addresses.repository';
import { sessionsRepository } from './data/sessions.repository';
import { signingKeysRepository } from './data/signingKeys.repository';
import { usersRepository } from './data/users.repository';

export const repositories = {
  users: usersRepository,
  addresses: addressesRepository,
  sessions: sessionsRepository,
  signingKeys: signingKeysRepository,
};
