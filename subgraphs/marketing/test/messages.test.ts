import {
  OrderCancelled,
  OrderDelivered,
  OrderPaid,
  OrderPlaced,
  OrderRefunded,
  OrderShipped,
} from '../../../platform/contracts/orders';
import { RefundSucceeded } from '../../../platform/contracts/payments';
import { UserSignedUp } from '../../../platform/contracts/users';
import { buyer, staff } from '../../../test/story/house';
import { idOf, orderId, startStory, stop, type Story } from './story';

describe('the message centre', () => {
  let story: Story;
  beforeAll(async () => void (story = await startStory()));
  afterAll(() => stop(story));

  const CENTRE =
    'notifications(first: 10) { unreadCount totalCount nodes { id kind title body readAt createdAt order { id } } }';
  const centre = async (who: object, userId = idOf(who), selection = CENTRE) =>
    (await story.entities('User', [userId], selection, who))[0].notifications;
  const signUp = (who: object, tenant = 'demo') =>
    story.house.publish(UserSignedUp, { userId: idOf(who), displayName: 'Ada' }, tenant);
  const fact = (who: object, order = orderId()) => ({ orderId: order, number: '1001', buyerId: idOf(who) });
  const placed = (who: object, order = orderId()) =>
    story.house.publish(OrderPlaced, { ...fact(who, order), currencyCode: 'USD', totalMinor: 1999, lines: [] });
  const read = (input: object, who: object) => story.mutate('markNotificationsRead', input, 'unreadCount', who);

  it('tells the story of an order, newest first, in 2 statements', async () => {
    const who = buyer();
    const order = fact(who);
    const address = {
      recipient: 'Ada',
      phone: null,
      line1: 'x',
      line2: null,
      city: 'x',
      region: null,
      postalCode: 'x',
      countryCode: 'US',
    };
    const shipping = { address, serviceId: 'svc', priceMinor: 0, weightGrams: 1 };
    await placed(who, order.orderId);
    await story.house.publish(OrderPaid, {
      ...order,
      paymentId: 'pay',
      currencyCode: 'USD',
      totalMinor: 1999,
      lines: [],
      shipping,
    });
    await story.house.publish(OrderShipped, { ...order, shipmentId: 'shp', trackingNumber: 'T1' });
    await story.house.publish(OrderDelivered, { ...order, lines: [] });
    await story.house.publish(RefundSucceeded, {
      paymentId: 'pay',
      orderId: order.orderId,
      amountMinor: 500,
      currencyCode: 'USD',
      refundId: 'ref',
      refundedMinor: 500,
      full: false,
      buyerId: order.buyerId,
    });
    await story.house.publish(OrderRefunded, { ...order, lines: [], restock: false });
    const statements = await story.statements(async () => {
      const { unreadCount, nodes } = await centre(who, idOf(who), CENTRE.replace('totalCount', ''));
      expect(unreadCount).toBe(6);
      expect(nodes.map((node: { kind: string }) => node.kind)).toEqual([
        'ORDER_REFUNDED',
        'REFUND_SUCCEEDED',
        'ORDER_DELIVERED',
        'ORDER_SHIPPED',
        'ORDER_PAID',
        'ORDER_PLACED',
      ]);
      expect(nodes[1]).toMatchObject({ title: '$5.00 paid back', readAt: null, order: { id: order.orderId } });
      expect(nodes[5].body).toContain('$19.99');
    });
    expect(statements).toHaveLength(2);
  });

  it('given a cancelled order, then the buyer is told', async () => {
    const who = buyer();
    await story.house.publish(OrderCancelled, { ...fact(who), reason: 'changed my mind' });
    expect((await centre(who)).nodes[0].title).toBe('Order 1001 cancelled');
  });

  it('given a fact that is published twice, then it is told once', async () => {
    const who = buyer();
    const order = orderId();
    await placed(who, order);
    await placed(who, order);
    expect(await centre(who)).toMatchObject({ unreadCount: 1, totalCount: 1 });
  });

  it('given a new account, then it is welcomed and gets every automatic coupon that runs, once', async () => {
    const coupons = [
      await story.coupon({ name: 'Welcome', issue: 'AUTO' }),
      await story.coupon({ name: 'More', issue: 'AUTO' }),
    ];
    await story.coupon({ name: 'Later', issue: 'AUTO', startsAt: '2030-01-01T00:00:00Z' });
    const who = buyer();
    await signUp(who);
    await signUp(who);
    const selection = 'coupons(first: 10) { nodes { coupon { id } } }';
    const [user] = await story.entities('User', [idOf(who)], selection, who);
    expect(user.coupons.nodes.map((node: { coupon: { id: string } }) => node.coupon.id).toSorted()).toEqual(
      coupons.toSorted(),
    );
    expect((await centre(who)).nodes).toMatchObject([{ kind: 'WELCOME', title: 'Welcome, Ada!', order: null }]);
  });

  it('given automatic coupons that have run out, then later accounts are welcomed without', async () => {
    await story.coupon({ issue: 'AUTO', total: 1 }, { ...staff(), tenant: 'other' });
    const [first, second] = [
      { ...buyer(), tenant: 'other' },
      { ...buyer(), tenant: 'other' },
    ];
    await signUp(first, 'other');
    await signUp(second, 'other');
    const count = async (who: object) =>
      (await story.entities('User', [idOf(who)], 'coupons(first: 1) { totalCount }', who))[0].coupons.totalCount;
    expect([await count(first), await count(second)]).toEqual([1, 0]);
    expect((await centre(second)).unreadCount).toBe(1);
  });

  it('given some read and then all, then the unread count follows, and the time of reading stays the first', async () => {
    const who = buyer();
    for (let order = 0; order < 3; order++) await placed(who);
    const [newest] = (await centre(who)).nodes;
    expect((await read({ ids: [newest.id] }, who)).unreadCount).toBe(2);
    story.house.clock.advance(1000);
    expect((await read({ ids: [newest.id, newest.id] }, who)).unreadCount).toBe(2);
    expect((await centre(who)).nodes[0].readAt).toBe(newest.createdAt);
    expect((await read({ all: true }, who)).unreadCount).toBe(0);
  });

  it.each([
    ['nothing', {}, 'INVALID_INPUT'],
    ['both', { all: true, ids: [] }, 'INVALID_INPUT'],
    ['an empty list', { ids: [] }, 'INVALID_INPUT'],
    ['a malformed id', { ids: ['nonsense'] }, 'INVALID_INPUT'],
    [
      'too many',
      {
        ids: Array(101)
          .fill('ntf_01h00000000000000000000000')
          .map((id, i) => id.slice(0, -3) + String(i).padStart(3, '0')),
      },
      'INVALID_INPUT',
    ],
    ['an unknown one', { ids: ['ntf_01h00000000000000000000000'] }, 'NOT_FOUND'],
  ])('given %s to mark as read, then it is refused', async (_what, input, code) => {
    expect(await story.refuses(read(input, buyer()))).toEqual([code]);
  });

  it("given another's notification among one's own, then none is marked", async () => {
    const [who, stranger] = [buyer(), buyer()];
    await placed(who);
    await placed(stranger);
    const [mine] = (await centre(who)).nodes;
    const [theirs] = (await centre(stranger)).nodes;
    expect(await story.refuses(read({ ids: [mine.id, theirs.id] }, who))).toEqual(['NOT_FOUND']);
    expect([(await centre(who)).unreadCount, (await centre(stranger)).unreadCount]).toEqual([1, 1]);
  });

  it("given another's message centre, then buyers do not see it and staff do", async () => {
    const who = buyer();
    await placed(who);
    expect(await centre(buyer(), idOf(who))).toBeNull();
    expect(await centre(staff(), idOf(who))).toMatchObject({ unreadCount: 1 });
    expect(await centre({ ...staff(), tenant: 'other' }, idOf(who))).toMatchObject({ unreadCount: 0, nodes: [] });
  });

  it('given staff who look at many users, then it takes no more statements than one', async () => {
    const users = [buyer(), buyer(), buyer()];
    for (const who of users) await placed(who);
    const selection = 'notifications(first: 1) { unreadCount nodes { id } } coupons(first: 1) { nodes { id } }';
    const statements = await story.statements(async () => {
      for (const user of await story.entities('User', users.map(idOf), selection, staff()))
        expect(user.notifications.nodes).toHaveLength(1);
    });
    expect(statements).toHaveLength(3);
  });

  it('given pages, then every notification comes once and in order', async () => {
    const who = buyer();
    for (let order = 0; order < 5; order++) await placed(who);
    const ids: string[] = [];
    let after: string | null = null;
    do {
      const page = await centre(
        who,
        idOf(who),
        `notifications(first: 2${after ? `, after: "${after}"` : ''}) { nodes { id } pageInfo { hasNextPage endCursor } }`,
      );
      ids.push(...page.nodes.map((node: { id: string }) => node.id));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(new Set(ids).size).toBe(5);
    expect(ids).toEqual((await centre(who)).nodes.map((node: { id: string }) => node.id));
  });

  describe('live', () => {
    const LIVE = 'subscription { notificationReceived { id title body createdAt } }';
    const watch = (who: object) => story.house.subscribe('marketing', LIVE, {}, who);
    const next = async (stream: AsyncIterator<{ data?: unknown }>) =>
      (await stream.next()).value.data.notificationReceived;

    it('pushes what comes from now on, in order, and nothing from before', async () => {
      const who = buyer();
      await signUp(who);
      const stream = await watch(who);
      await placed(who);
      await story.house.publish(OrderCancelled, { ...fact(who), reason: 'x' });
      expect([(await next(stream)).title, (await next(stream)).title]).toEqual([
        'Order 1001 placed',
        'Order 1001 cancelled',
      ]);
      await stream.return?.();
    });

    it('given notifications that come at once, then each is pushed once', async () => {
      const who = buyer();
      const stream = await watch(who);
      await Promise.all(Array.from({ length: 20 }, () => placed(who)));
      const ids = [];
      for (let count = 0; count < 20; count++) ids.push((await next(stream)).id);
      expect(new Set(ids).size).toBe(20);
      await stream.return?.();
    });

    it('keeps to the user and to the shop', async () => {
      const who = buyer();
      const [mine, elsewhere] = [await watch(who), await watch({ ...who, tenant: 'other' })];
      await placed(buyer());
      await placed(who);
      await signUp(who, 'other');
      expect((await next(mine)).title).toBe('Order 1001 placed');
      expect((await next(elsewhere)).title).toBe('Welcome, Ada!');
      await Promise.all([mine.return?.(), elsewhere.return?.()]);
    });

    it('given a client that leaves while it waits, then its stream ends', async () => {
      const stream = await watch(buyer());
      const waiting = stream.next();
      await stream.return?.();
      expect((await waiting).done).toBe(true);
    });

    it('given a guest, then they are to sign in', async () => {
      await expect(watch({})).rejects.toThrow('refused');
    });
  });
});
