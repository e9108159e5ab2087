import type { DocumentNode } from 'graphql';
import { randomUUID } from 'node:crypto';
import { print } from 'graphql';
import {
  AddCartLinesDocument,
  CartWithShippingDocument,
  CreateCartDocument,
  MeDocument,
  OrderDetailDocument,
  PlaceOrderDocument,
  ProductListDocument,
  ProductPageDocument,
  SearchProductsDocument,
  SimulatePaymentDocument,
} from '../../client/__generated__/operations';
import { HOME } from '../../scripts/demo/home';
import type { Material } from './material';

/** The kinds of requests that are told apart. */
export const KINDS = ['list', 'page', 'search', 'account', 'order', 'cart', 'shipping', 'placing', 'payment'] as const;
export type Kind = (typeof KINDS)[number];
export const QUERIES: readonly Kind[] = ['list', 'page', 'search', 'account', 'order', 'shipping'];

/** Sends a request; answers its text, or null when it was refused or failed. */
export type Send = (kind: Kind, query: string, variables: object, token?: string) => Promise<string | null>;

export type Buyer = { readonly token: string; readonly orders: readonly string[] };

const text = Object.fromEntries(
  Object.entries({
    list: ProductListDocument,
    page: ProductPageDocument,
    search: SearchProductsDocument,
    account: MeDocument,
    order: OrderDetailDocument,
    cart: CreateCartDocument,
    more: AddCartLinesDocument,
    shipping: CartWithShippingDocument,
    placing: PlaceOrderDocument,
    payment: SimulatePaymentDocument,
  } satisfies Record<string, DocumentNode>).map(([name, document]) => [name, print(document)]),
) as Record<Kind | 'more', string>;

const pick = <T>(from: readonly T[]): T => from[Math.floor(Math.random() * from.length)] as T;
const chance = (share: number) => Math.random() < share;

/** The first value of a field in an answer, without reading all of it. */
const valueOf = (answer: string, field: string): string | undefined =>
  new RegExp(`"${field}":"([^"]+)"`).exec(answer)?.[1];

const SORTS = ['NEWEST', 'PRICE_ASC', 'PRICE_DESC', 'NAME', 'BEST_SELLING'];

/** A visitor who browses, and a buyer who sometimes buys: each act is one or more requests. */
export function newVisitor(send: Send, { products, variants, categories }: Material, { token, orders }: Buyer) {
  let cart: string | undefined;
  let next: object | undefined;

  /** A list of the shop or of a category; every third time its next page. */
  async function list(): Promise<void> {
    const filter = chance(0.6) ? { categorySlug: pick(categories), ...(chance(0.3) && { inStock: true }) } : undefined;
    const asked = next && chance(0.35) ? next : { first: 20, sort: pick(SORTS), filter };
    const answer = await send('list', text.list, asked);
    const after = answer?.includes('"hasNextPage":true') ? valueOf(answer, 'endCursor') : undefined;
    next = after === undefined ? undefined : { ...asked, after };
  }
  const page = () => send('page', text.page, { slug: pick(products).slug });
  const search = () =>
    send('search', text.search, {
      query: pick(products).words,
      first: 20,
      ...(chance(0.2) && { filter: { inStock: true } }),
    });
  const account = () => send('account', text.account, {}, token);
  const order = () => send('order', text.order, { id: pick(orders) }, token);

  async function fillCart(): Promise<void> {
    const lines = [{ variantId: pick(variants), quantity: chance(0.8) ? 1 : 2 }];
    const answer = cart
      ? await send('cart', text.more, { cartId: cart, lines }, token)
      : await send('cart', text.cart, { input: { lines } }, token);
    cart ??= (answer && /"cart":\{[^{}]*?"id":"([^"]+)"/.exec(answer)?.[1]) || undefined;
  }

  /** One order of ten is left unpaid. */
  async function checkout(): Promise<void> {
    if (!cart) await fillCart();
    const mine = cart;
    cart = undefined;
    if (!mine) return;
    const quotes = await send('shipping', text.shipping, { id: mine, destination: HOME }, token);
    const shippingQuoteId = quotes && /"shippingQuotes":\[\{"id":"([^"]+)"/.exec(quotes)?.[1];
    if (!shippingQuoteId) return;
    const input = { cartId: mine, shippingAddress: HOME, shippingQuoteId, idempotencyKey: randomUUID() };
    const placed = await send('placing', text.placing, { input }, token);
    const paymentId = placed && /"payment":\{"id":"([^"]+)"/.exec(placed)?.[1];
    if (!paymentId || chance(0.1)) return;
    await send('payment', text.payment, { paymentId, outcome: 'SUCCEED', idempotencyKey: randomUUID() }, token);
  }

  const acts: readonly (readonly [share: number, act: () => Promise<unknown>])[] = [
    [0.26, list],
    [0.35, page],
    [0.15, search],
    [0.06, account],
    [0.06, order],
    [0.08, fillCart],
    [0.04, checkout],
  ];

  /** Does the next thing that comes to mind. */
  return async (): Promise<void> => {
    let luck = Math.random();
    const [, act] = acts.find(([share]) => (luck -= share) < 0) ?? [0, page];
    await act();
  };
}
