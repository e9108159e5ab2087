import { Client } from 'pg';
import type { Envelope } from '../../../platform/identity/envelope';
import { demoTenant } from '../../../platform/identity/tenants';
import { MINUTE } from '../../../platform/kernel/clock';
import { newId } from '../../../platform/kernel/ids';
import { money } from '../../../platform/kernel/money';
import { serviceEnvelope } from '../../../platform/subgraph/room';
import { buyer, service, staff, startTestHouse } from '../../../test/story/house';
import type { Context } from '../context';
import type { ProviderEvent } from '../provider';
import { webhookSecret } from '../settings';
import { simulatedProvider } from '../simulated/provider';
import { payments } from '../subgraph';
import { simulatedWebhook } from '../webhooks/route';
import { sign, SIGNATURE_HEADER } from '../webhooks/signature';

const CREATE = `mutation ($input: CreatePaymentInput!) { createPayment(input: $input) {
  payment { id status amount { amount currencyCode } } userErrors { code field message } } }`;
const CANCEL = `mutation ($input: CancelPaymentInput!) { cancelPayment(input: $input) {
  payment { id status } userErrors { code field message } } }`;
const SIMULATE = `mutation ($input: SimulatePaymentInput!) { simulatePayment(input: $input) {
  payment { id status } userErrors { code field message } } }`;
const REQUEST = `mutation ($input: RequestRefundInput!) { requestRefund(input: $input) {
  refund { id status amount { amount currencyCode } payment { id status } } userErrors { code field message } } }`;
const APPROVE = `mutation ($input: ApproveRefundInput!) { approveRefund(input: $input) {
  refund { id status } userErrors { code field message } } }`;
const REJECT = `mutation ($input: RejectRefundInput!) { rejectRefund(input: $input) {
  refund { id status } userErrors { code field message } } }`;
const PAYMENT = `query ($id: ID!) { payment(id: $id) {
  id status method amount { amount currencyCode } refunded { amount } refundable { amount } expiresAt order { id }
  refunds { id status amount { amount } reason automatic log { from to reason } } log { from to reason occurredAt } } }`;
const LEDGER = `{ ledger { accounts { code name balance { amount currencyCode } } balanced reconciled providerBalances { amount currencyCode } } }`;

const VIOLATIONS = `
  select 'an entry does not balance' as what from payments.postings group by tenant_id, entry_id, currency having sum(amount) <> 0
  union all
  select 'the accounts do not add up to 0' from payments.postings group by tenant_id, currency having sum(amount) <> 0
  union all
  select 'captured less refunded, cash and the provider differ' from
    (select tenant_id, currency, sum(captured - refunded) as captured from payments.payments group by 1, 2) payments
    full join (select tenant_id, currency, sum(amount) as cash from payments.postings where account = 'cash' group by 1, 2) ledger
      using (tenant_id, currency)
    full join (select tenant_id, currency, sum(amount - refunded) as held from payments.simulated_charges
                where outcome = 'SUCCEEDED' group by 1, 2) provider using (tenant_id, currency)
   where coalesce(captured, 0) <> coalesce(cash, 0) or coalesce(cash, 0) <> coalesce(held, 0)
  union all
  select 'the refunds of a payment exceed what was captured' from payments.payments p
    join payments.refunds r on (r.tenant_id, r.payment_id) = (p.tenant_id, p.id)
   where r.status not in ('REJECTED', 'FAILED') group by p.tenant_id, p.id, p.captured having sum(r.amount) > p.captured
  union all
  select 'an order has two successful payments' from payments.payments
   where status in ('SUCCEEDED', 'PARTIALLY_REFUNDED', 'REFUNDED') group by tenant_id, order_id having count(*) > 1`;

type Caller = Partial<Envelope>;
type Outcome = 'SUCCEED' | 'DECLINE' | 'TIME_OUT';

