import { staff } from '../../../test/story/house';
import { startStory, type Story, type Who } from './story';

const UPDATES = `subscription ($orderId: ID!, $after: String) {
  orderUpdated(orderId: $orderId, after: $after) { cursor kind occurredAt order { id status history { to } lines { quantity } } }
}`;
type Update = { cursor: string; kind: string; order: { status: string; history: { to: string }[] } };

describe('following an order', () => {
  let story: Story;
  beforeAll(async () => void (story = await startStory()));
  afterAll(() => story.house.stop());

  const follow = (orderId: string, who: Who, after?: string | null) =>
    story.house.subscribe('orders', UPDATES, { orderId, after }, who);
  async function read(
    stream: AsyncIterableIterator<{ data?: { orderUpdated: Update } | null; errors?: unknown }>,
    count: number,
  ) {
    const updates: Update[] = [];
    while (updates.length < count) {
      const { value } = await stream.next();
      if (!value.data) throw new Error(JSON.stringify(value.errors));
      updates.push(value.data.orderUpdated);
    }
    return updates;
  }
  const kinds = (updates: Update[]) => updates.map(({ kind }) => kind);
  async function followed() {
    const who = story.buyer();
    const orderId = await story.order({ buyerId: who.identity.id });
    return { who, orderId };
  }

  it('given a live subscription, then every change of the order, its payment and its shipment is pushed', async () => {
    const { who, orderId } = await followed();
    const stream = await follow(orderId, who);
    const updates = read(stream, 6);
    await story.declined(orderId);
    await story.paid(orderId);
    await story.parcelCreated(orderId);
    await story.dispatched(orderId);
    expect(kinds(await updates)).toEqual(['PAYMENT', 'PAYMENT', 'ORDER', 'SHIPMENT', 'SHIPMENT', 'ORDER']);
    expect((await updates).at(-1)?.order).toMatchObject({ status: 'SHIPPED', lines: [{ quantity: 2 }] });
    expect((await updates).at(-1)?.order.history.map(({ to }) => to)).toEqual(['PENDING_PAYMENT', 'PAID', 'SHIPPED']);
    await stream.return?.();
  });

  it('given no cursor, then what happened before is not pushed, and what happens before the first read is', async () => {
    const { who, orderId } = await followed();
    await story.declined(orderId);
    const stream = await follow(orderId, who);
    await story.paid(orderId);
    expect(kinds(await read(stream, 2))).toEqual(['PAYMENT', 'ORDER']);
    await stream.return?.();
  });

  it('given a cursor, then what was missed comes first, in order, then live ones, none lost and none twice', async () => {
    const { who, orderId } = await followed();
    const first = await follow(orderId, who);
    await story.paid(orderId);
    const [seen, next] = (await read(first, 2)) as [Update, Update];
    await first.return?.();
    await story.parcelCreated(orderId);
    const again = await follow(orderId, who, seen.cursor);
    const rest = read(again, 4);
    await story.dispatched(orderId);
    expect(kinds(await rest)).toEqual(['ORDER', 'SHIPMENT', 'SHIPMENT', 'ORDER']);
    expect((await rest)[0]?.cursor).toBe(next.cursor);
    expect(new Set((await rest).map(({ cursor }) => cursor)).size).toBe(4);
    await again.return?.();
  });

  it('given many changes at once, then each is pushed once', async () => {
    const { who, orderId } = await followed();
    const stream = await follow(orderId, who);
    const updates = read(stream, 20);
    await Promise.all(Array.from({ length: 20 }, () => story.declined(orderId)));
    expect(new Set((await updates).map(({ cursor }) => cursor)).size).toBe(20);
    await stream.return?.();
  });

  it('given nothing happens, when the client leaves, then the subscription ends', async () => {
    const { who, orderId } = await followed();
    const stream = await follow(orderId, who);
    const waiting = stream.next();
    await stream.return?.();
    expect((await waiting).done).toBe(true);
  });

  it('given a damaged cursor, or one of another order, then it is refused', async () => {
    const { who, orderId } = await followed();
    const other = await story.order({ buyerId: who.identity.id });
    const stream = await follow(other, who);
    await story.declined(other);
    const [update] = (await read(stream, 1)) as [Update];
    await stream.return?.();
    for (const after of [update.cursor, 'nonsense', '', 'W10.x', `${update.cursor}x`]) {
      await expect(follow(orderId, who, after)).rejects.toMatchObject({
        errors: [{ extensions: { code: 'INVALID_INPUT' } }],
      });
    }
  });

  it('given somebody else, a guest, an unknown order or another shop, then there is nothing to follow', async () => {
    const { who, orderId } = await followed();
    const code = async (id: string, as: Who) => {
      const refused = await follow(id, as).then(
        () => 'open',
        ({ errors }) => errors[0].extensions.code,
      );
      return refused;
    };
    expect(await code(orderId, story.buyer())).toBe('INVALID_INPUT');
    expect(await code(orderId, { ...who, tenant: 'other' })).toBe('INVALID_INPUT');
    expect(await code(story.newOrderId(), who)).toBe('INVALID_INPUT');
    expect(await code('ord_x', who)).toBe('INVALID_INPUT');
    expect(await code(orderId, {})).toBe('UNAUTHENTICATED');
    expect(await code(orderId, staff())).toBe('open');
  });
});
