import { refusal } from '../../platform/kernel/errors';
import type { MarketingErrorCode } from './__generated__/resolvers';

export const refuse = refusal<MarketingErrorCode>();
