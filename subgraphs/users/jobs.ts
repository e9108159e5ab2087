import type { Job } from '../../platform/workflows/jobs';
import { rotateKeys } from './acts/keys';
import type { Context } from './context';

export const rotateSigningKeys: Job = {
  name: 'users.rotate-signing-keys',
  description: 'Makes a new key for access tokens every 30 days and forgets the old one a day later.',
  schedule: '0 17 * * * *',
  run: (context: Context) => rotateKeys(context),
};
