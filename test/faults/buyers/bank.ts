import { randomUUID } from 'node:crypto';
import { sign, SIGNATURE_HEADER } from '../../../subgraphs/payments/webhooks/signature';
import type { ProviderEvent } from '../../../subgraphs/payments/provider';
import { newId } from '../../../platform/kernel/ids';
import type { Target } from '../target';
import type { Chance } from './chance';

/** The provider as it is on a bad day. It writes the very books that the simulated provider keeps. */
export type Bank = {
  /** Charges for a payment, and its answer gets lost. What it has to tell waits: for us, or for the room's own job. */
  chargeInSilence(paymentId: string): Promise<void>;
  /** Tells what it ever told, some of it for the first time: several at once, in any order. */
  tellAgain(count: number): Promise<void>;
  /** How many webhooks it has sent beyond the first of each event. */
  repeated(): number;
};

const TENANT = 'demo';

/** As `simulated/books.repository.ts` books an attempt that charges; one that has charged before stays the only one. */
const CHARGE = `
  with charge as (
    insert into payments.simulated_charges (tenant_id, id, idempotency_key, payment_id, outcome, currency, amount, created_at)
    select tenant_id, $2, $3, id, 'SUCCEEDED', currency, amount, now() from payments.payments where id = $1
    on conflict do nothing returning tenant_id, id, payment_id, currency, amount)
  insert into payments.simulated_events (tenant_id, id, charge_id, body, created_at, next_attempt_at)
  select tenant_id, $4, id, jsonb_build_object('id', $4::text, 'type', 'payment.succeeded', 'chargeId', id,
         'paymentId', payment_id, 'amountMinor', amount, 'currencyCode', currency, 'reason', null), now(), now() + interval '10 seconds'
    from charge`;

const ANY = `select body, delivered_at is not null as told from payments.simulated_events
              order by md5(id || $1) limit $2`;

export function newBank({ sql, gateways, webhookSecret }: Target, chance: Chance): Bank {
  let repeated = 0;
  async function tell(event: ProviderEvent): Promise<void> {
    const body = JSON.stringify(event);
    const headers = {
      'content-type': 'application/json',
      'agora-tenant': TENANT,
      [SIGNATURE_HEADER]: sign(webhookSecret, body, new Date()),
    };
    const url = `${chance.of(gateways)}/webhooks/payments/simulated`;
    // What is not heard is told again by the room's job: a provider does not give up.
    await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(5_000) }).catch(() => {});
  }
  return {
    async chargeInSilence(paymentId) {
      const now = new Date();
      // Whether it has charged when its own database is away is what nobody knows; its books tell in the end.
      await sql(CHARGE, [paymentId, newId('chg', now), `silent-${randomUUID()}`, newId('evt', now)]).catch(() => {});
    },
    async tellAgain(count) {
      const events = await sql<{ body: ProviderEvent; told: boolean }>(ANY, [String(chance.random()), count]);
      repeated += events.reduce((sum, { told }) => sum + (told ? 2 : 1), 0);
      await Promise.all([...events, ...events.toReversed()].map(({ body }) => tell(body)));
    },
    repeated: () => repeated,
  };
}
