import { callerId } from '../../../../platform/identity/identity';
import type { MutationResolvers } from '../../__generated__/resolvers';
import { markNotificationsRead as markRead } from '../../acts/markNotificationsRead';

export const markNotificationsRead: MutationResolvers['markNotificationsRead'] = async (_, { input }, context) => {
  const userId = callerId(context.identity);
  await context.transaction((tx) => markRead(tx, userId, { ids: input.ids ?? null, all: input.all ?? false }));
  return { unreadCount: await context.loaders.unreadCountOfUser.load(userId), userErrors: [] };
};
