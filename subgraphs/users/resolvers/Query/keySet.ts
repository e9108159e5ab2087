import type { QueryResolvers } from '../../__generated__/resolvers';
import { publicKeySet } from '../../acts/keys';

export const keySet: QueryResolvers['keySet'] = async (_, __, context) => JSON.stringify(await publicKeySet(context));
