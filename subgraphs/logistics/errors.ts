import { refusal } from '../../platform/kernel/errors';
import type { LogisticsErrorCode } from './__generated__/resolvers';

export const refuse = refusal<LogisticsErrorCode>();
