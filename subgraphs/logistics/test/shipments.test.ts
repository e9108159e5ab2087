import { DAY, HOUR } from '../../../platform/kernel/clock';
import { newId } from '../../../platform/kernel/ids';
import { buyer, service } from '../../../test/story/house';
import { shopIn, startStory, ownStatementsOf, type Story } from './story';

let story: Story;
beforeAll(async () => void (story = await startStory()));
afterAll(() => story.stop());

const LIST = `query ($first: Int!, $after: String, $filter: ShipmentFilter) { shipments(first: $first, after: $after, filter: $filter) {
  totalCount pageInfo { hasNextPage endCursor }
  nodes { id status trackingNumber order { id } carrier { id code name } courier { id name phone } events { status occurredAt } } } }`;
const list = (variables: object = {}, as?: object) => story.ask(LIST, { first: 10, ...variables }, as);
const ORDER = `query ($orders: [_Any!]!) { _entities(representations: $orders) { ... on Order { shipments {
  id status trackingNumber carrier { name } service { code } estimatedDeliveryAt weightGrams
  address { recipient line1 city countryCode } destination { city countryCode } courier { name } order { id } events { status description location occurredAt } } } } }`;
const shipmentsOf = async (orderId: string, as?: object) =>
  (await story.ask(ORDER, { orders: [{ __typename: 'Order', id: orderId }] }, as)).data._entities[0].shipments;
const courierOf = async (carrierId: string) =>
  (await story.act('createCourier', { carrierId, name: 'Kim', phone: '+1 555 0199' })).courier;

describe('a paid order', () => {
  it('gets its shipment, once, however often it is heard of', async () => {
    const { orderId, buyer: owner } = await story.paidOrder();
    await story.paidOrder({ orderId });
    const shipments = await shipmentsOf(orderId, owner);
    expect(shipments).toEqual([
      expect.objectContaining({
        status: 'PENDING',
        trackingNumber: null,
        carrier: { name: 'Swift' },
        service: { code: 'standard' },
        weightGrams: 400,
        events: [],
        order: { id: orderId },
        address: { recipient: 'Ada Lovelace', line1: '1 Market Street', city: 'San Francisco', countryCode: 'US' },
        estimatedDeliveryAt: new Date(story.house.clock.now().getTime() + 5 * DAY).toISOString(),
      }),
    ]);
  });

  it('given its service is not known any more, is sent by another one', async () => {
    const { shipment } = await story.paidOrder({ serviceId: newId('svc', new Date()) });
    expect(shipment.status).toBe('PENDING');
  });

  it('shows its shipment to its buyer, the staff and other rooms, and to nobody else', async () => {
    const { orderId, buyer: owner } = await story.paidOrder();
    expect(await shipmentsOf(orderId, owner)).toHaveLength(1);
    expect(await shipmentsOf(orderId, story.clerk)).toHaveLength(1);
    expect(await shipmentsOf(orderId, service('orders'))).toHaveLength(1);
    expect(await shipmentsOf(orderId, buyer())).toEqual([]);
    expect(await shipmentsOf(orderId, { identity: { kind: 'guest' } })).toEqual([]);
    expect(await shipmentsOf(orderId, { ...story.clerk, tenant: 'other' })).toEqual([]);
  });
});

describe('a refunded order', () => {
  it('given its shipment has not left, recalls it', async () => {
    const { orderId, buyer: owner, shipment } = await story.paidOrder();
    await story.refund(orderId);
    expect((await shipmentsOf(orderId, owner))[0]).toMatchObject({
      status: 'RETURNED',
      events: [{ status: 'RETURNED' }],
    });
    const answer = await story.act('dispatchShipment', { shipmentId: shipment.id });
    expect(answer).toMatchObject({ shipment: null, userErrors: [{ code: 'ILLEGAL_STATE' }] });
    expect(await story.recalled(orderId)).toEqual([{ orderId, shipmentId: shipment.id }]);
  });

  it('given its shipment has left, lets it go', async () => {
    const { orderId, buyer: owner } = await story.dispatched();
    await story.refund(orderId);
    expect((await shipmentsOf(orderId, owner))[0].status).toBe('DISPATCHED');
    expect(await story.recalled(orderId)).toEqual([]);
  });
});

