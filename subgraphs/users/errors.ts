import { refusal } from '../../platform/kernel/errors';
import type { UsersErrorCode } from './__generated__/resolvers';

export const refuse = refusal<UsersErrorCode>();
