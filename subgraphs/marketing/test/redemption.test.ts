import { DAY } from '../../../platform/kernel/clock';
import { buyer } from '../../../test/story/house';
import { idOf, orderId, startStory, stop, type Story } from './story';

describe('redeeming a coupon and giving it back', () => {
  let story: Story;
  beforeAll(async () => void (story = await startStory()));
  afterAll(() => stop(story));

  const remaining = async (couponId: string) =>
    (await story.ask('query ($id: ID!) { coupon(id: $id) { remaining } }', { id: couponId })).data.coupon.remaining;

  it('given a code in lower case with dashes, when an order redeems it, then it is used', async () => {
    const { userId, code } = await story.held();
    const typed = `${code.slice(0, 6)}-${code.slice(6)}`.toLowerCase();
    const { userCoupon } = await story.redeem({ orderId: orderId(), userId, code: typed });
    expect(userCoupon.status).toBe('REDEEMED');
  });

  it('given one code, when five orders redeem it at once, then one wins', async () => {
    const { userId, code } = await story.held();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => story.redeem({ orderId: orderId(), userId, code })),
    );
    expect(answers.filter((answer) => answer.userCoupon)).toHaveLength(1);
    expect(answers.flatMap((answer) => answer.userErrors.map((error: { code: string }) => error.code))).toEqual(
      Array(4).fill('ILLEGAL_STATE'),
    );
  });

  it('given one order, when its redemption is sent five times at once, then every answer is the same', async () => {
    const { userId, code, id } = await story.held();
    const order = orderId();
    const answers = await Promise.all(Array.from({ length: 5 }, () => story.redeem({ orderId: order, userId, code })));
    for (const answer of answers)
      expect(answer).toMatchObject({ userCoupon: { id, status: 'REDEEMED' }, userErrors: [] });
  });

  it('given an order with a coupon, when it asks for another one, then it is refused', async () => {
    const first = await story.held();
    const other = await story.claim(await story.coupon(), first.who);
    const order = orderId();
    await story.redeem({ orderId: order, userId: first.userId, code: first.code });
    expect(
      await story.refuses(story.redeem({ orderId: order, userId: first.userId, code: other.userCoupon.code })),
    ).toEqual(['ILLEGAL_STATE']);
  });

  it('given a cancelled order, when it gives back three times at once, then exactly one coupon is available again', async () => {
    const { userId, code, couponId } = await story.held({ total: 5 });
    const order = orderId();
    await story.redeem({ orderId: order, userId, code });
    const answers = await Promise.all([story.giveBack(order), story.giveBack(order), story.giveBack(order)]);
    for (const answer of answers) expect(answer.userErrors).toEqual([]);
    expect((await story.redeem({ orderId: orderId(), userId, code })).userCoupon.status).toBe('REDEEMED');
    expect(await remaining(couponId)).toBe(4);
  });

  it('given a coupon given back and used again, when the first order gives back once more, then the second keeps it', async () => {
    const { userId, code } = await story.held();
    const [first, second] = [orderId(), orderId()];
    await story.redeem({ orderId: first, userId, code });
    await story.giveBack(first);
    await story.redeem({ orderId: second, userId, code });
    expect((await story.giveBack(first)).userCoupon.status).toBe('REDEEMED');
  });

  it('given an order without a coupon, when it gives back, then nothing happens and nothing is refused', async () => {
    expect(await story.giveBack(orderId())).toEqual({ userCoupon: null, userErrors: [] });
  });

  it('given an order that was undone, when its redemption arrives late, then it is refused and the coupon stays available', async () => {
    const { userId, code } = await story.held();
    const order = orderId();
    await story.giveBack(order);
    expect(await story.refuses(story.redeem({ orderId: order, userId, code }))).toEqual(['ILLEGAL_STATE']);
    expect((await story.redeem({ orderId: orderId(), userId, code })).userCoupon.status).toBe('REDEEMED');
  });

  it('given a redemption and its undoing at once, then the coupon is never left with the dead order', async () => {
    for (let round = 0; round < 5; round++) {
      const { userId, code } = await story.held();
      const order = orderId();
      await Promise.all([story.redeem({ orderId: order, userId, code }), story.giveBack(order)]);
      expect((await story.redeem({ orderId: orderId(), userId, code })).userCoupon.status).toBe('REDEEMED');
    }
  });

  it("given another's code or no code at all, when it is redeemed, then it is not found", async () => {
    const { code } = await story.held();
    const stranger = idOf(buyer());
    expect(await story.refuses(story.redeem({ orderId: orderId(), userId: stranger, code }))).toEqual(['NOT_FOUND']);
    for (const typed of ['', '😀', 'DROP TABLE', 'x'.repeat(5000)]) {
      expect(await story.refuses(story.redeem({ orderId: orderId(), userId: stranger, code: typed }))).toEqual([
        'NOT_FOUND',
      ]);
    }
  });

  it('given a code of one shop, when an order of another redeems it, then it is not found there', async () => {
    const { userId, code } = await story.held();
    expect(await story.refuses(story.redeem({ orderId: orderId(), userId, code }, 'other'))).toEqual(['NOT_FOUND']);
  });

  it('given a client, when it redeems by itself, then it is forbidden', async () => {
    const { who, userId, code } = await story.held();
    await expect(
      story.mutate('redeemCoupon', { orderId: orderId(), userId, code }, 'userCoupon { id }', who),
    ).rejects.toThrow('internal');
  });

  describe('when time passes', () => {
    it('then an unused coupon reads as expired at once, and the job writes it down', async () => {
      const { who, userId, code, id } = await story.held({ validDays: 1 });
      story.house.clock.advance(DAY);
      const status = async () =>
        (await story.entities('User', [userId], 'coupons(first: 1) { nodes { status } }', who))[0].coupons.nodes[0]
          .status;
      expect(await status()).toBe('EXPIRED');
      expect(await story.refuses(story.redeem({ orderId: orderId(), userId, code }))).toEqual(['ENDED']);
      await story.house.runJob('marketing.expire-coupons');
      await story.house.runJob('marketing.expire-coupons');
      expect(await story.history(id)).toEqual(['AVAILABLE', 'EXPIRED']);
    });

    it('then a coupon given back late is expired', async () => {
      const { userId, code, id } = await story.held({ validDays: 1 });
      const order = orderId();
      await story.redeem({ orderId: order, userId, code });
      story.house.clock.advance(2 * DAY);
      await story.house.runJob('marketing.expire-coupons');
      expect((await story.giveBack(order)).userCoupon).toMatchObject({ id, status: 'EXPIRED' });
      expect(await story.history(id)).toEqual(['AVAILABLE', 'REDEEMED', 'EXPIRED']);
    });
  });
});
