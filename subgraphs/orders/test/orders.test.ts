import { newId } from '../../../platform/kernel/ids';
import { service, staff, statementsOf } from '../../../test/story/house';
import { startStory, type Story, type Who } from './story';

const ORDER = `query ($id: ID!) { order(id: $id) {
  id number status placedAt payBy note buyer { id } shippingAddress { recipient line1 city countryCode phone }
  lines { id quantity sku productName unitPrice { amount currencyCode } discount { amount } total { amount } variant { id } }
  subtotal { amount } shippingTotal { amount } taxTotal { amount } discountTotal { amount } discounts { label amount { amount } }
  total { amount currencyCode } history { from to reason occurredAt } } }`;
const ORDERS = `query ($first: Int!, $after: String, $filter: OrderFilter) { orders(first: $first, after: $after, filter: $filter) {
  totalCount pageInfo { hasNextPage endCursor } nodes { id number status lines { sku } } } }`;
const MINE = `query ($of: [_Any!]!, $first: Int!, $after: String) { _entities(representations: $of) { ... on User {
  id orders(first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { id } } } } }`;
const ENTITY = 'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Order { id number } } }';

describe('orders', () => {
  let story: Story;
  beforeAll(async () => void (story = await startStory()));
  afterAll(() => story.house.stop());

  const read = async (id: string, who: Who) => (await story.ask(ORDER, { id }, who)).data.order;
  const codeOf = async (query: string, variables: object, who: Who) =>
    (await story.ask(query, variables as Record<string, unknown>, who)).errors?.[0]?.extensions.code;
  /** Statements that a query takes, once it has been asked before. */
  async function countStatements(work: () => Promise<unknown>) {
    await work();
    return (await statementsOf(story.house, work)).length;
  }

  describe('one order', () => {
    it('given its buyer, then it is told whole, in three statements', async () => {
      const who = story.buyer();
      const id = await story.order({ buyerId: who.identity.id });
      expect(await read(id, who)).toMatchObject({
        id,
        status: 'PENDING_PAYMENT',
        buyer: { id: who.identity.id },
        shippingAddress: { city: 'Springfield', phone: null },
        lines: [
          {
            quantity: 2,
            unitPrice: { amount: '10.00', currencyCode: 'USD' },
            discount: { amount: '1.00' },
            total: { amount: '19.00' },
          },
        ],
        subtotal: { amount: '20.00' },
        discountTotal: { amount: '1.00' },
        discounts: [{ label: 'Welcome', amount: { amount: '1.00' } }],
        taxTotal: { amount: '1.00' },
        shippingTotal: { amount: '5.00' },
        total: { amount: '25.00', currencyCode: 'USD' },
        history: [{ from: null, to: 'PENDING_PAYMENT' }],
      });
      expect(await countStatements(() => read(id, who))).toBe(3);
    });

    it('given staff, then it is told, and given anybody else or another shop, then there is none', async () => {
      const who = story.buyer();
      const id = await story.order({ buyerId: who.identity.id });
      expect(await read(id, staff())).toMatchObject({ id });
      expect(await read(id, story.buyer())).toBeNull();
      expect(await read(id, { ...who, tenant: 'other' })).toBeNull();
      expect(await read(story.newOrderId(), who)).toBeNull();
    });

    it('given a malformed id or a guest, then it is refused', async () => {
      for (const id of ['', 'x', 'usr_01h455vb4pex5vsknk084sn02q', 'ord_', "ord_'; drop table orders; --"]) {
        expect(await codeOf(ORDER, { id }, story.buyer())).toBe('INVALID_INPUT');
      }
      expect(await codeOf(ORDER, { id: story.newOrderId() }, {})).toBe('UNAUTHENTICATED');
    });

    it('given a reference from another room, then only those who may see it get more than the reference', async () => {
      const who = story.buyer();
      const ids = [await story.order({ buyerId: who.identity.id }), await story.order()];
      const resolve = async (as: Who) => {
        const answer = await story.ask(ENTITY, { of: ids.map((id) => ({ __typename: 'Order', id })) }, as);
        return answer.data._entities.map((order: { id: string } | null) => order?.id ?? null);
      };
      expect(await resolve(who)).toEqual([ids[0], null]);
      expect(await resolve({})).toEqual([null, null]);
      expect(await resolve(staff())).toEqual(ids);
      expect(await resolve(service('payments'))).toEqual(ids);
      expect(await countStatements(() => resolve(staff()))).toBe(1);
    });
  });

  describe('the list of all orders', () => {
    const placed: string[] = [];
    const buyerId = newId('usr', new Date());
    beforeAll(async () => {
      for (let day = 1; day <= 5; day++)
        placed.unshift(await story.order({ buyerId, placedAt: new Date(Date.UTC(2030, 0, day)) }));
      await story.order({ tenant: 'other', buyerId });
    });
    const page = async (variables: object, who: Who = staff()) =>
      (await story.ask(ORDERS, { filter: { buyerId }, ...variables }, who)).data.orders;
    const idsOf = ({ nodes }: { nodes: { id: string }[] }) => nodes.map(({ id }) => id);

    it('given several pages, then each order stands on one of them, newest first', async () => {
      const first = await page({ first: 2 });
      const second = await page({ first: 2, after: first.pageInfo.endCursor });
      const third = await page({ first: 2, after: second.pageInfo.endCursor });
      expect([first, second, third].flatMap(idsOf)).toEqual(placed);
      expect(first).toMatchObject({ totalCount: 5, pageInfo: { hasNextPage: true } });
      expect(third.pageInfo.hasNextPage).toBe(false);
    });

    it('given a filter, then only what matches is listed', async () => {
      const [newest = ''] = placed;
      const { number } = await read(newest, staff());
      expect(idsOf(await page({ first: 10, filter: { number: ` ${number.toLowerCase()} ` } }))).toEqual([newest]);
      expect(
        idsOf(
          await page({
            first: 10,
            filter: { buyerId, placedFrom: '2030-01-02T00:00:00Z', placedTo: '2030-01-04T00:00:00Z' },
          }),
        ),
      ).toEqual(placed.slice(2, 4));
      await story.paid(newest);
      expect(idsOf(await page({ first: 10, filter: { buyerId, status: 'PAID' } }))).toEqual([newest]);
      expect(idsOf(await page({ first: 10, filter: { buyerId: newId('usr', new Date()) } }))).toEqual([]);
    });

    it('given lines and a count, then it takes three statements, however many orders', async () => {
      expect(await countStatements(() => page({ first: 5 }))).toBe(3);
    });

    it.each([
      { first: 0 },
      { first: -1 },
      { first: 101 },
      { first: 2_147_483_647 },
      { first: 1, after: 'x' },
      { first: 1, filter: { buyerId: 'x' } },
    ])('given %j, then it is refused', async (variables) => {
      expect(await codeOf(ORDERS, variables, staff())).toBe('INVALID_INPUT');
    });

    it('given a time that no calendar knows, then it is refused and not an error of ours', async () => {
      for (const placedFrom of ['0000-01-01T00:00:00Z', '9999-12-31T23:59:59-23:59']) {
        const { errors } = await story.ask(ORDERS, { first: 1, filter: { placedFrom } }, staff());
        expect(errors?.[0]?.message).not.toMatch(/timestamp|syntax|internal/i);
        expect(errors).toHaveLength(1);
      }
    });

    it('given a buyer or a guest, then it is refused', async () => {
      expect(await codeOf(ORDERS, { first: 1 }, story.buyer())).toBe('FORBIDDEN');
      expect(await codeOf(ORDERS, { first: 1 }, {})).toBe('UNAUTHENTICATED');
    });
  });

  describe("a user's orders", () => {
    const of = (...ids: string[]) => ids.map((id) => ({ __typename: 'User', id }));

    it('given oneself, then they are listed newest first, page by page', async () => {
      const who = story.buyer();
      const buyerId = who.identity.id;
      const ids: string[] = [];
      for (let day = 1; day <= 3; day++)
        ids.unshift(await story.order({ buyerId, placedAt: new Date(Date.UTC(2030, 0, day)) }));
      const page = async (after?: string) =>
        (await story.ask(MINE, { of: of(buyerId), first: 2, after }, who)).data._entities[0].orders;
      const first = await page();
      expect(first).toMatchObject({ totalCount: 3, nodes: [{ id: ids[0] }, { id: ids[1] }] });
      expect((await page(first.pageInfo.endCursor)).nodes).toEqual([{ id: ids[2] }]);
    });

    it('given somebody else, then there is no list', async () => {
      const buyerId = story.buyer().identity.id;
      expect((await story.ask(MINE, { of: of(buyerId), first: 2 }, story.buyer())).data._entities[0].orders).toBeNull();
    });

    it('given staff who look at many users, then all lists take two statements', async () => {
      const users = [newId('usr', new Date()), newId('usr', new Date()), newId('usr', new Date())];
      for (const buyerId of users) for (let count = 0; count < 3; count++) await story.order({ buyerId });
      const list = async () => (await story.ask(MINE, { of: of(...users), first: 2 }, staff())).data._entities;
      expect(
        (await list()).map(({ orders }: { orders: { totalCount: number; nodes: object[] } }) => [
          orders.totalCount,
          orders.nodes.length,
        ]),
      ).toEqual([
        [3, 2],
        [3, 2],
        [3, 2],
      ]);
      expect(await countStatements(list)).toBe(2);
    });
  });

  describe('the receipt', () => {
    const CONFIRM =
      'mutation ($id: ID!) { confirmReceipt(input: { orderId: $id }) { order { status history { reason } } userErrors { code field } } }';
    const confirm = async (id: string, who: Who) => (await story.ask(CONFIRM, { id }, who)).data.confirmReceipt;
    async function delivered(who = story.buyer()) {
      const id = await story.order({ buyerId: who.identity.id });
      await story.paid(id);
      await story.scanned(id, 'DELIVERED');
      return { who, id };
    }

    it('given a delivered order, when its buyer confirms, then it is completed, once', async () => {
      const { who, id } = await delivered();
      const answers = await Promise.all([confirm(id, who), confirm(id, who)]);
      expect(answers.filter(({ order }) => order?.status === 'COMPLETED')).toHaveLength(1);
      expect(answers.flatMap(({ userErrors }) => userErrors)).toEqual([{ code: 'ILLEGAL_STATE', field: ['orderId'] }]);
    });

    it('given an order that is not delivered, or not theirs, then it is refused', async () => {
      const { id } = await delivered();
      const who = story.buyer();
      const unpaid = await story.order({ buyerId: who.identity.id });
      expect(await confirm(unpaid, who)).toMatchObject({ order: null, userErrors: [{ code: 'ILLEGAL_STATE' }] });
      expect(await confirm(id, who)).toMatchObject({ userErrors: [{ code: 'NOT_FOUND' }] });
      expect(await confirm(id, staff())).toMatchObject({ userErrors: [{ code: 'NOT_FOUND' }] });
      expect(await confirm('nothing', who)).toMatchObject({ userErrors: [{ code: 'INVALID_INPUT' }] });
    });

    it('given a week without objection, then it is confirmed by itself, and not before', async () => {
      const { id } = await delivered();
      story.house.clock.advance(6 * 86_400_000);
      await story.house.runJob('orders.confirm-receipt');
      expect(await story.status(id)).toBe('DELIVERED');
      story.house.clock.advance(86_400_000);
      await story.house.runJob('orders.confirm-receipt');
      expect(await story.status(id)).toBe('COMPLETED');
      await story.house.settle();
      expect(story.published(id).at(-1)).toMatchObject({ type: 'orders.order-completed.v1' });
    });
  });

  describe('cancelling', () => {
    const CANCEL =
      'mutation ($id: ID!, $reason: String) { cancelOrder(input: { orderId: $id, reason: $reason }) { order { id } userErrors { code field message } } }';
    const cancel = async (id: string, who: Who, reason?: string) =>
      (await story.ask(CANCEL, { id, reason }, who)).data.cancelOrder;

    it('given a paid order, then it is refused with a word on what to do', async () => {
      const who = story.buyer();
      const id = await story.order({ buyerId: who.identity.id });
      await story.paid(id);
      expect(await cancel(id, who)).toEqual({
        order: null,
        userErrors: [
          { code: 'ILLEGAL_STATE', field: ['orderId'], message: 'This order has been paid. Ask for a refund instead.' },
        ],
      });
    });

    it("given somebody else's order, an unknown one, no id or a novel for a reason, then it is refused", async () => {
      const who = story.buyer();
      const id = await story.order({ buyerId: who.identity.id });
      const codes = async (...args: Parameters<typeof cancel>) =>
        (await cancel(...args)).userErrors.map(({ code }: { code: string }) => code);
      expect(await codes(id, story.buyer())).toEqual(['NOT_FOUND']);
      expect(await codes(id, { ...who, tenant: 'other' })).toEqual(['NOT_FOUND']);
      expect(await codes(story.newOrderId(), who)).toEqual(['NOT_FOUND']);
      expect(await codes('x', who)).toEqual(['INVALID_INPUT']);
      expect(await codes(id, who, 'x'.repeat(501))).toEqual(['INVALID_INPUT']);
    });
  });
});
