import type { TestAgora } from '../../story/agora';
import type { Person } from '../../story/people';
import { codes, type Shop } from '../../story/shop';
import { openTheme } from './theme';

let agora: TestAgora;
let shop: Shop;
const { ask, act, close, opened } = openTheme('coupons');
beforeAll(() => void ({ agora, shop } = opened()));

describe('coupons', () => {
  it('ClaimCoupon never gives out too many, nor before or after the time', async () => {
    const [ada, bob] = [await shop.buyer(), await shop.buyer('Bob')];
    const day = 86_400_000;
    const at = (days: number) => new Date(agora.clock.now().getTime() + days * day).toISOString();
    const create = (more: object) =>
      act(shop.clerk, 'CreateCoupon', {
        input: { name: 'Gift', kind: 'CASH', value: '3', total: 1, perUserLimit: 1, currencyCode: 'USD', ...more },
      });
    const claim = (who: Person, couponId: string) =>
      act(who, 'ClaimCoupon', { couponId, idempotencyKey: shop.unique('claim') });
    const [only, later, over, plenty] = [
      (await create({})).coupon,
      (await create({ startsAt: at(1) })).coupon,
      (await create({ endsAt: at(1) })).coupon,
      (await create({ total: 9 })).coupon,
    ];
    const { coupons } = await ask(shop.guest, 'ClaimableCoupons', { first: 10 });
    expect(coupons.nodes).toContainEqual(expect.objectContaining({ id: only.id, remaining: 1, perUserLimit: 1 }));

    expect((await claim(ada, only.id)).userCoupon).toMatchObject({ status: 'AVAILABLE', coupon: { remaining: 0 } });
    expect(codes(await claim(bob, only.id))).toEqual(['SOLD_OUT']);
    await claim(ada, plenty.id);
    expect(codes(await claim(ada, plenty.id))).toEqual(['LIMIT_REACHED']);
    expect(codes(await claim(ada, later.id))).toEqual(['NOT_STARTED']);
    agora.clock.advance(day);
    expect(codes(await claim(ada, over.id))).toEqual(['ENDED']);
  });
});

close();
