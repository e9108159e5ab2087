import type { MutationResolvers } from '../../__generated__/resolvers';
import { callerOf, sessionIdOf } from '../../acts/caller';

export const signOut: MutationResolvers['signOut'] = async (_, { input }, context) => {
  const { identity, repositories, now } = context;
  const user = await callerOf(context);
  const endedSessions = input?.everywhere
    ? await repositories.sessions.endAll(user.id, now())
    : await repositories.sessions.end(sessionIdOf(identity) ?? '', now());
  return { endedSessions, userErrors: [] };
};
