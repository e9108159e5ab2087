import type fc from 'fast-check';
import type { EventMessage } from '../../platform/events/event';
import type { Identity } from '../../platform/identity/identity';
import { manualClock, MINUTE } from '../../platform/kernel/clock';
import type { Transport } from '../../platform/subgraph/transport';
import type { Job } from '../../platform/workflows/jobs';
import { expireUnpaidOrders } from '../../subgraphs/orders/jobs';
import { expirePayments, payUnpaidRefunds, redeliverWebhooks } from '../../subgraphs/payments/jobs';
import { newChance, type Trouble } from './chance';
import { type CatalogRows, catalogModel } from './memory/catalog';
import { type LogisticsRows, logisticsModel } from './memory/logistics';
import { type MarketingRows, marketingModel } from './memory/marketing';
import { type OrdersRows, ordersModel } from './memory/orders';
import { type PaymentsRows, paymentsModel } from './memory/payments';
import { memoryRoom, serviceOf, type Floor } from './memory/room';
import { type AnySaga, newProcesses } from './processes';
import { cartOf, couponOf, idOf, offerOf, PRICED_SHIPPING, type Basket } from './wares';

/** What a buyer does with an order once it is there. */
export const ACTS = ['pays', 'pays twice', 'calls it off', 'pays and wants it back', 'pays and is sent it'] as const;
export type Act = (typeof ACTS)[number];

/** What becomes of one basket: it is ordered under each of the keys at once, and then something is done with the order. */
export type Plan = { readonly basket: Basket; readonly keys: 1 | 2; readonly acts: readonly Act[] };

export type Story = {
  readonly troubles: readonly Trouble[];
  readonly stock: readonly number[];
  readonly plans: readonly Plan[];
  /** What is made of a saga, to see that it is missed. */
  readonly sagaAs?: (saga: AnySaga) => AnySaga;
};

const buyer = { kind: 'user', id: idOf('usr', 1), roles: ['BUYER'] } as const;
const staff: Identity = { kind: 'user', id: idOf('usr', 2), roles: ['STAFF'] };

/** Two of them are longer than an order waits for its payment. */
const ROUND = 10 * MINUTE;
const MOST_DELIVERIES = 300;
const MOST_LOOKS = 20;

