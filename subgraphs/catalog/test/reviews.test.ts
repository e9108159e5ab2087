import type { Envelope } from '../../../platform/identity/envelope';
import { buyer } from '../../../test/story/house';
import { lineOf, type SomeProduct, startStory, type Story } from './story';

type Buyer = ReturnType<typeof buyer>;
const idOf = ({ identity }: Buyer) => (identity.kind === 'user' ? identity.id : '');

describe('reviews', () => {
  let story: Story;
  beforeAll(async () => {
    story = await startStory();
  });
  afterAll(() => story.house.stop());

  const receive = async (product: SomeProduct, me: Buyer = buyer()) => {
    await story.delivered(idOf(me), [lineOf(product, 1), lineOf(product, 2)]);
    return me;
  };
  const review = async (productId: string, as: Partial<Envelope>, stars = 4, text: string | null = 'Good.') => {
    const { data, errors } = await story.ask(
      `mutation ($productId: ID!, $stars: Int!, $text: String) {
        reviewProduct(input: { productId: $productId, stars: $stars, text: $text }) {
          review { id stars text author { id } product { rating { average count } } } userErrors { code field message } } }`,
      { productId, stars, text },
      as,
    );
    if (errors) throw new Error(JSON.stringify(errors));
    return data.reviewProduct;
  };
  const page = async (id: string, args = 'first: 10') =>
    (
      await story.ask(
        `query ($id: ID!) { product(id: $id) { rating { average count } reviews(${args}) { totalCount pageInfo { hasNextPage endCursor } nodes { stars } } } }`,
        { id },
      )
    ).data.product;

  it('given a buyer who has received a product, when they review it, then it counts in its rating and other rooms hear', async () => {
    const product = await story.product();
    const me = await receive(product);
    const heard = await story.listen();
    const answer = await review(product.id, me, 5, '  Lovely.  ');
    expect(answer).toMatchObject({
      review: { stars: 5, text: 'Lovely.', author: { id: idOf(me) }, product: { rating: { average: 5, count: 1 } } },
      userErrors: [],
    });
    await story.house.settle();
    expect(heard).toMatchObject([{ productId: product.id, revision: 2, rating: { average: 5, count: 1 } }]);
  });

  it('given stars alone, or text that is blank, then the review has no text', async () => {
    const product = await story.product();
    expect((await review(product.id, await receive(product), 1, null)).review.text).toBeNull();
    expect((await review(product.id, await receive(product), 1, ' ')).review.text).toBeNull();
  });

  it('given a buyer who has not received the product, then it was not purchased', async () => {
    const [mine, another] = [await story.product(), await story.product()];
    const me = await receive(mine);
    expect(await review(another.id, me)).toMatchObject({
      review: null,
      userErrors: [{ code: 'NOT_PURCHASED', field: ['productId'] }],
    });
  });

  it('given one buyer, when two reviews come at once, then one stays and one is told', async () => {
    const product = await story.product();
    const me = await receive(product);
    const answers = await Promise.all([review(product.id, me, 1), review(product.id, me, 5)]);
    expect(answers.flatMap(({ userErrors }) => userErrors)).toMatchObject([{ code: 'ALREADY_REVIEWED' }]);
    expect((await page(product.id)).rating.count).toBe(1);
  });

  it('given twenty buyers, when they review at once, then the rating is exact', async () => {
    const product = await story.product();
    const buyers = await Promise.all(Array.from({ length: 20 }, () => receive(product)));
    await Promise.all(buyers.map((me, index) => review(product.id, me, (index % 5) + 1)));
    expect((await page(product.id)).rating).toEqual({ average: 3, count: 20 });
  });

  it('given several reviews, then they are paged newest first', async () => {
    const product = await story.product();
    for (const stars of [1, 2, 3]) {
      story.house.clock.advance(1000);
      await review(product.id, await receive(product), stars);
    }
    const first = await page(product.id, 'first: 2');
    expect(first.reviews).toMatchObject({
      totalCount: 3,
      nodes: [{ stars: 3 }, { stars: 2 }],
      pageInfo: { hasNextPage: true },
    });
    const rest = await page(product.id, `first: 2, after: "${first.reviews.pageInfo.endCursor}"`);
    expect(rest.reviews).toMatchObject({ nodes: [{ stars: 1 }], pageInfo: { hasNextPage: false } });
    expect(rest.rating).toEqual({ average: 2, count: 3 });
  });

  it('given a review, when another room refers to it, then it is resolved', async () => {
    const product = await story.product();
    const { review: mine } = await review(product.id, await receive(product), 2);
    const { data } = await story.ask(
      'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Review { stars } } }',
      {
        representations: [{ __typename: 'Review', id: mine.id }],
      },
    );
    expect(data._entities).toEqual([{ stars: 2 }]);
  });

  it.each([0, 6, -1, 2147483647])('refuses %d stars', async (stars) => {
    expect(await review(story.productId(), buyer(), stars)).toMatchObject({
      userErrors: [{ code: 'INVALID_INPUT', field: ['stars'] }],
    });
  });

  it('refuses a text without end, an unknown product and an id of another kind', async () => {
    expect(await review(story.productId(), buyer(), 5, 'x'.repeat(5001))).toMatchObject({
      userErrors: [{ code: 'INVALID_INPUT', field: ['text'] }],
    });
    expect(await review(story.productId(), buyer())).toMatchObject({
      userErrors: [{ code: 'NOT_FOUND', field: ['productId'] }],
    });
    expect(await review('x', buyer())).toMatchObject({ userErrors: [{ code: 'INVALID_INPUT', field: ['productId'] }] });
  });

  it('takes no review from a guest', async () => {
    await expect(review(story.productId(), { identity: { kind: 'guest' } })).rejects.toThrow('UNAUTHENTICATED');
  });
});
