import { randomBytes } from 'node:crypto';

// An event is signed when it is sent, not when it is kept: a secret made at every start is as good as a lasting one, as long
// as the provider and the webhook live in one process.
const ofThisProcess = randomBytes(32).toString('hex');

/** The secret that the provider signs its webhooks with: PAYMENTS_WEBHOOK_SECRET, or one that only this process knows. */
export const webhookSecret = (): string => process.env.PAYMENTS_WEBHOOK_SECRET?.trim() || ofThisProcess;
