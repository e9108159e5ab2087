import { SECOND } from '../../../platform/kernel/clock';
import type { Context } from '../context';
import { webhookSecret } from '../settings';
import { sign, SIGNATURE_HEADER } from '../webhooks/signature';
import type { SimulatedEvent } from './books.repository';

/** Sends a request to the shop's webhook. What it throws, or a status other than 2xx, means: not heard. */
export type Post = (request: { headers: Record<string, string>; body: string }) => Promise<{ status: number }>;

const MAX_PAUSE = 3600 * SECOND;
const pauseAfter = (attempts: number): number => Math.min(MAX_PAUSE, 10 * SECOND * 2 ** Math.min(attempts, 10));

async function isHeard(context: Context, { body: event }: SimulatedEvent, post: Post): Promise<boolean> {
  const body = JSON.stringify(event);
  const signature = sign(webhookSecret(), body, context.now());
  try {
    const { status } = await post({
      headers: { 'content-type': 'application/json', [SIGNATURE_HEADER]: signature },
      body,
    });
    return status >= 200 && status < 300;
  } catch (error) {
    context.log.error({ err: error, event: event.id }, 'the webhook of the simulated provider did not answer');
    return false;
  }
}

/** Delivers an event at least once: one that is not heard is sent again by the job, later and later. */
export async function deliver(context: Context, event: SimulatedEvent, post: Post): Promise<void> {
  const { simulatedBooks: books } = context.repositories;
  const now = context.now();
  if (await isHeard(context, event, post)) await books.told(event.body.id, now);
  else await books.postpone(event.body.id, new Date(now.getTime() + pauseAfter(event.attempts)));
}

/** Sends again what was not heard. */
export async function redeliver(context: Context, post: Post, limit = 100): Promise<void> {
  const events = await context.repositories.simulatedBooks.due(context.now(), limit);
  for (const event of events) await deliver(context, event, post);
}
