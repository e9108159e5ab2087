import { path, snapshot, startShop, type Shop } from './story';

describe('recommendations of a product', () => {
  let shop: Shop;
  const phone = snapshot({ name: 'Phone', categoryId: 'cat_phones', categoryPath: path('Phones') });
  const rival = snapshot({ name: 'Rival', categoryId: 'cat_phones', categoryPath: path('Phones') });
  const seller = snapshot({ name: 'Seller', categoryId: 'cat_phones', categoryPath: path('Phones') });
  const cover = snapshot({ name: 'Cover' });
  const cable = snapshot({ name: 'Cable' });
  const gone = snapshot({ name: 'Gone', active: false });
  const euros = snapshot({ name: 'Euros', prices: [{ currencyCode: 'EUR', min: 1, max: 1 }] });
  beforeAll(async () => {
    shop = await startShop();
    await shop.sell([phone, rival, seller, cover, cable, gone, euros]);
    const order = (...products: { productId: string }[]) => shop.pay(products.map(({ productId }) => [productId, 1]));
    await order(phone, cover, gone, euros);
    await order(phone, cover);
    await order(cable, phone);
    await order(seller);
  });
  afterAll(() => shop.stop());
  const idsOf = (...products: { productId: string }[]) => products.map(({ productId }) => productId);

  it('are what is bought with it most, then the best-selling of its category, without what is not for sale', async () => {
    expect(await shop.recommend([phone.productId], 8)).toEqual([idsOf(cover, cable, seller, rival)]);
    expect(await shop.recommend([phone.productId], 3)).toEqual([idsOf(cover, cable, seller)]);
  });

  it('do not hold the product itself, nor one twice', async () => {
    const [forCover] = await shop.recommend([cover.productId], 8);
    expect(forCover).toEqual(idsOf(phone, cable));
  });

  it('are empty for a product that is not known', async () => {
    expect(await shop.recommend(['prd_unknown', '', 'x'.repeat(300)], 8)).toEqual([[], [], []]);
  });

  it('take one statement for a page of products', async () => {
    const before = shop.house.statements().length;
    const products = [phone, rival, seller, cover, cable].map(({ productId }) => productId);
    await shop.recommend([...products, ...Array.from({ length: 15 }, (_, index) => `prd_${index}`)], 8);
    expect(
      shop.house
        .statements()
        .slice(before)
        .filter((statement) => statement !== 'set tenant'),
    ).toHaveLength(1);
  });

  it('refuse a number out of range', async () => {
    await expect(shop.recommend([phone.productId], 0)).rejects.toThrow('first must be');
    await expect(shop.recommend([phone.productId], 2147483647)).rejects.toThrow('first must be');
  });
});
