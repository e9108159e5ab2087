import { parseId } from '../../../../platform/kernel/ids';
import type { QueryResolvers } from '../../__generated__/resolvers';

export const user: QueryResolvers['user'] = (_, { id }, { loaders }) => loaders.userById.load(parseId('usr', id, 'id'));