/** Tells payments' story: who pays what, and how the bank and the staff answer. */
export async function startStory() {
  const house = await startTestHouse([payments]);
  const database = new Client({ connectionString: house.databaseUrl });
  await database.connect();
  const heard: { type: string; payload: Record<string, unknown> }[] = [];
  const types = (payments.publishes ?? []).map(({ type }) => type);
  house.bus.subscribe('listener', types, async (events) => void heard.push(...(events as typeof heard)));
  let count = 0;
  const key = () => `key-${(count += 1)}`;

  async function mutate(document: string, input: object, as: Caller) {
    const { data, errors } = await house.execute('payments', document, { input }, as);
    if (errors) throw new AggregateError(errors, errors[0]?.message);
    return Object.values(data as object)[0];
  }

  const someStaff = staff();

  const story = {
    house,
    staff: someStaff,
    /** Rows as they stand, whoever's they are. */
    sql: async (text: string, values: unknown[] = []) => (await database.query(text, values)).rows,
    context: (as: Caller = {}): Context =>
      house
        .room('payments')
        .contextFor({ ...serviceEnvelope('payments', demoTenant, 'test'), ...as }) as unknown as Context,

    create: (input: object) =>
      mutate(CREATE, { buyerId: newId('usr', new Date()), method: 'SIMULATED', ...input }, service('orders')),
    cancel: (orderId: string, expired = false) => mutate(CANCEL, { orderId, expired, reason: null }, service('orders')),
    simulate: (paymentId: string, outcome: Outcome, as: Caller, idempotencyKey = key()) =>
      mutate(SIMULATE, { paymentId, outcome, idempotencyKey }, as),
    requestRefund: (paymentId: string, amount: string | object | null, as: Caller, more: object = {}) => {
      const asked = typeof amount === 'string' ? { amount, currencyCode: 'USD' } : amount;
      return mutate(
        REQUEST,
        { paymentId, amount: asked, reason: 'It does not fit.', idempotencyKey: key(), ...more },
        as,
      );
    },
    approve: (refundId: string, as: Caller = someStaff) => mutate(APPROVE, { refundId }, as),
    reject: (refundId: string, reason = 'It was worn.', as: Caller = someStaff) =>
      mutate(REJECT, { refundId, reason }, as),

    read: async (id: string, as: Caller = someStaff) =>
      (await house.execute('payments', PAYMENT, { id }, as)).data.payment,
    ledger: async () => (await house.execute('payments', LEDGER, {}, someStaff)).data.ledger,

    /** An order of somebody new, waiting for payment. */
    async order(amount = '20.00', currencyCode = 'USD') {
      const who = buyer();
      const orderId = newId('ord', new Date());
      const expiresAt = new Date(house.clock.now().getTime() + 15 * MINUTE).toISOString();
      const buyerId = (who.identity as { id: string }).id;
      const { payment } = await story.create({ orderId, buyerId, amount: { amount, currencyCode }, expiresAt });
      return { orderId, buyerId, buyer: who, paymentId: payment.id as string };
    },
    /** The same, paid. */
    async paidOrder(amount?: string, currencyCode?: string) {
      const order = await story.order(amount, currencyCode);
      await story.simulate(order.paymentId, 'SUCCEED', order.buyer);
      return order;
    },

    /** Calls the webhook as the provider does, or in whatever way `change` says. */
    async webhook(event: object | string, { signature, as }: { signature?: string | null; as?: Caller } = {}) {
      const body = typeof event === 'string' ? event : JSON.stringify(event);
      const header = signature === undefined ? sign(webhookSecret(), body, house.clock.now()) : signature;
      return simulatedWebhook.handle(story.context(as), {
        headers: header === null ? {} : { [SIGNATURE_HEADER]: header },
        body,
      });
    },
    /** The bank charges, and its webhook gets lost: what it would have told. Null when it had charged already. */
    async chargeInSilence(paymentId: string, source: Outcome = 'SUCCEED'): Promise<ProviderEvent | null> {
      const context = story.context();
      const { amount, currency } = (await context.repositories.payments.byId(paymentId))!;
      const idempotencyKey = key();
      await simulatedProvider(context).charge({ paymentId, amount: money(amount, currency), source, idempotencyKey });
      return (await context.repositories.simulatedBooks.untold(idempotencyKey))?.body ?? null;
    },
    chargedInSilence: async (paymentId: string, source?: Outcome): Promise<ProviderEvent> =>
      (await story.chargeInSilence(paymentId, source))!,
    /** An event as the provider would tell it, of a charge that stands in no books. */
    chargeEvent: (paymentId: string, change: object = {}) => ({
      id: newId('evt', new Date()),
      type: 'payment.succeeded',
      chargeId: newId('chg', new Date()),
      paymentId,
      amountMinor: 2000,
      currencyCode: 'USD',
      reason: null,
      ...change,
    }),
    /** What the room has published of a payment, in order. */
    async published(paymentId: string): Promise<string[]> {
      await house.settle();
      return heard.filter(({ payload }) => payload.paymentId === paymentId).map(({ type }) => type.split('.')[1] ?? '');
    },
    /** The payload of the last event of a payment. */
    async lastPublished(paymentId: string) {
      await house.settle();
      return heard.findLast(({ payload }) => payload.paymentId === paymentId)?.payload;
    },
    /** What breaks invariants 1 to 4, in anybody's rows; empty when all is well. */
    violations: async () => (await database.query(VIOLATIONS)).rows as { what: string }[],
    async stop() {
      await database.end();
      await house.stop();
    },
  };
  return story;
}
export type Story = Awaited<ReturnType<typeof startStory>>;
