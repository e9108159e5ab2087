import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema, type GraphQLSchema } from 'graphql';
import { compare } from '../../comparison/changes';
import { exitOf } from '../../findings/verdict';
import { weigh } from '../../comparison/weigh';
import { ownership } from '../../comparison/owner';

/** A storefront API as public shops have it, in the spring and in the autumn of a year. */
const SPRING = `
type Query {
  product(id: ID, handle: String): Product
  products(first: Int, after: String, sortKey: ProductSortKeys = ID, query: String): ProductConnection!
  collection(id: ID!): Collection
  cart(id: ID!): Cart
  shop: Shop!
  localization: Localization!
  node(id: ID!): Node
}
type Mutation {
  cartCreate(input: CartInput): CartCreatePayload
  cartLinesAdd(cartId: ID!, lines: [CartLineInput!]!): CartLinesAddPayload
  checkoutCreate(input: CheckoutCreateInput!): CheckoutCreatePayload
}
interface Node { id: ID! }
interface HasMetafields { metafield(namespace: String!, key: String!): Metafield }
scalar Decimal
scalar URL
type Metafield implements Node { id: ID!  value: String!  type: String! }
type MoneyV2 { amount: Decimal!  currencyCode: CurrencyCode! }
enum CurrencyCode { USD EUR CNY XXX }
type Image { id: ID  url: URL!  src: URL! @deprecated(reason: "Use url.")  altText: String  width: Int }
type Product implements Node & HasMetafields { id: ID!  title: String!  handle: String!  vendor: String!  tags: [String!]!  totalInventory: Int  featuredImage: Image  variants(first: Int, after: String, reverse: Boolean = false): ProductVariantConnection!  metafield(namespace: String!, key: String!): Metafield  priceRange: ProductPriceRange! }
type ProductPriceRange { minVariantPrice: MoneyV2!  maxVariantPrice: MoneyV2! }
type ProductVariant implements Node { id: ID!  title: String!  price: MoneyV2!  priceV2: MoneyV2! @deprecated(reason: "Use price.")  sku: String  weightUnit: WeightUnit! }
enum WeightUnit { KILOGRAMS GRAMS POUNDS OUNCES }
enum ProductSortKeys { ID TITLE PRICE RELEVANCE }
type ProductConnection { edges: [ProductEdge!]!  nodes: [Product!]!  pageInfo: PageInfo! }
type ProductEdge { cursor: String!  node: Product! }
type ProductVariantConnection { edges: [ProductVariantEdge!]!  nodes: [ProductVariant!]!  pageInfo: PageInfo! }
type ProductVariantEdge { cursor: String!  node: ProductVariant! }
type PageInfo { hasNextPage: Boolean!  hasPreviousPage: Boolean! }
type Collection implements Node { id: ID!  title: String!  products(first: Int): ProductConnection! }
type Cart implements Node { id: ID!  lines(first: Int): CartLineConnection!  cost: CartCost!  estimatedCost: CartCost!  note: String }
type CartCost { subtotalAmount: MoneyV2!  totalAmount: MoneyV2! }
type CartLineConnection { nodes: [CartLine!]! }
type CartLine implements Node { id: ID!  quantity: Int!  merchandise: Merchandise! }
union Merchandise = ProductVariant
input CartInput { lines: [CartLineInput!]  note: String  discountCodes: [String!] }
input CartLineInput { merchandiseId: ID!  quantity: Int = 1 }
type CartCreatePayload { cart: Cart  userErrors: [CartUserError!]! }
type CartLinesAddPayload { cart: Cart  userErrors: [CartUserError!]! }
type CartUserError implements DisplayableError { field: [String!]  message: String!  code: CartErrorCode }
interface DisplayableError { field: [String!]  message: String! }
enum CartErrorCode { INVALID INVALID_MERCHANDISE_LINE }
input CheckoutCreateInput { email: String  lineItems: [CheckoutLineItemInput!] }
input CheckoutLineItemInput { variantId: ID!  quantity: Int! }
type Checkout implements Node { id: ID!  webUrl: URL! }
type CheckoutCreatePayload { checkout: Checkout  checkoutUserErrors: [DisplayableError!]! }
type Shop { name: String!  moneyFormat: String! }
type Localization { country: Country! }
type Country { isoCode: String!  name: String! }
`;

