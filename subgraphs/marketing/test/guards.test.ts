import { buyer, service, staff } from '../../../test/story/house';
import { idOf, orderId, startStory, stop, type Story, USER_COUPON } from './story';

describe('what stands behind the code', () => {
  let story: Story;
  beforeAll(async () => void (story = await startStory()));
  afterAll(() => stop(story));

  it('given code that counts past the total, then a constraint refuses', async () => {
    const couponId = await story.coupon({ total: 1 });
    await story.claim(couponId, buyer());
    const past = story.sql('update marketing.coupons set claimed = claimed + 1 where id = $1', [couponId]);
    await expect(past).rejects.toThrow('coupons_never_over_issued');
  });

  it('given code that counts past the limit of a user, then a constraint refuses', async () => {
    const { userId } = await story.held();
    const past = story.sql('update marketing.coupon_holders set claimed = claimed + 1 where user_id = $1', [userId]);
    await expect(past).rejects.toThrow('coupon_holders_within_limit');
  });

  it('given code that makes more exchange codes than coupons, then a constraint refuses', async () => {
    const couponId = await story.coupon({ total: 1, issue: 'EXCHANGE_CODE' });
    const past = story.sql('update marketing.coupons set codes = 2 where id = $1', [couponId]);
    await expect(past).rejects.toThrow('coupons_no_more_codes_than_total');
  });

  it('given many races, then every count is what was given out', async () => {
    const couponId = await story.coupon({ total: 7, perUserLimit: 2 });
    const people = Array.from({ length: 6 }, () => buyer());
    await Promise.all([...people, ...people, ...people].map((who) => story.claim(couponId, who)));
    const [counts] = await story.sql(
      `select claimed, (select count(*)::int from marketing.user_coupons where coupon_id = c.id) as given,
              (select sum(claimed)::int from marketing.coupon_holders where coupon_id = c.id) as held,
              (select max(claimed) from marketing.coupon_holders where coupon_id = c.id) as most
         from marketing.coupons c where id = $1`,
      [couponId],
    );
    expect(counts).toEqual({ claimed: 7, given: 7, held: 7, most: 2 });
  });

  it('given the same code, user and order in two shops, then each shop has its own coupon', async () => {
    const who = buyer();
    const held = async (tenant: string) => {
      const couponId = await story.coupon({ name: `of ${tenant}` }, { ...staff(), tenant });
      await story.claim(couponId, { ...who, tenant });
    };
    await Promise.all([held('demo'), held('other')]);
    await story.sql("update marketing.user_coupons set code = 'SAMEC0DE0000' where user_id = $1", [idOf(who)]);
    const input = { orderId: orderId(), userId: idOf(who), code: 'samecode0000' };
    for (const tenant of ['demo', 'other']) {
      expect((await story.redeem(input, tenant)).userCoupon).toMatchObject({
        status: 'REDEEMED',
        coupon: { name: `of ${tenant}` },
      });
    }
    await story.mutate('returnCoupon', { orderId: input.orderId }, `userCoupon { ${USER_COUPON} }`, service('orders'));
    const states = await story.sql(
      'select tenant_id, status from marketing.user_coupons where user_id = $1 order by tenant_id',
      [idOf(who)],
    );
    expect(states).toEqual([
      { tenant_id: 'demo', status: 'AVAILABLE' },
      { tenant_id: 'other', status: 'REDEEMED' },
    ]);
  });
});
