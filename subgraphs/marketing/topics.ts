/** Woken when the user has a new notification. */
export const notificationTopic = (userId: string): string => `notifications:${userId}`;
