import { event } from '../events/event';

export const UserSignedUp = event<{ userId: string; displayName: string }>()(
  'users.user-signed-up.v1',
  'Somebody has opened an account.',
);
