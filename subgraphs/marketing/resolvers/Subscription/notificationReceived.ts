import { callerId } from '../../../../platform/identity/identity';
import type { SubscriptionResolvers } from '../../__generated__/resolvers';
import type { Context } from '../../context';
import type { NotificationRow } from '../../data/notifications.repository';
import { notificationTopic } from '../../topics';

type Push = { notificationReceived: NotificationRow };

/** Every wake reads on from the last position seen, so that nothing is lost and nothing comes twice. */
async function* pushes(context: Context, userId: string, from: number): AsyncGenerator<Push> {
  let position = from;
  for await (const _wake of context.awaken(notificationTopic(userId))) {
    let portion: NotificationRow[];
    while ((portion = await context.repositories.mailboxes.since(userId, position)).length > 0) {
      for (const notification of portion) {
        position = notification.position;
        yield { notificationReceived: notification };
      }
    }
  }
}

export const notificationReceived: SubscriptionResolvers['notificationReceived'] = {
  async subscribe(_, _args, context) {
    const userId = callerId(context.identity);
    // Taken now, not when the first push is asked for: what comes in between belongs to this subscription.
    return pushes(context, userId, await context.repositories.mailboxes.position(userId));
  },
};
