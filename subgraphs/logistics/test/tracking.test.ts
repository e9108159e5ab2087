import { HOUR, MINUTE } from '../../../platform/kernel/clock';
import { buyer } from '../../../test/story/house';
import { startStory, ownStatementsOf, type Story } from './story';

let story: Story;
beforeAll(async () => void (story = await startStory()));
afterAll(() => story.stop());

const FIELDS = 'id status carrier { name } estimatedDeliveryAt events { status description location occurredAt }';
const PRIVATE = 'order { id } address { recipient } courier { name }';
const TRACK = `query ($number: String!) { shipmentByTrackingNumber(trackingNumber: $number) { ${FIELDS} ${PRIVATE} destination { city countryCode } } }`;
const guest = { identity: { kind: 'guest' } };
const track = async (number: string, as: object = guest) => {
  const answer = await story.ask(TRACK, { number }, as);
  return answer.errors ? answer : answer.data.shipmentByTrackingNumber;
};
const codes = (answers: { userErrors: { code: string }[] }[]) =>
  answers.flatMap(({ userErrors }) => userErrors.map(({ code }) => code));

describe('tracking', () => {
  it('tells whoever holds the number where the parcel is, and nothing about the buyer', async () => {
    const { number, shipment } = await story.dispatched();
    expect(await track(number)).toEqual({
      id: shipment.id,
      status: 'DISPATCHED',
      carrier: { name: 'Swift' },
      estimatedDeliveryAt: expect.any(String),
      events: [
        {
          status: 'DISPATCHED',
          description: 'Handed to Swift.',
          location: null,
          occurredAt: story.house.clock.now().toISOString(),
        },
      ],
      destination: { city: 'San Francisco', countryCode: 'US' },
      order: null,
      address: null,
      courier: null,
    });
    expect(await track(number, buyer())).toMatchObject({ order: null, address: null });
  });

  it('tells its buyer more', async () => {
    const { number, orderId, buyer: owner } = await story.dispatched();
    expect(await track(number, owner)).toMatchObject({
      order: { id: orderId },
      address: { recipient: 'Ada Lovelace' },
    });
  });

  it('takes two statements', async () => {
    const { number } = await story.dispatched();
    expect(await ownStatementsOf(story.house, () => track(number))).toHaveLength(2);
  });

  it('given a number of nobody or of another shop, is null', async () => {
    const { number } = await story.dispatched();
    expect(await track('222222222222222')).toBeNull();
    expect(await track(number, { ...guest, tenant: 'other' })).toBeNull();
  });

  it.each(['', 'nonsense', '🚚', 'x'.repeat(20_001), 'A\0B', "' or 1=1"])(
    'given "%.20s", refuses with INVALID_INPUT',
    async (number) => {
      expect((await track(number)).errors[0].extensions.code).toBe('INVALID_INPUT');
    },
  );
});

