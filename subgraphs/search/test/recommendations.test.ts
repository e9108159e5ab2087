import { statementsOf } from '../../../test/story/house';
import { path, snapshot, startStory, type Story } from './story';

describe('recommendations of a product', () => {
  let story: Story;
  const phone = snapshot({ name: 'Phone', categoryId: 'cat_phones', categoryPath: path('Phones') });
  const rival = snapshot({ name: 'Rival', categoryId: 'cat_phones', categoryPath: path('Phones') });
  const seller = snapshot({ name: 'Seller', categoryId: 'cat_phones', categoryPath: path('Phones') });
  const cover = snapshot({ name: 'Cover' });
  const cable = snapshot({ name: 'Cable' });
  const gone = snapshot({ name: 'Gone', active: false });
  const euros = snapshot({ name: 'Euros', prices: [{ currencyCode: 'EUR', min: 1, max: 1 }] });
  beforeAll(async () => {
    story = await startStory();
    await story.sell([phone, rival, seller, cover, cable, gone, euros]);
    const order = (...products: { productId: string }[]) => story.pay(products.map(({ productId }) => [productId, 1]));
    await order(phone, cover, gone, euros);
    await order(phone, cover);
    await order(cable, phone);
    await order(seller);
  });
  afterAll(() => story.stop());
  const idsOf = (...products: { productId: string }[]) => products.map(({ productId }) => productId);

  it('are what is bought with it most, then the best-selling of its category, without what is not for sale', async () => {
    expect(await story.recommend([phone.productId], 8)).toEqual([idsOf(cover, cable, seller, rival)]);
    expect(await story.recommend([phone.productId], 3)).toEqual([idsOf(cover, cable, seller)]);
  });

  it('do not hold the product itself, nor one twice', async () => {
    const [forCover] = await story.recommend([cover.productId], 8);
    expect(forCover).toEqual(idsOf(phone, cable));
  });

  it('are empty for a product that is not known', async () => {
    expect(await story.recommend(['prd_unknown', '', 'x'.repeat(300)], 8)).toEqual([[], [], []]);
  });

  it('take one statement for a page of products', async () => {
    const products = [phone, rival, seller, cover, cable].map(({ productId }) => productId);
    const page = [...products, ...Array.from({ length: 15 }, (_, index) => `prd_${index}`)];
    expect(await statementsOf(story.house, () => story.recommend(page, 8))).toHaveLength(1);
  });

  it('refuse a number out of range', async () => {
    await expect(story.recommend([phone.productId], 0)).rejects.toThrow('first must be');
    await expect(story.recommend([phone.productId], 2147483647)).rejects.toThrow('first must be');
  });
});
