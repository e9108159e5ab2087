import type { QueryResolvers } from '../../__generated__/resolvers';
import { publicKeySet } from '../../acts/keys';

export const keySet: QueryResolvers['keySet'] = async (_, _args, context) =>
  JSON.stringify(await publicKeySet(context));