describe('scans', () => {
  it('move the shipment forward, over stages that no scan told of', async () => {
    const { number } = await story.dispatched();
    story.house.clock.advance(HOUR);
    expect(await story.scan(number, 'OUT_FOR_DELIVERY', { location: ' Oakland 🚚 ' })).toMatchObject({
      shipment: {
        status: 'OUT_FOR_DELIVERY',
        events: [{ status: 'DISPATCHED' }, { status: 'OUT_FOR_DELIVERY', location: 'Oakland 🚚' }],
      },
      userErrors: [],
    });
    story.house.clock.advance(HOUR);
    const { shipment } = await story.scan(number, 'DELIVERED');
    expect(shipment).toMatchObject({ status: 'DELIVERED', deliveredAt: story.house.clock.now().toISOString() });
  });

  it('may tell of the same stage at another time', async () => {
    const { number } = await story.dispatched();
    await story.scan(number, 'IN_TRANSIT');
    story.house.clock.advance(HOUR);
    expect((await story.scan(number, 'IN_TRANSIT')).shipment.events).toHaveLength(3);
  });

  it.each([
    ['IN_TRANSIT', 'DISPATCHED'],
    ['OUT_FOR_DELIVERY', 'IN_TRANSIT'],
    ['DELIVERED', 'OUT_FOR_DELIVERY'],
    ['DELIVERED', 'RETURNED'],
    ['RETURNED', 'DELIVERED'],
    ['DELIVERED', 'PENDING'],
  ])('given a shipment that is %s, refuse %s with ILLEGAL_STATE and keep nothing', async (status, back) => {
    const { number } = await story.dispatched();
    await story.scan(number, status);
    story.house.clock.advance(HOUR);
    expect(await story.scan(number, back)).toMatchObject({
      shipment: null,
      userErrors: [{ code: 'ILLEGAL_STATE', field: ['status'] }],
    });
    expect(await track(number)).toMatchObject({ status, events: [{ status: 'DISPATCHED' }, { status }] });
  });

  it('given ten of the same at once, record one', async () => {
    const { number } = await story.dispatched();
    const occurredAt = story.house.clock.now().toISOString();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => story.scan(number, 'IN_TRANSIT', { occurredAt })),
    );
    expect(codes(answers)).toEqual([]);
    expect((await track(number)).events).toHaveLength(2);
  });

  it('given one that is recorded already, answer as if it were new, also after the delivery', async () => {
    const { number } = await story.dispatched();
    const occurredAt = story.house.clock.now().toISOString();
    await story.scan(number, 'IN_TRANSIT', { occurredAt });
    await story.scan(number, 'DELIVERED');
    expect(await story.scan(number, 'IN_TRANSIT', { occurredAt })).toMatchObject({
      shipment: { status: 'DELIVERED' },
      userErrors: [],
    });
    expect((await track(number)).events).toHaveLength(3);
  });

  it('given a delivery and a return at once, keep one', async () => {
    const { number } = await story.dispatched();
    const answers = await Promise.all([story.scan(number, 'DELIVERED'), story.scan(number, 'RETURNED')]);
    expect(codes(answers)).toEqual(['ILLEGAL_STATE']);
    const { status, events } = await track(number);
    expect(events.at(-1).status).toBe(status);
    expect(events).toHaveLength(2);
  });

  it('given all stages at once, end delivered with every recorded scan in order', async () => {
    const { number } = await story.dispatched();
    await Promise.all(
      ['DELIVERED', 'IN_TRANSIT', 'OUT_FOR_DELIVERY', 'IN_TRANSIT'].map((status) => story.scan(number, status)),
    );
    expect((await track(number)).status).toBe('DELIVERED');
  });

  it.each([
    { description: '' },
    { description: ' ' },
    { description: 'x'.repeat(501) },
    { location: 'x'.repeat(201) },
    { occurredAt: '2099-01-01T00:00:00Z' },
    { occurredAt: '1900-01-01T00:00:00Z' },
    { trackingNumber: 'no' },
    { trackingNumber: '🚚' },
  ])('given %j, refuse with INVALID_INPUT', async (wrong) => {
    const { number } = await story.dispatched();
    expect((await story.scan(number, 'IN_TRANSIT', wrong)).userErrors).toMatchObject([
      { code: 'INVALID_INPUT', field: Object.keys(wrong) },
    ]);
  });

  it('given a carrier whose clock is a little ahead, are taken', async () => {
    const { number } = await story.dispatched();
    const occurredAt = new Date(story.house.clock.now().getTime() + MINUTE).toISOString();
    expect((await story.scan(number, 'IN_TRANSIT', { occurredAt })).userErrors).toEqual([]);
  });

  it('given an unknown number or another shop, refuse with NOT_FOUND', async () => {
    const { number } = await story.dispatched();
    expect((await story.scan('222222222222222', 'IN_TRANSIT')).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    const input = { trackingNumber: number, status: 'DELIVERED', description: 'x' };
    const answer = await story.act('recordTrackingEvent', input, { ...story.clerk, tenant: 'other' });
    expect(answer.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
  });

  it('given a buyer, are forbidden', async () => {
    const { number, buyer: owner } = await story.dispatched();
    const answer = await story.act(
      'recordTrackingEvent',
      { trackingNumber: number, status: 'DELIVERED', description: 'x' },
      owner,
    );
    expect(answer.errors[0].extensions.code).toBe('FORBIDDEN');
  });
});

describe('a live shipment', () => {
  const LIVE = `subscription ($number: String!) { shipmentUpdated(trackingNumber: $number) { id status events { status description location occurredAt } order { id } } }`;
  const follow = (number: string, as: object = {}) => story.house.subscribe('logistics', LIVE, { number }, as);

  it('given a guest with the number, is pushed as it is and on every scan, with all its scans', async () => {
    const { number } = await story.dispatched();
    const stream = await follow(number.toLowerCase());
    const pushed = async () => (await stream.next()).value.data.shipmentUpdated;
    expect(await pushed()).toMatchObject({ status: 'DISPATCHED', order: null });
    for (const status of ['IN_TRANSIT', 'OUT_FOR_DELIVERY', 'DELIVERED']) {
      const next = pushed();
      await story.scan(number, status);
      const update = await next;
      expect([update.status, update.events.at(-1).status]).toEqual([status, status]);
    }
    await stream.return?.();
  });

  it('given a refused scan or one recorded twice, pushes nothing', async () => {
    const { number } = await story.dispatched();
    const stream = await follow(number);
    await stream.next();
    const next = stream.next();
    await story.scan(number, 'PENDING');
    await story.scan(number, 'RETURNED');
    expect((await next).value.data.shipmentUpdated.status).toBe('RETURNED');
    await stream.return?.();
  });

  it('given an unknown or malformed number, or one of another shop, is refused', async () => {
    const { number } = await story.dispatched();
    await expect(follow('222222222222222')).rejects.toThrow('refused');
    await expect(follow('no')).rejects.toThrow('refused');
    await expect(follow(number, { tenant: 'other' })).rejects.toThrow('refused');
  });
});
