import type { NotificationConnectionResolvers, NotificationResolvers } from '../__generated__/resolvers';

export const Notification: NotificationResolvers = {
  order: ({ orderId }) => (orderId === null ? null : { id: orderId }),
};

export const NotificationConnection: NotificationConnectionResolvers = {
  unreadCount: ({ userId }, _, { loaders }) => loaders.unreadCountOfUser.load(userId),
};
