import { DAY } from '../../../platform/kernel/clock';
import { newId } from '../../../platform/kernel/ids';
import { buyer } from '../../../test/story/house';
import { idOf, startStory, stop, type Story } from './story';

describe('claiming a coupon', () => {
  let story: Story;
  beforeAll(async () => void (story = await startStory()));
  afterAll(() => stop(story));

  it('given a running coupon, when a buyer claims it, then it is in their hands with a code of its own', async () => {
    const couponId = await story.coupon({ total: 5, validDays: 30 });
    const { userCoupon, userErrors } = await story.claim(couponId, buyer());
    expect(userErrors).toEqual([]);
    expect(userCoupon).toMatchObject({
      status: 'AVAILABLE',
      expiresAt: '2026-01-31T00:00:00.000Z',
      coupon: { id: couponId, remaining: 4 },
    });
    expect(userCoupon.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/);
  });

  it('given ten left, when a hundred buyers claim at once, then ten get one and ninety hear SOLD_OUT', async () => {
    const couponId = await story.coupon({ total: 10 });
    const answers = await Promise.all(Array.from({ length: 100 }, () => story.claim(couponId, buyer())));
    expect(answers.filter((answer) => answer.userCoupon)).toHaveLength(10);
    expect(answers.flatMap((answer) => answer.userErrors.map((error: { code: string }) => error.code))).toEqual(
      Array(90).fill('SOLD_OUT'),
    );
    const { data } = await story.ask('query ($id: ID!) { coupon(id: $id) { remaining } }', { id: couponId });
    expect(data.coupon.remaining).toBe(0);
  });

  it('given a limit of three, when one buyer claims ten times at once, then three succeed and seven hear LIMIT_REACHED', async () => {
    const couponId = await story.coupon({ total: 100, perUserLimit: 3 });
    const who = buyer();
    const answers = await Promise.all(Array.from({ length: 10 }, () => story.claim(couponId, who)));
    expect(answers.filter((answer) => answer.userCoupon)).toHaveLength(3);
    expect(answers.flatMap((answer) => answer.userErrors.map((error: { code: string }) => error.code))).toEqual(
      Array(7).fill('LIMIT_REACHED'),
    );
    const { data } = await story.ask('query ($id: ID!) { coupon(id: $id) { remaining } }', { id: couponId });
    expect(data.coupon.remaining).toBe(97);
  });

  it('given one key, when a claim is sent five times at once, then one coupon is given and every answer is the same', async () => {
    const couponId = await story.coupon({ total: 100, perUserLimit: 10 });
    const who = buyer();
    const answers = await Promise.all(Array.from({ length: 5 }, () => story.claim(couponId, who, 'the same key')));
    expect(new Set(answers.map((answer) => answer.userCoupon.id)).size).toBe(1);
    expect(answers[0].userCoupon.coupon.remaining).toBe(99);
  });

  it('given a used key, when it claims another coupon, then it is refused with IDEMPOTENCY_CONFLICT', async () => {
    const who = buyer();
    await story.claim(await story.coupon(), who, 'k');
    expect(await story.refuses(story.claim(await story.coupon(), who, 'k'))).toEqual(['IDEMPOTENCY_CONFLICT']);
  });

  it('given a coupon that has not started or has ended, when it is claimed, then it says so', async () => {
    const later = await story.coupon({ startsAt: '2026-06-01T00:00:00Z' });
    const over = await story.coupon({ startsAt: '2025-01-01T00:00:00Z', endsAt: '2025-06-01T00:00:00Z' });
    expect(await story.refuses(story.claim(later, buyer()))).toEqual(['NOT_STARTED']);
    expect(await story.refuses(story.claim(over, buyer()))).toEqual(['ENDED']);
  });

  it('given an id that is malformed, unknown or of a coupon not for claiming, when it is claimed, then it is refused', async () => {
    const automatic = await story.coupon({
      issue: 'AUTO',
      endsAt: new Date(story.house.clock.now().getTime() + DAY).toISOString(),
    });
    expect(await story.refuses(story.claim('nonsense', buyer()))).toEqual(['INVALID_INPUT']);
    expect(await story.refuses(story.claim(newId('cpn', new Date()), buyer()))).toEqual(['NOT_FOUND']);
    expect(await story.refuses(story.claim(automatic, buyer()))).toEqual(['NOT_FOUND']);
  });

  it('given a guest, when they claim, then they are to sign in', async () => {
    await expect(story.claim(await story.coupon(), {})).rejects.toThrow('Sign in first');
  });

  it('given a coupon of one shop, when a user of another claims it, then it is not found there', async () => {
    const couponId = await story.coupon();
    expect(await story.refuses(story.claim(couponId, { ...buyer(), tenant: 'other' }))).toEqual(['NOT_FOUND']);
  });

  it('takes at most 8 statements', async () => {
    const couponId = await story.coupon();
    await story.claim(couponId, buyer());
    const statements = await story.statements(() => story.claim(couponId, buyer()));
    expect(statements.length).toBeLessThanOrEqual(8);
  });

  it('given a claimed coupon, when a buyer looks at their coupons, then it is there in 2 statements, and nobody else sees it', async () => {
    const { who, id, couponId } = await story.held({ name: 'Mine' });
    const selection = 'coupons(first: 10) { totalCount nodes { id status coupon { id name } } }';
    let mine;
    const statements = await story.statements(
      async () => void (mine = await story.entities('User', [idOf(who)], selection, who)),
    );
    expect(mine).toEqual([
      { coupons: { totalCount: 1, nodes: [{ id, status: 'AVAILABLE', coupon: { id: couponId, name: 'Mine' } }] } },
    ]);
    expect(statements.length).toBeLessThanOrEqual(2);
    expect(await story.entities('User', [idOf(who)], selection, buyer())).toEqual([{ coupons: null }]);
    expect(await story.entities('User', [idOf(who)], selection, { ...who, tenant: 'other' })).toEqual([
      { coupons: { totalCount: 0, nodes: [] } },
    ]);
  });
});