const replaced = (text: string, ...changes: readonly (readonly [string, string])[]): string =>
  changes.reduce((before, [from, to]) => {
    expect(before).toContain(from);
    return before.replaceAll(from, to);
  }, text);

const AUTUMN = replaced(
  SPRING,
  [
    '  checkoutCreate(input: CheckoutCreateInput!): CheckoutCreatePayload\n',
    '  cartNoteUpdate(cartId: ID!, note: String!): CartCreatePayload\n',
  ],
  ['input CheckoutCreateInput { email: String  lineItems: [CheckoutLineItemInput!] }\n', ''],
  ['input CheckoutLineItemInput { variantId: ID!  quantity: Int! }\n', ''],
  ['type Checkout implements Node { id: ID!  webUrl: URL! }\n', ''],
  ['type CheckoutCreatePayload { checkout: Checkout  checkoutUserErrors: [DisplayableError!]! }\n', ''],
  ['  src: URL! @deprecated(reason: "Use url.")', ''],
  ['  priceV2: MoneyV2! @deprecated(reason: "Use price.")', ''],
  [
    '  estimatedCost: CartCost!',
    '  estimatedCost: CartCost! @deprecated(reason: "Use cost. Removed after 2027-04-01.")',
  ],
  ['sortKey: ProductSortKeys = ID', 'sortKey: ProductSortKeys = RELEVANCE'],
  ['metafield(namespace: String!, key', 'metafield(namespace: String, key'],
  ['INVALID_MERCHANDISE_LINE', 'INVALID_MERCHANDISE_LINE NOTE_TOO_LONG'],
  ['union Merchandise = ProductVariant', 'union Merchandise = ProductVariant | Collection'],
  ['cart: Cart  userErrors: [CartUserError!]!', 'cart: Cart  userErrors: [CartUserError!]!  warnings: [String!]!'],
  ['input CartInput { lines: [CartLineInput!]', 'input CartInput { lines: [CartLineInput!]!  buyer: ID'],
  ['type Country { isoCode: String!', 'type Country { isoCode: CountryCode!'],
  ['enum CurrencyCode', 'enum CountryCode { US DE CN }\nenum CurrencyCode'],
  ['CNY XXX', 'CNY'],
  ['type Product implements Node & HasMetafields', 'type Product implements Node'],
  ['vendor: String!', 'vendor: String'],
  ['totalInventory: Int ', 'totalInventory: Int! '],
);

const views = (before: GraphQLSchema, after: GraphQLSchema) => [{ name: 'public', before, after }];

describe.each([
  ['forwards', SPRING, AUTUMN],
  ['backwards', AUTUMN, SPRING],
])('given two versions of a shop, compared %s', (_, from, to) => {
  const [before, after] = [buildSchema(from), buildSchema(to)];
  const verdict = (level: string, type: string, path = '') =>
    `${level} ${type} ${path.replace(/\W/g, '.').replace(/\.+$/, '')}`;

  test('then every breaking and dangerous change of GraphQL Inspector is one of ours, and no other', async () => {
    const theirs = (await diff(before, after)).filter(
      ({ criticality }) => criticality.level !== CriticalityLevel.NonBreaking,
    );
    const ours = (await compare(views(before, after))).filter(({ level }) => level !== 'NON_BREAKING');
    expect(ours.map((each) => verdict(each.level, each.type, each.coordinate)).toSorted()).toEqual(
      theirs.map(({ criticality, type, path }) => verdict(criticality.level, String(type), path)).toSorted(),
    );
  });

  test('then none of the others is worth more than a notice, and the whole may not land', async () => {
    const changes = await compare(views(before, after));
    const weighing = { seen: [], traffic: { callers: [] }, ownerOf: ownership([]), approvals: [], now: new Date(0) };
    const findings = changes.map((change) => weigh(change, weighing));
    const safe = findings.filter((each, index) => changes[index]?.level === 'NON_BREAKING');
    expect(new Set(safe.map(({ severity }) => severity))).toEqual(new Set(['notice']));
    expect(exitOf(findings)).toBe(1);
  });
});
