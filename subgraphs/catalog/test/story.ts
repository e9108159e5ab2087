import { Client } from 'pg';
import { ProductChanged, type ProductSnapshot } from '../../../platform/contracts/catalog';
import { OrderDelivered, type OrderEventLine, OrderPaid, OrderRefunded } from '../../../platform/contracts/orders';
import type { Envelope } from '../../../platform/identity/envelope';
import { newId } from '../../../platform/kernel/ids';
import { service, staff, startTestHouse, type TestHouse } from '../../../test/story/house';
import { catalog } from '../subgraph';

type Answer = Awaited<ReturnType<TestHouse['execute']>>;
export type Line = { variantId: string; quantity: number };
export type SomeProduct = { id: string; slug: string; variants: { id: string; sku: string; available: number }[] };

const price = (amount: string, currencyCode = 'USD') => ({ amount, currencyCode });

export const createProductDocument = `mutation ($input: CreateProductInput!) {
  createProduct(input: $input) {
    product { id slug revision inStock variants { id sku name available options { name value } } }
    userErrors { code field message }
  }
}`;

/** A shop with a few categories, and the words that tests tell its story in. */
export async function startStory() {
  const house = await startTestHouse([catalog]);
  let number = 0;
  const ask = (query: string, variables: Record<string, unknown> = {}, as: Partial<Envelope> = {}): Promise<Answer> =>
    house.execute('catalog', query, variables, as);
  const asStaff = (query: string, variables: Record<string, unknown> = {}, as: Partial<Envelope> = {}) =>
    ask(query, variables, { ...staff(), ...as });
  const inside = (query: string, variables: Record<string, unknown> = {}, as: Partial<Envelope> = {}) =>
    ask(query, variables, { ...service('orders'), ...as });

  const story = {
    house,
    ask,
    asStaff,
    inside,
    price,
    /** A connection that may do what no room may. */
    async superuser(): Promise<Client> {
      const client = new Client({ connectionString: house.databaseUrl });
      await client.connect();
      return client;
    },
    orderId: () => newId('ord', house.clock.now()),
    variantId: () => newId('var', house.clock.now()),
    productId: () => newId('prd', house.clock.now()),
    async category(slug: string, parentSlug: string | null = null, as: Partial<Envelope> = {}): Promise<string> {
      const { data } = await asStaff(
        'mutation ($input: CreateCategoryInput!) { createCategory(input: $input) { category { id } userErrors { code } } }',
        { input: { slug, name: slug.toUpperCase(), parentSlug } },
        as,
      );
      return data.createCategory.category.id;
    },
    create: (input: object, as: Partial<Envelope> = {}): Promise<Answer> =>
      asStaff(createProductDocument, { input }, as),
    /** A product for sale in USD, with one variant of which there is `stock`, unless told otherwise. */
    async product({
      stock = 10,
      as = {},
      ...fields
    }: { stock?: number; as?: Partial<Envelope>; [field: string]: unknown } = {}): Promise<SomeProduct> {
      const name = `product-${++number}`;
      const variants = [{ sku: `SKU-${number}`, price: price('10.00'), stock, weightGrams: 500 }];
      const { data, errors } = await story.create(
        { slug: name, name, categorySlug: 'phones', variants, ...fields },
        as,
      );
      if (!data?.createProduct?.product) throw new Error(JSON.stringify({ data, errors }));
      return data.createProduct.product;
    },
    async reserve(orderId: string, lines: readonly Line[], minutes = 15) {
      const expiresAt = new Date(house.clock.now().getTime() + minutes * 60_000).toISOString();
      const { data, errors } = await inside(
        'mutation ($input: ReserveStockInput!) { reserveStock(input: $input) { reserved userErrors { code field message } } }',
        { input: { orderId, lines, expiresAt } },
      );
      if (errors) throw new Error(JSON.stringify(errors));
      return data.reserveStock as { reserved: boolean | null; userErrors: { code: string; field: string[] | null }[] };
    },
    async release(orderId: string) {
      const { data, errors } = await inside(
        'mutation ($input: ReleaseStockInput!) { releaseStock(input: $input) { released userErrors { code field } } }',
        { input: { orderId } },
      );
      if (errors) throw new Error(JSON.stringify(errors));
      return data.releaseStock as { released: boolean | null; userErrors: { code: string; field: string[] | null }[] };
    },
    async adjust(
      variantId: string,
      delta: number,
      more: { expectedOnHand?: number; idempotencyKey?: string; as?: Partial<Envelope> } = {},
    ) {
      const { as, ...fields } = more;
      const { data, errors } = await asStaff(
        `mutation ($input: AdjustStockInput!) { adjustStock(input: $input) {
          variant { id stock { onHand reserved available sold received returned } } userErrors { code field message } } }`,
        { input: { variantId, delta, reason: 'count', idempotencyKey: `key-${++number}`, ...fields } },
        as,
      );
      if (errors) throw new Error(JSON.stringify(errors));
      return data.adjustStock;
    },
    async stock(variantId: string, as: Partial<Envelope> = {}) {
      const { data } = await asStaff(
        'query ($id: ID!) { productVariant(id: $id) { stock { onHand reserved available sold received returned } } }',
        { id: variantId },
        as,
      );
      return data.productVariant?.stock;
    },
    paid: (orderId: string, lines: readonly OrderEventLine[]) =>
      house.publish(OrderPaid, {
        orderId,
        number: 'A-1',
        buyerId: 'usr_x',
        paymentId: 'pay_x',
        currencyCode: 'USD',
        totalMinor: 1000,
        lines: [...lines],
        shipping: { address: somewhere, serviceId: 'svc_x', priceMinor: 0, weightGrams: 1 },
      }),
    refunded: (orderId: string, lines: readonly OrderEventLine[], restock = true) =>
      house.publish(OrderRefunded, { orderId, number: 'A-1', buyerId: 'usr_x', lines: [...lines], restock }),
    delivered: (buyerId: string, lines: readonly OrderEventLine[], tenant?: string) =>
      house.publish(OrderDelivered, { orderId: story.orderId(), number: 'A-1', buyerId, lines: [...lines] }, tenant),
    /** What other rooms are told from now on. */
    async listen() {
      await house.settle();
      const heard: ProductSnapshot[] = [];
      house.bus.subscribe('listener', [ProductChanged.type], async (events) => {
        heard.push(...events.map(({ payload }) => payload as ProductSnapshot));
      });
      return heard;
    },
  };
  const departments = ['electronics', 'home'];
  for (const slug of departments) await story.category(slug);
  await story.category('mobile', 'electronics');
  await story.category('phones', 'mobile');
  return story;
}
export type Story = Awaited<ReturnType<typeof startStory>>;

const somewhere = {
  recipient: 'A',
  phone: null,
  line1: '1 Main St',
  line2: null,
  city: 'X',
  region: null,
  postalCode: '1',
  countryCode: 'US',
};

export const lineOf = (product: SomeProduct, quantity: number, variant = 0): OrderEventLine => ({
  variantId: product.variants[variant]?.id ?? '',
  productId: product.id,
  sku: product.variants[variant]?.sku ?? '',
  productName: product.slug,
  quantity,
  unitPriceMinor: 1000,
});
