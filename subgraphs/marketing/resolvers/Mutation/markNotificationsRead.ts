import type { MutationResolvers } from '../../__generated__/resolvers';
import { markNotificationsRead as markRead } from '../../acts/markNotificationsRead';
import { callerOf } from '../caller';

export const markNotificationsRead: MutationResolvers['markNotificationsRead'] = async (_, { input }, context) => {
  const userId = callerOf(context);
  await context.transaction((tx) => markRead(tx, userId, { ids: input.ids ?? null, all: input.all ?? false }));
  return { unreadCount: await context.loaders.unreadCount.load(userId), userErrors: [] };
};
