import { buyer } from '../../../test/story/house';
import { startStory, stop, type Story } from './story';

describe('exchange codes', () => {
  let story: Story;
  beforeAll(async () => void (story = await startStory()));
  afterAll(() => stop(story));

  const offered = (input: object = {}) => story.coupon({ issue: 'EXCHANGE_CODE', total: 100, ...input });

  it('given a code, when a buyer enters it in lower case, then the coupon is theirs', async () => {
    const couponId = await offered();
    const { codes } = await story.codes(couponId, 3);
    expect(new Set(codes).size).toBe(3);
    const { userCoupon } = await story.exchange(codes[0].toLowerCase(), buyer());
    expect(userCoupon).toMatchObject({ status: 'AVAILABLE', coupon: { id: couponId, remaining: 99 } });
    expect(codes).not.toContain(userCoupon.code);
  });

  it('given one code, when ten buyers enter it at once, then one gets the coupon', async () => {
    const { codes } = await story.codes(await offered(), 1);
    const answers = await Promise.all(Array.from({ length: 10 }, () => story.exchange(codes[0], buyer())));
    expect(answers.filter((answer) => answer.userCoupon)).toHaveLength(1);
    expect(answers.flatMap((answer) => answer.userErrors.map((error: { code: string }) => error.code))).toEqual(
      Array(9).fill('NOT_FOUND'),
    );
  });

  it('given one key, when an exchange is sent again, then it answers the same', async () => {
    const { codes } = await story.codes(await offered(), 1);
    const who = buyer();
    const first = await story.exchange(codes[0], who, 'k');
    expect(await story.exchange(codes[0], who, 'k')).toEqual(first);
  });

  it('given a buyer at their limit, when they enter another code, then it is refused and the code stays good', async () => {
    const { codes } = await story.codes(await offered(), 2);
    const who = buyer();
    await story.exchange(codes[0], who);
    expect(await story.refuses(story.exchange(codes[1], who))).toEqual(['LIMIT_REACHED']);
    expect((await story.exchange(codes[1], buyer())).userErrors).toEqual([]);
  });

  it('given a code of one shop, when it is entered in another, then it is not found there', async () => {
    const { codes } = await story.codes(await offered(), 1);
    expect(await story.refuses(story.exchange(codes[0], { ...buyer(), tenant: 'other' }))).toEqual(['NOT_FOUND']);
  });

  it.each(['', 'nonsense', '😀', "' or 1=1 --", 'x'.repeat(10_000)])(
    'given %p, then there is no such code',
    async (code) => {
      expect(await story.refuses(story.exchange(code, buyer()))).toEqual(['NOT_FOUND']);
    },
  );

  it('given a coupon of ten, when more codes than ten are made at once, then never more than ten come to be', async () => {
    const couponId = await offered({ total: 10 });
    const answers = await Promise.all([4, 4, 4, 4].map((count) => story.codes(couponId, count)));
    expect(answers.flatMap((answer) => answer.codes ?? [])).toHaveLength(8);
    expect(await story.refuses(story.codes(couponId, 3))).toEqual(['LIMIT_REACHED']);
  });

  it('given one key, when codes are asked for twice, then they are made once', async () => {
    const couponId = await offered();
    const first = await story.codes(couponId, 2, { idempotencyKey: 'codes' });
    expect(await story.codes(couponId, 2, { idempotencyKey: 'codes' })).toEqual(first);
  });

  it('given a thousand codes, then they are made in a handful of statements', async () => {
    const couponId = await offered({ total: 1000 });
    const statements = await story.statements(() => story.codes(couponId, 1000));
    expect(statements.length).toBeLessThanOrEqual(6);
  });

  it.each([0, -1, 1001, 2_147_483_647])('given a count of %i, then it is refused', async (count) => {
    expect(await story.refuses(story.codes(await offered(), count))).toEqual(['INVALID_INPUT']);
  });

  it('given a coupon that is claimed, unknown or malformed, then it gets no codes', async () => {
    expect(await story.refuses(story.codes(await story.coupon(), 1))).toEqual(['ILLEGAL_STATE']);
    expect(await story.refuses(story.codes('cpn_01h00000000000000000000000', 1))).toEqual(['NOT_FOUND']);
    expect(await story.refuses(story.codes('nonsense', 1))).toEqual(['INVALID_INPUT']);
  });
});
