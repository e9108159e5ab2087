import { refusal } from '../../platform/kernel/errors';
import type { CatalogErrorCode } from './__generated__/resolvers';

export const refuse = refusal<CatalogErrorCode>();
