import { Client } from 'pg';
import { startTestAgora, type TestAgora } from '../story/agora';
import { auditOf } from '../story/audit';
import type { Person } from '../story/people';
import { startStory, usd, type Shop } from '../story/shop';

let agora: TestAgora;
let shop: Shop;
beforeAll(async () => {
  agora = await startTestAgora();
  shop = await startStory(agora);
});
afterAll(() => agora.stop());

const ROOMS = ['users', 'catalog', 'orders', 'payments', 'logistics', 'marketing', 'search'];
const chains = async () => (await Promise.all(ROOMS.map((room) => auditOf(agora.databaseUrl, room)))).flat();

/** What the chains tell of `work`: who did what. */
async function told(work: () => Promise<unknown>): Promise<[actor: string, action: string][]> {
  const before = new Set((await chains()).map((entry) => JSON.stringify(entry)));
  await work();
  await agora.rest();
  const since = (await chains()).filter((entry) => !before.has(JSON.stringify(entry)));
  return since.map(({ actor, action }) => [actor, action]);
}

async function paidOrder(buyer: Person) {
  const order = await shop.order(buyer, [await shop.goods(), 1]);
  await shop.pay(buyer, order);
  await agora.rest();
  return order;
}

describe('the audit chains', () => {
  it('tell nothing of a buyer who buys', async () => {
    const ada = await shop.buyer();
    const lamp = await shop.goods();
    expect(await told(async () => shop.pay(ada, await shop.order(ada, [lamp, 1])))).toEqual([]);
  });

  it('tell which of the staff moved stock, agreed to a refund, and called off the order of somebody else', async () => {
    const [ada, { clerk }] = [await shop.buyer(), shop];
    const lamp = await shop.goods();
    const { paymentId } = await paidOrder(ada);
    const open = await shop.order(ada, [lamp, 1]);
    const entries = await told(async () => {
      const stock = { variantId: lamp.variantId, delta: 1, reason: 'Found', idempotencyKey: shop.unique('stock') };
      await clerk.act('AdjustStock', stock);
      const reason = 'It does not fit.';
      const wish = { paymentId, reason, amount: usd('1.00'), idempotencyKey: shop.unique('refund') };
      const { refund } = await ada.act('RequestRefund', wish);
      await clerk.act('ApproveRefund', { refundId: refund.id });
      await clerk.act('CancelOrder', { orderId: open.id, reason: 'On the phone' });
    });
    expect(entries).toEqual(
      ['catalog.adjustStock', 'orders.cancelOrder', 'payments.approveRefund'].map((action) => [clerk.id, action]),
    );
  });

  it.each([
    ['altered', `update catalog.audit_log set entry = '{}' where position = 1`],
    ['taken away', 'delete from catalog.audit_log where position = (select max(position) from catalog.audit_log)'],
    [
      'put in',
      `insert into catalog.audit_log (tenant_id, position, previous_hash, hash, entry)
       select tenant_id, position + 1, hash, repeat('0', 64), '{}' from catalog.audit_heads`,
    ],
  ])('given an entry that was %s by hand, then invariant 12 is seen to be broken', async (_, tampering) => {
    expect(await agora.violations()).toEqual([]);
    const client = new Client({ connectionString: agora.databaseUrl });
    await client.connect();
    await client.query('create table kept as select * from catalog.audit_log');
    await client.query(tampering);
    const violations = await agora.violations();
    await client.query(
      'delete from catalog.audit_log; insert into catalog.audit_log select * from kept; drop table kept',
    );
    await client.end();
    expect(violations).toMatchObject([{ invariant: 12, what: 'the audit chain of catalog is broken' }]);
  });
});
