import { newId } from '../../../platform/kernel/ids';
import { buyer, service, statementsOf } from '../../../test/story/house';
import { startStory, type Story } from './story';

let story: Story;
beforeAll(async () => void (story = await startStory()));
afterAll(() => story.stop());

const LIST = `query ($first: Int!, $after: String, $filter: PaymentFilter) { payments(first: $first, after: $after, filter: $filter) {
  totalCount pageInfo { hasNextPage endCursor }
  nodes { id status method amount { amount currencyCode } order { id } refunds { id status amount { amount currencyCode } } log { from to reason occurredAt } } } }`;
const ENTITIES = `query ($of: [_Any!]!) { _entities(representations: $of) {
  ... on Payment { id status } ... on Refund { id of: payment { id } } ... on Order { payment { id status } } } }`;

const list = async (variables: object, as = story.staff as object) =>
  story.house.execute('payments', LIST, { first: 10, ...variables }, as);
const entities = async (of: object[], as: object) =>
  (await story.house.execute('payments', ENTITIES, { of }, as)).data._entities;

describe('a payment', () => {
  it('is seen by its buyer and the staff, by nobody else and in no other shop', async () => {
    const { paymentId, buyer: who } = await story.order();
    expect(await story.read(paymentId, who)).toMatchObject({ id: paymentId });
    expect(await story.read(paymentId, story.staff)).toMatchObject({ id: paymentId });
    expect(await story.read(paymentId, buyer())).toBeNull();
    expect(await story.read(paymentId, { ...story.staff, tenant: 'other' })).toBeNull();
    expect(await story.read(newId('pay', new Date()))).toBeNull();
  });

  it('is not asked for by a guest, nor by an id of the wrong kind', async () => {
    const ask = (id: string, as = {}) =>
      story.house.execute('payments', 'query ($id: ID!) { payment(id: $id) { id } }', { id }, as);
    expect((await ask(newId('pay', new Date()))).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect((await ask('ord_1', buyer())).errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
  });

  it('is found from its order, and as an entity, by the same eyes', async () => {
    const { paymentId, orderId, buyer: who } = await story.paidOrder();
    const { refund } = await story.requestRefund(paymentId, '1', who);
    const of = [
      { __typename: 'Order', id: orderId },
      { __typename: 'Payment', id: paymentId },
      { __typename: 'Refund', id: refund.id },
      { __typename: 'Order', id: newId('ord', new Date()) },
    ];
    const seen = [
      { payment: { id: paymentId, status: 'SUCCEEDED' } },
      { id: paymentId, status: 'SUCCEEDED' },
      { id: refund.id, of: { id: paymentId } },
      { payment: null },
    ];
    expect(await entities(of, who)).toEqual(seen);
    expect(await entities(of, service('orders'))).toEqual(seen);
    expect(await entities(of, buyer())).toEqual([{ payment: null }, null, null, { payment: null }]);
  });
});

describe('the list of payments', () => {
  it('given three, pages from the newest on, without a gap', async () => {
    const ids: string[] = [];
    for (let count = 0; count < 3; count += 1) {
      story.house.clock.advance(1000);
      ids.unshift((await story.order()).paymentId);
    }
    const filter = { createdFrom: new Date(story.house.clock.now().getTime() - 2000).toISOString() };
    const first = (await list({ first: 2, filter })).data.payments;
    expect(first).toMatchObject({
      totalCount: 3,
      pageInfo: { hasNextPage: true },
      nodes: [{ id: ids[0] }, { id: ids[1] }],
    });
    const rest = (await list({ first: 2, after: first.pageInfo.endCursor, filter })).data.payments;
    expect(rest).toMatchObject({ pageInfo: { hasNextPage: false }, nodes: [{ id: ids[2] }] });
  });

  it('is narrowed by state, way of paying, time and order', async () => {
    const { paymentId, orderId } = await story.paidOrder();
    const found = async (filter: object) =>
      (await list({ filter: { orderId, ...filter } })).data.payments.nodes.map((node: { id: string }) => node.id);
    expect(await found({})).toEqual([paymentId]);
    expect(await found({ status: 'SUCCEEDED', method: 'SIMULATED' })).toEqual([paymentId]);
    expect(await found({ status: 'PENDING' })).toEqual([]);
    expect(await found({ createdTo: story.house.clock.now().toISOString() })).toEqual([]);
    expect(await found({ createdFrom: story.house.clock.now().toISOString() })).toEqual([paymentId]);
  });

  it('given a page of any length, takes a statement for the rows, their number, refunds and logs each', async () => {
    for (let count = 0; count < 5; count += 1) {
      const { paymentId, buyer: who } = await story.paidOrder();
      await story.requestRefund(paymentId, '1', who);
    }
    await story.house.settle();
    const statements = await statementsOf(story.house, async () => {
      const { nodes } = (await list({})).data.payments;
      expect(nodes.length).toBeGreaterThan(4);
    });
    expect(statements).toHaveLength(4);
  });

  it.each([0, -1, 101, 2147483647])('given first: %p, refuses', async (first) =>
    expect((await list({ first })).errors?.[0]?.extensions.code).toBe('INVALID_INPUT'),
  );

  it('given a cursor that was tampered with or made in another shop, or an order id that is none, refuses', async () => {
    await story.order();
    await story.order();
    const { endCursor } = (await list({ first: 1 })).data.payments.pageInfo;
    for (const [variables, as] of [
      [{ after: `x${endCursor}` }, story.staff],
      [{ after: '' }, story.staff],
      [{ after: endCursor }, { ...story.staff, tenant: 'other' }],
      [{ filter: { orderId: 'pay_1' } }, story.staff],
    ] as const) {
      expect((await list(variables, as)).errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
    }
  });

  it('is for the staff alone, as is the ledger', async () => {
    expect((await list({}, buyer())).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const { errors } = await story.house.execute('payments', '{ ledger { balanced } }', {}, buyer());
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('the list of refunds', () => {
  const refunds = async (variables: object, as: object = story.staff) =>
    story.house.execute(
      'payments',
      `query ($first: Int!, $after: String, $status: RefundStatus) { refunds(first: $first, after: $after, status: $status) {
        totalCount pageInfo { hasNextPage endCursor } nodes { id status payment { id } } } }`,
      { first: 10, ...variables },
      as,
    );

  it('given some wait for a decision, shows those that have waited longest first', async () => {
    const { refunds: before } = (await refunds({ first: 100, status: 'REQUESTED' })).data;
    const { paymentId, buyer: who } = await story.paidOrder();
    const waiting: string[] = [];
    for (const amount of ['1', '2', '3']) {
      story.house.clock.advance(1000);
      waiting.push((await story.requestRefund(paymentId, amount, who)).refund.id);
    }
    await story.reject(waiting[0]!);
    const after = before.pageInfo.endCursor;
    const { refunds: first } = (await refunds({ first: 1, status: 'REQUESTED', after })).data;
    expect(first).toMatchObject({
      totalCount: before.totalCount + 2,
      nodes: [{ id: waiting[1], payment: { id: paymentId } }],
    });
    const rest = await refunds({ first: 5, status: 'REQUESTED', after: first.pageInfo.endCursor });
    expect(rest.data.refunds.nodes).toMatchObject([{ id: waiting[2] }]);
  });

  it('is for the staff alone, and for its own cursors', async () => {
    expect((await refunds({}, buyer())).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await refunds({ after: 'x' })).errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
  });
});

describe('what only other rooms may do', () => {
  it.each(['createPayment', 'cancelPayment'])('given the staff, %s is refused', async (operation) => {
    const { orderId } = await story.order();
    const input =
      operation === 'cancelPayment'
        ? `{ orderId: "${orderId}", expired: false }`
        : `{ orderId: "${orderId}", buyerId: "b", amount: { amount: "1", currencyCode: "USD" }, method: SIMULATED, expiresAt: "2026-01-01T00:00:00Z" }`;
    const { errors } = await story.house.execute(
      'payments',
      `mutation { ${operation}(input: ${input}) { userErrors { code } } }`,
      {},
      story.staff,
    );
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
