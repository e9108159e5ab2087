import type { Route } from '../../../platform/subgraph/definition';
import { receiveEvent } from '../acts/receiveEvent';
import type { loaders } from '../loaders';
import type { repositories } from '../repositories';
import { refundNow } from '../sagas/refundPayment';
import { webhookSecret } from '../settings';
import { parseEvent } from './event';
import { SIGNATURE_HEADER, signatureProblem } from './signature';

type Webhook = Route<typeof repositories, typeof loaders>;

const answer = (status: number, error: string) => ({ status, body: { error } });
const HEARD = { status: 200, body: { received: true } };

/**
 * Where the simulated provider tells how charges ended. What is not signed by it is refused (401), what is no event is not
 * taken (400); an event heard before or for an unknown payment changes nothing and is answered as heard, so that it is not
 * sent again.
 */
export const simulatedWebhook: Webhook = {
  method: 'POST',
  path: '/webhooks/payments/simulated',
  async handle(context, { headers, body }) {
    const problem = signatureProblem(webhookSecret(), headers[SIGNATURE_HEADER], body, context.now());
    if (problem) {
      context.log.warn({ problem }, 'a webhook was refused');
      return answer(401, 'The signature is missing, too old or not right.');
    }
    const event = parseEvent(body);
    if (!event) return answer(400, 'The body is not an event of a payment.');
    const reception = await receiveEvent(context, 'SIMULATED', event);
    if (reception.kind === 'UNAPPLIED') await refundNow(context, reception.refundId);
    if (reception.kind !== 'MISFIT') return HEARD;
    context.log.error({ event }, 'a charge is over another amount than its payment');
    return answer(422, 'The amount is not that of the payment.');
  },
};