describe('dispatching', () => {
  it('gives a tracking number, a courier and a new estimate', async () => {
    const { orderId, buyer: owner, shipment } = await story.paidOrder();
    story.house.clock.advance(HOUR);
    const courier = await courierOf(story.carrier.id);
    const answer = await story.act('dispatchShipment', { shipmentId: shipment.id, courierId: courier.id });
    expect(answer).toMatchObject({
      shipment: {
        status: 'DISPATCHED',
        trackingNumber: expect.stringMatching(/^[2-9A-Z]{15}$/),
        courier: { name: 'Kim' },
      },
      userErrors: [],
    });
    expect((await shipmentsOf(orderId, owner))[0]).toMatchObject({
      courier: { name: 'Kim' },
      estimatedDeliveryAt: new Date(story.house.clock.now().getTime() + 5 * DAY).toISOString(),
      events: [{ status: 'DISPATCHED', description: 'Handed to Swift.', location: null }],
    });
  });

  it('given five at once, dispatches once', async () => {
    const { shipment } = await story.paidOrder();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => story.act('dispatchShipment', { shipmentId: shipment.id })),
    );
    expect(answers.filter((answer) => answer.shipment)).toHaveLength(1);
    expect(answers.flatMap((answer) => answer.userErrors.map(({ code }: { code: string }) => code))).toEqual(
      Array(4).fill('ILLEGAL_STATE'),
    );
  });

  it('given a refund at the same time, is either on its way or recalled', async () => {
    const { orderId, buyer: owner, shipment } = await story.paidOrder();
    const [answer] = await Promise.all([
      story.act('dispatchShipment', { shipmentId: shipment.id }),
      story.refund(orderId),
    ]);
    const [now] = await shipmentsOf(orderId, owner);
    expect(now.status).toBe(answer.shipment ? 'DISPATCHED' : 'RETURNED');
    expect(now.events).toHaveLength(1);
  });

  it('given an unknown shipment or courier, refuses with NOT_FOUND', async () => {
    const { shipment } = await story.paidOrder();
    const unknown = await story.act('dispatchShipment', { shipmentId: newId('shp', new Date()) });
    expect(unknown).toEqual({
      shipment: null,
      userErrors: [{ code: 'NOT_FOUND', field: ['shipmentId'], message: expect.any(String) }],
    });
    const courierless = await story.act('dispatchShipment', {
      shipmentId: shipment.id,
      courierId: newId('cou', new Date()),
    });
    expect(courierless.userErrors).toMatchObject([{ code: 'NOT_FOUND', field: ['courierId'] }]);
  });

  it('given a courier of another carrier, refuses with INVALID_INPUT', async () => {
    const { carrier } = await story.act('createCarrier', { code: 'snail', name: 'Snail' });
    const courier = await courierOf(carrier.id);
    const { shipment } = await story.paidOrder();
    const answer = await story.act('dispatchShipment', { shipmentId: shipment.id, courierId: courier.id });
    expect(answer.userErrors).toMatchObject([{ code: 'INVALID_INPUT', field: ['courierId'] }]);
  });

  it.each(['', 'shp_1', '🚚', 'ord_01arz3ndektsv4rrffq69g5fav'])(
    'given the id "%s", refuses with INVALID_INPUT',
    async (shipmentId) => {
      expect((await story.act('dispatchShipment', { shipmentId })).userErrors).toMatchObject([
        { code: 'INVALID_INPUT', field: ['shipmentId'] },
      ]);
    },
  );

  it('given another shop, finds nothing', async () => {
    const { shipment } = await story.paidOrder();
    const answer = await story.act(
      'dispatchShipment',
      { shipmentId: shipment.id },
      { ...story.clerk, tenant: 'other' },
    );
    expect(answer.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
  });

  it('given a buyer, is forbidden', async () => {
    const { shipment, buyer: owner } = await story.paidOrder();
    const answer = await story.act('dispatchShipment', { shipmentId: shipment.id }, owner);
    expect(answer.errors[0].extensions.code).toBe('FORBIDDEN');
  });
});

describe('the list of shipments', () => {
  it('pages through all of them, newest first, in three statements a page', async () => {
    for (let made = 0; made < 3; made++) {
      story.house.clock.advance(1000);
      await story.paidOrder();
    }
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const statements = await ownStatementsOf(story.house, async () => {
        const { shipments } = (await list({ first: 4, after })).data;
        seen.push(...shipments.nodes.map((node: { id: string }) => node.id));
        after = shipments.pageInfo.hasNextPage ? shipments.pageInfo.endCursor : null;
      });
      expect(statements.length).toBeLessThanOrEqual(3);
    } while (after !== null);
    const { totalCount } = (await list()).data.shipments;
    expect(new Set(seen).size).toBe(totalCount);
    expect(seen).toEqual(seen.toSorted().toReversed());
  });

  it('is narrowed by state, carrier, order, number and time', async () => {
    const { orderId, number, shipment } = await story.dispatched();
    const ids = async (filter: object) =>
      (await list({ first: 100, filter })).data.shipments.nodes.map((node: { id: string }) => node.id);
    expect(await ids({ orderId })).toEqual([shipment.id]);
    expect(await ids({ trackingNumber: number.toLowerCase() })).toEqual([shipment.id]);
    expect(await ids({ status: 'DISPATCHED', carrierId: story.carrier.id })).toContain(shipment.id);
    expect(await ids({ status: 'PENDING' })).not.toContain(shipment.id);
    const now = story.house.clock.now();
    expect(await ids({ createdFrom: now.toISOString() })).toContain(shipment.id);
    expect(await ids({ createdTo: now.toISOString() })).not.toContain(shipment.id);
  });

  it.each([
    { first: 0 },
    { first: -1 },
    { first: 101 },
    { first: 2147483647 },
    { after: 'garbage' },
    { after: '' },
    { filter: { orderId: '1' } },
    { filter: { carrierId: '🚚' } },
    { filter: { trackingNumber: 'no' } },
    { filter: { createdFrom: '1900-01-01T00:00:00Z' } },
    { filter: { createdTo: '2999-12-31T23:59:59Z' } },
  ])('given %j, refuses with INVALID_INPUT', async (variables) => {
    expect((await list(variables)).errors?.[0]?.extensions?.code).toBe('INVALID_INPUT');
  });

  it('given no staff, is refused', async () => {
    expect((await list({}, buyer())).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    expect((await list({}, { identity: { kind: 'guest' } })).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  });

  it('given two shops, shows each its own', async () => {
    const other = await shopIn(story.house, 'other');
    const { shipment } = await other.paidOrder();
    const ids = async (as: object) =>
      (await list({ first: 100 }, as)).data.shipments.nodes.map((node: { id: string }) => node.id);
    expect(await ids(other.clerk)).toEqual([shipment.id]);
    expect(await ids(story.clerk)).not.toContain(shipment.id);
  });
});
