import type { TestAgora } from '../../story/agora';
import { codes, usd, type Shop } from '../../story/shop';
import { openTheme } from './theme';

let agora: TestAgora;
let shop: Shop;
const { ask, act, close, opened } = openTheme('backOffice');
beforeAll(() => void ({ agora, shop } = opened()));

describe('the back office', () => {
  it('CreateProduct puts goods on the shelf, and AdjustStock refuses a stale count', async () => {
    const variant = { sku: 'DESK-1', price: usd('99.90'), stock: 3 };
    const input = { slug: 'desk', name: 'Desk', categorySlug: 'things', variants: [variant] };
    const { product } = await act(shop.clerk, 'CreateProduct', { input });
    expect(product).toMatchObject({ slug: 'desk', variants: [{ sku: 'DESK-1', available: 3 }] });
    const change = { variantId: product.variants[0].id, delta: 2, reason: 'Came in' };
    const adjust = (expectedOnHand: number) =>
      act(shop.clerk, 'AdjustStock', { ...change, expectedOnHand, idempotencyKey: shop.unique('adjust') });
    expect((await adjust(3)).variant.stock).toEqual({ onHand: 5, reserved: 0, available: 5, sold: 0 });
    expect(codes(await adjust(3))).toEqual(['STALE']);
  });

  it('lists orders, payments, shipments and carriers with what belongs to them', async () => {
    const ada = await shop.buyer();
    const order = await shop.order(ada, [await shop.goods(), 1]);
    await shop.pay(ada, order);
    await agora.rest();
    const filter = { number: order.number };
    const { orders } = await ask(shop.clerk, 'Orders', { first: 20, filter });
    expect(orders).toMatchObject({
      totalCount: 1,
      nodes: [{ buyer: { email: ada.email }, payment: { status: 'SUCCEEDED' }, shipments: [{ status: 'PENDING' }] }],
    });
    const { payments } = await ask(shop.clerk, 'Payments', { first: 20, filter: { orderId: order.id } });
    expect(payments.nodes).toMatchObject([{ order: { number: order.number }, log: [{ to: 'PENDING' }, {}] }]);
    const { shipments } = await ask(shop.clerk, 'Shipments', { first: 20, filter: { orderId: order.id } });
    expect(shipments.nodes).toMatchObject([{ order: { number: order.number }, carrier: { code: 'swift' } }]);
    const { carriers } = await ask(shop.clerk, 'Carriers');
    expect(carriers).toMatchObject([{ code: 'swift', services: [{ code: 'standard', minDays: 2, maxDays: 4 }] }]);
  });

  it('agrees to one refund and not to another; without an amount, all that is left is asked for', async () => {
    const ada = await shop.buyer();
    const order = await shop.order(ada, [await shop.goods(), 1]);
    await shop.pay(ada, order);
    await agora.rest();
    const wish = (amount: object | null) =>
      act(ada, 'RequestRefund', {
        paymentId: order.paymentId,
        reason: 'It does not fit.',
        idempotencyKey: shop.unique('refund'),
        amount,
      });
    const { refund: small } = await wish(usd('4.00'));
    expect(small).toMatchObject({ status: 'REQUESTED', amount: usd('4.00') });
    const { refund: approved } = await act(shop.clerk, 'ApproveRefund', { refundId: small.id });
    expect(approved.status).toBe('SUCCEEDED');
    const { refund: rest } = await wish(null);
    expect(rest.amount).toEqual(usd('11.00'));
    const reason = 'It was worn.';
    expect((await act(shop.clerk, 'RejectRefund', { refundId: rest.id, reason })).refund.status).toBe('REJECTED');
    const { ledger } = await ask(shop.clerk, 'Ledger');
    expect(ledger.balanced).toBe(true);
    expect(ledger.accounts).toContainEqual(expect.objectContaining({ code: 'cash' }));
  });

  it('SimulateDelivery plays the rest of the journey', async () => {
    const ada = await shop.buyer();
    const order = await shop.order(ada, [await shop.goods(), 1]);
    await shop.pay(ada, order);
    await agora.rest();
    await shop.dispatch(order);
    const { id: shipmentId } = await shop.shipmentOf(order);
    await act(shop.clerk, 'SimulateDelivery', { shipmentId, intervalMs: 1 });
    const { events, status } = await shop.shipmentOf(order);
    expect(status).toBe('DELIVERED');
    const scanned = events.map((each: { status: string }) => each.status);
    expect(scanned).toEqual(['DISPATCHED', 'IN_TRANSIT', 'OUT_FOR_DELIVERY', 'DELIVERED']);
  });
});

close();