/** The rooms of a checkout, with their own code, in one world that a scheduler drives. */
export function openShop(scheduler: fc.Scheduler, { troubles, stock, plans, sagaAs = (saga) => saga }: Story) {
  const chance = newChance(scheduler, troubles);
  const processes = newProcesses(chance);
  const clock = manualClock();
  const unexpected: unknown[] = [];
  let ids = 1000;
  let underway = 0;

  const floor: Floor = {
    chance,
    processes,
    clock,
    newId: (prefix) => idOf(prefix, (ids += 1)),
    rooms: (name) => roomsByName[name] as Transport,
    events: (published) => published.forEach(carry),
    sagaAs,
    unexpected: (error) => void unexpected.push(error),
  };
  const orders = memoryRoom<OrdersRows>(
    ordersModel(plans.map(({ basket }, nr) => cartOf(nr, buyer.id, basket))),
    floor,
  );
  const catalog = memoryRoom<CatalogRows>(
    catalogModel(new Map(stock.map((onHand, nr) => [idOf('var', nr), onHand]))),
    floor,
  );
  const payments = memoryRoom<PaymentsRows>(paymentsModel(), floor);
  const logistics = memoryRoom<LogisticsRows>(logisticsModel(), floor);
  const marketing = memoryRoom<MarketingRows>(marketingModel([couponOf(buyer.id)]), floor);

  /** What buyers are offered, and what shipping costs, never changes here. */
  const answering = (
    room: Pick<Transport, 'execute'>,
    name: string,
    answers: (variables: never) => Record<string, unknown>,
  ): Pick<Transport, 'execute'> => ({
    execute: async (request) =>
      request.query.startsWith(`query ${name}`) ? { data: answers(request.variables as never) } : room.execute(request),
  });
  const offers = ({ ids: asked }: { ids: string[] }) => {
    const levels = catalog.rows().stock;
    return { variantOffers: asked.map((id) => offerOf(id, levels.get(id))) };
  };
  const roomsByName: Record<string, Pick<Transport, 'execute'>> = {
    orders,
    payments,
    marketing,
    catalog: answering(catalog, 'VariantOffers', offers),
    logistics: answering(logistics, 'PriceShipping', () => ({ priceShipping: PRICED_SHIPPING })),
  };

  /** Counts what is not done yet. */
  function meanwhile(work: Promise<unknown>): void {
    underway += 1;
    void work.catch((error: unknown) => void unexpected.push(error)).finally(() => (underway -= 1));
  }
  /** Every listener hears it, at least once, and in any order. */
  function carry(event: EventMessage): void {
    for (const room of [orders, catalog, logistics])
      if (room.listensTo(event.type)) {
        meanwhile(deliver(event, room));
        meanwhile(deliver(event, room));
      }
  }
  async function deliver(event: EventMessage, room: Pick<typeof orders, 'name' | 'hear'>): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      await chance.come(`${event.type} comes to ${room.name}`);
      try {
        return await room.hear(event);
      } catch (error) {
        if (attempt === MOST_DELIVERIES) throw error;
      }
    }
  }

  /** Asks until there is an answer; always under the same key. */
  async function ask<Answer>(
    who: Identity,
    room: string,
    mutation: string,
    input: object,
    selection = '',
  ): Promise<Answer | null> {
    const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input!`;
    const query = `mutation ($input: ${type}) { answer: ${mutation}(input: $input) { ${selection} userErrors { code } } }`;
    const envelope = { ...serviceOf(room), identity: who };
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      await chance.hop(`a buyer asks for ${mutation}`);
      const answer = await (roomsByName[room] as Transport).execute({ query, variables: { input }, envelope });
      if (!answer.errors) return answer.data?.answer as Answer;
    }
    return null;
  }
  const orderOf = (cartId: string) => [...orders.rows().orders.values()].find((order) => order.cartId === cartId);

  const place = (cartId: string, key: string) =>
    ask(
      buyer,
      'orders',
      'placeOrder',
      { cartId, shippingAddress: ADDRESS, shippingQuoteId: 'quote', idempotencyKey: key },
      'order { id }',
    );
  async function pay(orderId: string, key: string): Promise<string | null> {
    const payment = [...payments.rows().payments.values()].find((each) => each.orderId === orderId);
    const input = { paymentId: payment?.id, outcome: 'SUCCEED', idempotencyKey: key };
    await ask(buyer, 'payments', 'simulatePayment', input);
    return payment?.id ?? null;
  }
  async function wantBack(orderId: string): Promise<void> {
    const paymentId = await pay(orderId, `pay-${orderId}`);
    const input = { paymentId, reason: 'It is too big.', idempotencyKey: `back-${orderId}` };
    const asked = await ask<{ refund: { id: string } | null }>(
      buyer,
      'payments',
      'requestRefund',
      input,
      'refund { id }',
    );
    if (asked?.refund) await ask(staff, 'payments', 'approveRefund', { refundId: asked.refund.id });
  }
  /** Nobody sends what is not paid, so it is only waited for as long as it may take. */
  async function send(orderId: string): Promise<void> {
    await pay(orderId, `pay-${orderId}`);
    const shipmentOf = () => [...logistics.rows().shipments.values()].find((each) => each.orderId === orderId);
    for (let looks = 0; looks < MOST_LOOKS && !shipmentOf(); looks += 1) await chance.hop('the warehouse looks');
    const shipmentId = shipmentOf()?.id;
    if (!shipmentId) return;
    await ask(staff, 'logistics', 'dispatchShipment', { shipmentId });
    await ask(staff, 'logistics', 'simulateDelivery', { shipmentId, intervalMs: 1000 });
  }
  const acts: Record<Act, (orderId: string) => Promise<unknown>> = {
    pays: (orderId) => pay(orderId, `pay-${orderId}`),
    'pays twice': (orderId) => Promise.all([pay(orderId, `pay-1-${orderId}`), pay(orderId, `pay-2-${orderId}`)]),
    'calls it off': (orderId) => ask(buyer, 'orders', 'cancelOrder', { orderId }),
    'pays and wants it back': wantBack,
    'pays and is sent it': send,
  };
  async function follow({ keys, acts: wanted }: Plan, nr: number): Promise<void> {
    const cartId = idOf('crt', nr);
    let isPlaced = false;
    const placed = Promise.all(Array.from({ length: keys }, (_, key) => place(cartId, `key-${nr}-${key}`)));
    void placed.then(() => (isPlaced = true));
    for (const act of wanted) {
      while (!orderOf(cartId) && !isPlaced) await chance.hop('a buyer looks for the order');
      const order = orderOf(cartId);
      if (order) meanwhile(acts[act](order.id));
    }
    await placed;
  }
  plans.forEach((plan, nr) => meanwhile(follow(plan, nr)));

  const isAtRest = () => processes.isAtRest() && underway === 0;
  const runJob = (room: Pick<typeof orders, 'name' | 'contextFor'>, job: Job) =>
    job.run(room.contextFor(processes.processNow(), serviceOf(room.name)));
  return {
    orders,
    catalog,
    payments,
    marketing,
    logistics,
    isAtRest,
    unexpected: () => unexpected,
    failures: processes.failures,
    outcomes: processes.outcomes,
    deaths: processes.deaths,
    /** Time goes by, and the rooms do what they do by themselves. */
    passTime(): void {
      clock.advance(ROUND);
      const jobs: [Pick<typeof orders, 'name' | 'contextFor'>, Job][] = [
        [orders, expireUnpaidOrders],
        [payments, redeliverWebhooks],
        [payments, expirePayments],
        [payments, payUnpaidRefunds],
      ];
      for (const [room, job] of jobs) {
        // One that fails, or dies with its process, is run again at the next tick.
        void runJob(room, job).catch(() => {});
      }
    },
  };
}
export type Shop = ReturnType<typeof openShop>;

const ADDRESS = {
  recipient: 'Ada',
  line1: '1 Main St',
  city: 'Springfield',
  postalCode: '12345',
  countryCode: 'US',
};
