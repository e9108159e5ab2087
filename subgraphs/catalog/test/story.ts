import { Client } from 'pg';
import { ProductChanged, type ProductSnapshot } from '../../../platform/contracts/catalog';
import { ShipmentRecalled } from '../../../platform/contracts/logistics';
import { OrderDelivered, type OrderEventLine, OrderPaid, OrderRefunded } from '../../../platform/contracts/orders';
import type { Envelope } from '../../../platform/identity/envelope';
import { newId } from '../../../platform/kernel/ids';
import { service, staff, startTestHouse, type TestHouse } from '../../../test/story/house';
import { catalog } from '../subgraph';

type Answer = Awaited<ReturnType<TestHouse['execute']>>;
export type Line = { variantId: string; quantity: number };
export type SomeProduct = { id: string; slug: string; variants: { id: string; sku: string; available: number }[] };

const price = (amount: string, currencyCode = 'USD') => ({ amount, currencyCode });

const createProductDocument = `mutation ($input: CreateProductInput!) {
  createProduct(input: $input) {
    product { id slug revision inStock variants { id sku name available options { name value } } }
    userErrors { code field message }
  }
}`;

/** Everything about a product that staff may set, and what follows from it. */
export const productFields = `id slug name description revision active inStock category { slug } options { name values }
  priceRange { min { amount } max { amount } } variants { id sku name available weightGrams options { name value } }`;

/** A variant as staff put it in, with what must be said. */
export const variant = (sku: string, more: object = {}) => ({ sku, price: price('1.50'), ...more });

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
    /** What a mutation of staff answers: the fields of its payload that are selected, and its user errors. */
    async act(field: string, input: object, selection = '', as: Partial<Envelope> = {}) {
      const type = `${field[0]?.toUpperCase()}${field.slice(1)}Input!`;
      const { data, errors } = await asStaff(
        `mutation ($input: ${type}) { ${field}(input: $input) { ${selection} userErrors { code field message } } }`,
        { input },
        as,
      );
      if (errors) throw new Error(JSON.stringify(errors));
      return data[field];
    },
    /** How many products are for sale in electronics, in phones below it, and at home. */
    async counts(): Promise<[number, number, number]> {
      const { data } = await ask(
        '{ a: category(slug: "electronics") { productCount } b: category(slug: "phones") { productCount } c: category(slug: "home") { productCount } }',
      );
      return [data.a.productCount, data.b.productCount, data.c.productCount];
    },
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
      const input = { variantId, delta, reason: 'count', idempotencyKey: `key-${++number}`, ...fields };
      const stock = 'variant { id stock { onHand reserved available sold received returned } }';
      return story.act('adjustStock', input, stock, as);
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
    refunded: (orderId: string, lines: readonly OrderEventLine[]) =>
      house.publish(OrderRefunded, { orderId, number: 'A-1', buyerId: 'usr_x', lines: [...lines], restock: true }),
    recalled: (orderId: string) => house.publish(ShipmentRecalled, { orderId, shipmentId: 'shp_x' }),
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

export const lineOf = (product: SomeProduct, quantity: number, index = 0): OrderEventLine => ({
  variantId: product.variants[index]?.id ?? '',
  productId: product.id,
  sku: product.variants[index]?.sku ?? '',
  productName: product.slug,
  quantity,
  unitPriceMinor: 1000,
});
