import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { randomUUID } from 'node:crypto';
import { print } from 'graphql';
import {
  CartWithShippingDocument,
  CreateCartDocument,
  OrderDetailDocument,
  PlaceOrderDocument,
  ProductListDocument,
  ProductPageDocument,
  SearchProductsDocument,
  SignUpDocument,
  SimulatePaymentDocument,
  type ProductListQuery,
} from '../../client/__generated__/operations';
import { HOME } from '../../scripts/demo/home';
import { client, mustBeWhole } from '../measure/load';

type Refused = { readonly userErrors: readonly { readonly message: string }[] };

/** @throws Error with what it was refused with */
function present<T>(value: T | null | undefined, { userErrors: [refusal] }: Refused = { userErrors: [] }): T {
  if (value == null) throw new Error(refusal?.message ?? 'What the journey needs is not there.');
  return value;
}

const texts = new Map<unknown, string>();

/** A storefront: sends operations of `client/operations`, one after the other, over one connection. */
export function storefront(url: string) {
  const { send, close } = client(url);
  async function ask<Data, Variables extends Record<string, unknown>>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
    token?: string,
  ): Promise<Data> {
    const query = texts.get(document) ?? print(document);
    texts.set(document, query);
    const headers = token === undefined ? undefined : { authorization: `Bearer ${token}` };
    return (JSON.parse(mustBeWhole(await send({ query, variables }, headers))) as { data: Data }).data;
  }
  return { ask, close };
}
export type Ask = ReturnType<typeof storefront>['ask'];

type Product = ProductListQuery['products']['nodes'][number];

/** What a shop's visitors do, each time otherwise: a step answers when all of it has been answered. */
export function journeys(ask: Ask) {
  const seen: Product[] = [];
  const tokens: string[] = [];
  const orders: { readonly id: string; readonly token: string }[] = [];
  let after: string | null = null;

  /** The next page of twenty, through the whole shop and on from its beginning. */
  async function list(): Promise<void> {
    const { products }: ProductListQuery = await ask(ProductListDocument, { first: 20, after, sort: 'NEWEST' });
    seen.push(...products.nodes);
    after = products.pageInfo.hasNextPage ? (products.pageInfo.endCursor ?? null) : null;
  }
  const product = (nth: number): Product => present(seen[nth % seen.length]);

  async function page(nth: number): Promise<void> {
    present((await ask(ProductPageDocument, { slug: product(nth).slug })).product);
  }

  /** The last two words of some product's name, such as "Floor Lamp". */
  async function search(nth: number): Promise<void> {
    const query = product(nth * 7)
      .name.split(' ')
      .slice(-2)
      .join(' ');
    present((await ask(SearchProductsDocument, { query, first: 20 })).searchProducts.nodes[0]);
  }

  /** One who has not been here before; not part of what is measured. */
  async function signUp(): Promise<void> {
    const input = { email: `${randomUUID()}@agora.test`, password: randomUUID(), displayName: 'Ada' };
    const { signUp: answer } = await ask(SignUpDocument, { input });
    tokens.push(present(answer.session, answer).accessToken);
  }

  /** A cart with one thing in it, its shipping, its order and its payment. */
  async function checkout(nth: number): Promise<void> {
    const token = present(tokens.pop());
    const inStock = seen.filter(({ variants }) => variants.some(({ available }) => available > 3));
    const chosen = present(inStock[(nth * 13) % inStock.length]);
    const variantId = present(chosen.variants.find(({ available }) => available > 3)).id;
    const created = await ask(CreateCartDocument, { input: { lines: [{ variantId, quantity: 1 }] } }, token);
    const { id } = present(created.createCart.cart, created.createCart);
    const { cart } = await ask(CartWithShippingDocument, { id, destination: HOME }, token);
    const quote = present(cart?.shippingQuotes[0]);
    const input = { cartId: id, shippingAddress: HOME, shippingQuoteId: quote.id, idempotencyKey: randomUUID() };
    const { placeOrder } = await ask(PlaceOrderDocument, { input }, token);
    const { id: orderId, payment: asked } = present(placeOrder.order, placeOrder);
    const payment = present(asked);
    const paid = await ask(
      SimulatePaymentDocument,
      { paymentId: payment.id, outcome: 'SUCCEED', idempotencyKey: randomUUID() },
      token,
    );
    present(paid.simulatePayment.payment, paid.simulatePayment);
    orders.push({ id: orderId, token });
  }

  /** @throws Error when an order that was checked out is not paid: then it was not the whole work that was measured */
  async function mustBePaid(): Promise<void> {
    for (const { id, token } of orders.splice(0)) {
      const { order } = await ask(OrderDetailDocument, { id }, token);
      if (order?.status !== 'PAID') throw new Error(`The order ${id} is ${order?.status}, not paid.`);
    }
  }

  return { list, page, search, signUp, checkout, mustBePaid };
}
