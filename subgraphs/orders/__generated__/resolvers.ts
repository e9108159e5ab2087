import type { Mappers } from '../mappers';
/** A type as its resolvers meet it: with the row behind it, wherever the room declares one. */
type Mapped<T> = T extends readonly (infer Item)[]
  ? Mapped<Item>[]
  : '__typename' extends keyof T
    ? T extends { __typename?: infer Name extends keyof Mappers }
      ? Mappers[Name]
      : { [Field in keyof T]: Mapped<T[Field]> }
    : T;

import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Context } from '../context';
export type Maybe<T> = T | null | undefined;
export type InputMaybe<T> = T | null | undefined;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A currency, as an ISO 4217 code such as USD. */
  CurrencyCode: { input: string; output: string; }
  /** A point in time, RFC 3339 in UTC. */
  DateTime: { input: Date; output: Date; }
  /** An exact decimal number, written as a string. */
  Decimal: { input: string; output: string; }
  _FieldSet: { input: unknown; output: unknown; }
};

/** What to add to a cart. */
export type AddCartLinesInput = {
  /** The cart. */
  cartId: Scalars['ID']['input'];
  /** What to add, at most 100 lines. */
  lines: Array<CartLineInput>;
};

/** What came of addCartLines. */
export type AddCartLinesPayload = {
  __typename?: 'AddCartLinesPayload';
  /** The cart as it is now; null when it was refused. */
  cart?: Maybe<Cart>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<OrdersUserError>;
  /** What was done otherwise than asked. */
  warnings: Array<OrdersWarning>;
};

/** A postal address to which something is sent. */
export type AddressInput = {
  /** City or town. */
  city: Scalars['String']['input'];
  /** Country, as an ISO 3166-1 alpha-2 code such as US. */
  countryCode: Scalars['String']['input'];
  /** Street and house number. */
  line1: Scalars['String']['input'];
  /** Flat, floor, company. */
  line2?: InputMaybe<Scalars['String']['input']>;
  /** Telephone number for the carrier. */
  phone?: InputMaybe<Scalars['String']['input']>;
  /** Postal code. */
  postalCode: Scalars['String']['input'];
  /** Who receives the parcel. */
  recipient: Scalars['String']['input'];
  /** State, province or county. */
  region?: InputMaybe<Scalars['String']['input']>;
};

/** Something taken off a price. */
export type AppliedDiscount = {
  __typename?: 'AppliedDiscount';
  /** How much is taken off: more than 0. */
  amount: Money;
  /** The promotion's or coupon's name for buyers. */
  label: Scalars['String']['output'];
};

/** A coupon for a cart. */
export type ApplyCouponInput = {
  /** The cart. */
  cartId: Scalars['ID']['input'];
  /** The coupon's code. */
  code: Scalars['String']['input'];
};

/** What came of applyCoupon. */
export type ApplyCouponPayload = {
  __typename?: 'ApplyCouponPayload';
  /** The cart as it is now; null when it was refused. */
  cart?: Maybe<Cart>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<OrdersUserError>;
  /** What was done otherwise than asked. */
  warnings: Array<OrdersWarning>;
};

/** Which order to give up. */
export type CancelOrderInput = {
  /** The order. */
  orderId: Scalars['ID']['input'];
  /** Why, at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** What came of cancelOrder. */
export type CancelOrderPayload = {
  __typename?: 'CancelOrderPayload';
  /** The order as it is now; null when it was refused. */
  order?: Maybe<Order>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<OrdersUserError>;
};

/**
 * What somebody is about to buy, at the prices of now. A guest's cart is reached by its id alone; that of a signed-in buyer
 * by that buyer alone. A guest's cart becomes the buyer's who puts a coupon on it or orders it.
 */
export type Cart = {
  __typename?: 'Cart';
  /** The coupon on the cart; null when there is none. */
  couponCode?: Maybe<Scalars['String']['output']>;
  /** The currency of all its prices. */
  currencyCode: Scalars['CurrencyCode']['output'];
  /** What is taken off: running promotions, then the coupon. Together never more than the subtotal. */
  discounts: Array<AppliedDiscount>;
  /** Identifies the cart: crt_… */
  id: Scalars['ID']['output'];
  /** What is in it, in the order in which it was added; at most 100 lines, one a variant. */
  lines: Array<CartLine>;
  /** The order that was made of it; null until then. A cart once ordered cannot be changed. */
  order?: Maybe<Order>;
  /** The sum of the lines. */
  subtotal: Money;
  /** The subtotal less the discounts. Shipping and tax are added when it is ordered. */
  total: Money;
  /** What all lines weigh together, in grams. */
  totalWeightGrams: Scalars['Int']['output'];
  /** What has changed since the buyer last changed the cart. */
  warnings: Array<OrdersWarning>;
};

/** A variant in a cart. */
export type CartLine = {
  __typename?: 'CartLine';
  /** Identifies the line: cln_… */
  id: Scalars['ID']['output'];
  /** Units, 1 to 999. */
  quantity: Scalars['Int']['output'];
  /** Unit price times quantity, before discounts. */
  total: Money;
  /** What one unit costs now. */
  unitPrice: Money;
  /** The variant; null when the catalogue no longer knows it. */
  variant?: Maybe<ProductVariant>;
};

/** A variant to be put into a cart. */
export type CartLineInput = {
  /** Units, 1 to 999. */
  quantity: Scalars['Int']['input'];
  /** The variant, var_… */
  variantId: Scalars['ID']['input'];
};

/** A line's new quantity. */
export type CartLineUpdateInput = {
  /** The line, cln_… */
  id: Scalars['ID']['input'];
  /** Units, 0 to 999; 0 takes the line out. */
  quantity: Scalars['Int']['input'];
};

/** Which order has arrived. */
export type ConfirmReceiptInput = {
  /** The order. */
  orderId: Scalars['ID']['input'];
};

/** What came of confirmReceipt. */
export type ConfirmReceiptPayload = {
  __typename?: 'ConfirmReceiptPayload';
  /** The order as it is now; null when it was refused. */
  order?: Maybe<Order>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<OrdersUserError>;
};

/** What a cart begins with. */
export type CreateCartInput = {
  /** The currency to buy in; left out: that of the request. */
  currencyCode?: InputMaybe<Scalars['CurrencyCode']['input']>;
  /** What to put in, at most 100 lines. */
  lines?: Array<CartLineInput>;
};

/** What came of createCart. */
export type CreateCartPayload = {
  __typename?: 'CreateCartPayload';
  /** The new cart; null when it was refused. */
  cart?: Maybe<Cart>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<OrdersUserError>;
  /** What was done otherwise than asked. */
  warnings: Array<OrdersWarning>;
};

/** An amount of money in one currency. */
export type Money = {
  __typename?: 'Money';
  /** The amount in the currency's main unit, exact, for example 19.90. */
  amount: Scalars['Decimal']['output'];
  /** The currency, as an ISO 4217 code. */
  currencyCode: Scalars['CurrencyCode']['output'];
};

export type Mutation = {
  __typename?: 'Mutation';
  /** Adds variants to a cart; more of a variant that is in it already raises that line's quantity. */
  addCartLines: AddCartLinesPayload;
  /** Puts a coupon on a cart, in place of the one that was on it. The coupon's owner must be signed in. */
  applyCoupon: ApplyCouponPayload;
  /** Gives up an order that is not paid. One that is paid can be refunded instead. */
  cancelOrder: CancelOrderPayload;
  /** The buyer confirms that a delivered order has arrived. */
  confirmReceipt: ConfirmReceiptPayload;
  /** Opens a cart: the caller's own when signed in, else a guest's. */
  createCart: CreateCartPayload;
  /** Orders what is in a cart, at the prices of now. Stock is reserved until the order is paid or its time to pay is over. */
  placeOrder: PlaceOrderPayload;
  /** Takes the coupon off a cart. */
  removeCoupon: RemoveCouponPayload;
  /** Sets quantities of lines; 0 takes a line out. */
  updateCartLines: UpdateCartLinesPayload;
};


export type MutationAddCartLinesArgs = {
  input: AddCartLinesInput;
};


export type MutationApplyCouponArgs = {
  input: ApplyCouponInput;
};


export type MutationCancelOrderArgs = {
  input: CancelOrderInput;
};


export type MutationConfirmReceiptArgs = {
  input: ConfirmReceiptInput;
};


export type MutationCreateCartArgs = {
  input: CreateCartInput;
};


export type MutationPlaceOrderArgs = {
  input: PlaceOrderInput;
};


export type MutationRemoveCouponArgs = {
  input: RemoveCouponInput;
};


export type MutationUpdateCartLinesArgs = {
  input: UpdateCartLinesInput;
};

/** What a buyer has ordered, as it was agreed: later changes of names, prices and addresses do not reach it. */
export type Order = {
  __typename?: 'Order';
  /** Who placed it; null when the account is gone. */
  buyer?: Maybe<User>;
  /** What was taken off. */
  discountTotal: Money;
  /** What was taken off, one by one. */
  discounts: Array<AppliedDiscount>;
  /** Every change of status, oldest first. */
  history: Array<OrderTransition>;
  /** Identifies the order: ord_… */
  id: Scalars['ID']['output'];
  /** What was ordered. */
  lines: Array<OrderLine>;
  /** What the buyer has added for the shop; null when nothing. */
  note?: Maybe<Scalars['String']['output']>;
  /** The order's name for people, unique in the shop, for example A-100001. */
  number: Scalars['String']['output'];
  /** Until when it can be paid; what is not paid by then is cancelled. */
  payBy: Scalars['DateTime']['output'];
  /** When it was placed. */
  placedAt: Scalars['DateTime']['output'];
  /** Where it is sent to. */
  shippingAddress: OrderAddress;
  /** What shipping costs. */
  shippingTotal: Money;
  /** Where it stands. */
  status: OrderStatus;
  /** The sum of the lines before discounts. */
  subtotal: Money;
  /** Sales tax on the goods after discount. */
  taxTotal: Money;
  /** Subtotal − discounts + tax + shipping: what is to be paid. */
  total: Money;
};

/** The address that an order is sent to. */
export type OrderAddress = {
  __typename?: 'OrderAddress';
  /** City or town. */
  city: Scalars['String']['output'];
  /** Country, as an ISO 3166-1 alpha-2 code. */
  countryCode: Scalars['String']['output'];
  /** Street and house number. */
  line1: Scalars['String']['output'];
  /** Flat, floor, company; null when none was given. */
  line2?: Maybe<Scalars['String']['output']>;
  /** Telephone number for the carrier; null when none was given. */
  phone?: Maybe<Scalars['String']['output']>;
  /** Postal code. */
  postalCode: Scalars['String']['output'];
  /** Who receives the parcel. */
  recipient: Scalars['String']['output'];
  /** State, province or county; null when none was given. */
  region?: Maybe<Scalars['String']['output']>;
};

/** A page of orders. */
export type OrderConnection = {
  __typename?: 'OrderConnection';
  /** The orders with their cursors. */
  edges: Array<OrderEdge>;
  /** The orders. */
  nodes: Array<Order>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many orders match in all; null when it was not counted. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** An order in a page. */
export type OrderEdge = {
  __typename?: 'OrderEdge';
  /** Where the order stands in the list. */
  cursor: Scalars['String']['output'];
  /** The order. */
  node: Order;
};

/** Which orders to list; what is left out does not matter. */
export type OrderFilter = {
  /** Only orders of this buyer, usr_… */
  buyerId?: InputMaybe<Scalars['ID']['input']>;
  /** Only the order with this number. */
  number?: InputMaybe<Scalars['String']['input']>;
  /** Only orders placed at this time or later. */
  placedFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** Only orders placed before this time. */
  placedTo?: InputMaybe<Scalars['DateTime']['input']>;
  /** Only orders in this status. */
  status?: InputMaybe<OrderStatus>;
};

/** A variant in an order, as it was sold. */
export type OrderLine = {
  __typename?: 'OrderLine';
  /** This line's part of the order's discounts. */
  discount: Money;
  /** Identifies the line: oln_… */
  id: Scalars['ID']['output'];
  /** The product's name when it was ordered. */
  productName: Scalars['String']['output'];
  /** Units. */
  quantity: Scalars['Int']['output'];
  /** The stock-keeping number when it was ordered. */
  sku: Scalars['String']['output'];
  /** Unit price times quantity, less the discount. */
  total: Money;
  /** What one unit was sold for, before discounts. */
  unitPrice: Money;
  /** The variant; null when the catalogue no longer knows it. */
  variant?: Maybe<ProductVariant>;
  /** The variant's name when it was ordered. */
  variantName: Scalars['String']['output'];
};

/** Where an order stands. */
export type OrderStatus =
  /** It was given up before it was paid. */
  | 'CANCELLED'
  /** The buyer has confirmed the receipt, or the time to do so has passed. */
  | 'COMPLETED'
  /** It has reached the buyer. */
  | 'DELIVERED'
  /** It is paid and waits to be sent. */
  | 'PAID'
  /** Its stock is reserved, and it waits to be paid. */
  | 'PENDING_PAYMENT'
  /** All that was paid was paid back. */
  | 'REFUNDED'
  /** A parcel is on its way. */
  | 'SHIPPED';

/** A change of an order's status. */
export type OrderTransition = {
  __typename?: 'OrderTransition';
  /** The status before; null when the order was placed. */
  from?: Maybe<OrderStatus>;
  /** When it happened. */
  occurredAt: Scalars['DateTime']['output'];
  /** Why, for a person; null when it goes without saying. */
  reason?: Maybe<Scalars['String']['output']>;
  /** The status after. */
  to: OrderStatus;
};

/** Something that happened to an order. */
export type OrderUpdate = {
  __typename?: 'OrderUpdate';
  /** Comes back as `after` to go on behind this update. */
  cursor: Scalars['String']['output'];
  /** What it is about. */
  kind: OrderUpdateKind;
  /** When it happened. */
  occurredAt: Scalars['DateTime']['output'];
  /** The order as it is when this is sent. */
  order: Order;
};

/** What an update of an order is about. */
export type OrderUpdateKind =
  /** The order's own status. */
  | 'ORDER'
  /** Its payment, or a refund of it. */
  | 'PAYMENT'
  /** A shipment of it, tracking scans included. */
  | 'SHIPMENT';

/** What can go wrong with carts and orders. */
export type OrdersErrorCode =
  /** The coupon's time has passed. */
  | 'ENDED'
  /** The idempotency key was used with another input. */
  | 'IDEMPOTENCY_CONFLICT'
  /** The object's state does not allow it. */
  | 'ILLEGAL_STATE'
  /** A value of the input cannot be taken. */
  | 'INVALID_INPUT'
  /** The buyer has used as many of this coupon as one buyer may. */
  | 'LIMIT_REACHED'
  /** There is no such object, or it belongs to somebody else. */
  | 'NOT_FOUND'
  /** The coupon does not run yet. */
  | 'NOT_STARTED'
  /** There is not enough of something in the cart. */
  | 'OUT_OF_STOCK'
  /** All coupons of this kind have been given out. */
  | 'SOLD_OUT';

/** A refusal by the orders subgraph. */
export type OrdersUserError = UserError & {
  __typename?: 'OrdersUserError';
  /** What went wrong, for a program. */
  code: OrdersErrorCode;
  /** Path into the input; null when it is about the whole. */
  field?: Maybe<Array<Scalars['String']['output']>>;
  /** What is wrong, in a sentence for a person. */
  message: Scalars['String']['output'];
};

/** Something that the buyer should know although the request was done. */
export type OrdersWarning = {
  __typename?: 'OrdersWarning';
  /** What it is about, for a program. A client must not break on a code that it does not know. */
  code: OrdersWarningCode;
  /** The same in a sentence for a person. */
  message: Scalars['String']['output'];
};

/** What was done otherwise than asked, or has changed since the buyer looked. Expect new ones. */
export type OrdersWarningCode =
  /** The coupon does not apply any more and was taken off the cart. */
  | 'COUPON_REMOVED'
  /** Something is no longer for sale and was taken out of the cart. */
  | 'LINE_REMOVED'
  /** There is not enough of something in the cart to order it. */
  | 'OUT_OF_STOCK'
  /** Something costs more or less than when the buyer last looked. */
  | 'PRICE_CHANGED'
  /** There is less than was asked for; the quantity was lowered to what is left. */
  | 'QUANTITY_LOWERED'
  /** Shipping costs more or less than was quoted. */
  | 'SHIPPING_PRICE_CHANGED';

/** Where a page stands in its list (Relay Cursor Connections). */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** Cursor of the last edge; null for an empty page. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether more follows after the last edge. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether anything stands before the first edge. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first edge; null for an empty page. */
  startCursor?: Maybe<Scalars['String']['output']>;
};

/** How a payment is made. */
export type PaymentMethod =
  /** The built-in simulated provider, which plays the buyer's bank. No real money moves. */
  | 'SIMULATED';

/** What it takes to order. */
export type PlaceOrderInput = {
  /** The cart. */
  cartId: Scalars['ID']['input'];
  /** Chosen by the client, 1 to 255 characters: the same key orders once. */
  idempotencyKey: Scalars['String']['input'];
  /** Something for the shop to know, at most 1000 characters. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** How it will be paid. */
  paymentMethod?: PaymentMethod;
  /** Where to send it. */
  shippingAddress: AddressInput;
  /** How to send it: one of the cart's shippingQuotes for this address. */
  shippingQuoteId: Scalars['ID']['input'];
};

/** What came of placeOrder. */
export type PlaceOrderPayload = {
  __typename?: 'PlaceOrderPayload';
  /** The order; null when it was refused, and then nothing is reserved and nothing will be charged. */
  order?: Maybe<Order>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<OrdersUserError>;
  /** What has changed since the buyer looked at the cart; the order stands nevertheless. */
  warnings: Array<OrdersWarning>;
};

/** What is bought: a product in one size, colour and so on. */
export type ProductVariant = {
  __typename?: 'ProductVariant';
  id: Scalars['ID']['output'];
};

export type Query = {
  __typename?: 'Query';
  /** A cart by its id; null when it is unknown or somebody else's. */
  cart?: Maybe<Cart>;
  /** An order by its id; null when it is unknown or somebody else's. */
  order?: Maybe<Order>;
  /** All orders of the shop, newest first. For those who work for the shop. */
  orders: OrderConnection;
};


export type QueryCartArgs = {
  id: Scalars['ID']['input'];
};


export type QueryOrderArgs = {
  id: Scalars['ID']['input'];
};


export type QueryOrdersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<OrderFilter>;
  first: Scalars['Int']['input'];
};

/** A cart that is to lose its coupon. */
export type RemoveCouponInput = {
  /** The cart. */
  cartId: Scalars['ID']['input'];
};

/** What came of removeCoupon. */
export type RemoveCouponPayload = {
  __typename?: 'RemoveCouponPayload';
  /** The cart as it is now; null when it was refused. */
  cart?: Maybe<Cart>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<OrdersUserError>;
  /** What was done otherwise than asked. */
  warnings: Array<OrdersWarning>;
};

export type Subscription = {
  __typename?: 'Subscription';
  /**
   * Pushed on every change of an order, of its payment and of its shipments. With `after`, what was missed since that update
   * comes first, in order; without it, only what happens from now on.
   */
  orderUpdated: OrderUpdate;
};


export type SubscriptionOrderUpdatedArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  orderId: Scalars['ID']['input'];
};

/** What to change in a cart. */
export type UpdateCartLinesInput = {
  /** The cart. */
  cartId: Scalars['ID']['input'];
  /** The lines to change, at most 100. */
  lines: Array<CartLineUpdateInput>;
};

/** What came of updateCartLines. */
export type UpdateCartLinesPayload = {
  __typename?: 'UpdateCartLinesPayload';
  /** The cart as it is now; null when it was refused. */
  cart?: Maybe<Cart>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<OrdersUserError>;
  /** What was done otherwise than asked. */
  warnings: Array<OrdersWarning>;
};

/** Somebody with an account at this shop. */
export type User = {
  __typename?: 'User';
  /** Identifies the user: usr_… */
  id: Scalars['ID']['output'];
  /** The user's orders, newest first; null unless it is your own account or you work for the shop. */
  orders?: Maybe<OrderConnection>;
};


/** Somebody with an account at this shop. */
export type UserOrdersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};

/** What the client asked for cannot be done, and the client can mend it. */
export type UserError = {
  /** Path into the input; null when it is about the whole. */
  field?: Maybe<Array<Scalars['String']['output']>>;
  /** What is wrong, in a sentence for a person. */
  message: Scalars['String']['output'];
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Cart: Cart;
  Order: Order;
  User: User;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Cart:
    ( { __typename: 'Cart' }
    & GraphQLRecursivePick<FederationTypes['Cart'], {"id":true}> );
  Order:
    ( { __typename: 'Order' }
    & GraphQLRecursivePick<FederationTypes['Order'], {"id":true}> );
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
};


/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  UserError: ( Mapped<OrdersUserError> );
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AddCartLinesInput: ResolverTypeWrapper<Mapped<AddCartLinesInput>>;
  ID: ResolverTypeWrapper<Mapped<Scalars['ID']['output']>>;
  AddCartLinesPayload: ResolverTypeWrapper<Mapped<AddCartLinesPayload>>;
  AddressInput: ResolverTypeWrapper<Mapped<AddressInput>>;
  String: ResolverTypeWrapper<Mapped<Scalars['String']['output']>>;
  AppliedDiscount: ResolverTypeWrapper<Mapped<AppliedDiscount>>;
  ApplyCouponInput: ResolverTypeWrapper<Mapped<ApplyCouponInput>>;
  ApplyCouponPayload: ResolverTypeWrapper<Mapped<ApplyCouponPayload>>;
  CancelOrderInput: ResolverTypeWrapper<Mapped<CancelOrderInput>>;
  CancelOrderPayload: ResolverTypeWrapper<Mapped<CancelOrderPayload>>;
  Cart: ResolverTypeWrapper<Mapped<Cart>>;
  Int: ResolverTypeWrapper<Mapped<Scalars['Int']['output']>>;
  CartLine: ResolverTypeWrapper<Mapped<CartLine>>;
  CartLineInput: ResolverTypeWrapper<Mapped<CartLineInput>>;
  CartLineUpdateInput: ResolverTypeWrapper<Mapped<CartLineUpdateInput>>;
  ConfirmReceiptInput: ResolverTypeWrapper<Mapped<ConfirmReceiptInput>>;
  ConfirmReceiptPayload: ResolverTypeWrapper<Mapped<ConfirmReceiptPayload>>;
  CreateCartInput: ResolverTypeWrapper<Mapped<CreateCartInput>>;
  CreateCartPayload: ResolverTypeWrapper<Mapped<CreateCartPayload>>;
  CurrencyCode: ResolverTypeWrapper<Mapped<Scalars['CurrencyCode']['output']>>;
  DateTime: ResolverTypeWrapper<Mapped<Scalars['DateTime']['output']>>;
  Decimal: ResolverTypeWrapper<Mapped<Scalars['Decimal']['output']>>;
  Money: ResolverTypeWrapper<Mapped<Money>>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Order: ResolverTypeWrapper<Mapped<Order>>;
  OrderAddress: ResolverTypeWrapper<Mapped<OrderAddress>>;
  OrderConnection: ResolverTypeWrapper<Mapped<OrderConnection>>;
  OrderEdge: ResolverTypeWrapper<Mapped<OrderEdge>>;
  OrderFilter: ResolverTypeWrapper<Mapped<OrderFilter>>;
  OrderLine: ResolverTypeWrapper<Mapped<OrderLine>>;
  OrderStatus: ResolverTypeWrapper<Mapped<OrderStatus>>;
  OrderTransition: ResolverTypeWrapper<Mapped<OrderTransition>>;
  OrderUpdate: ResolverTypeWrapper<Mapped<OrderUpdate>>;
  OrderUpdateKind: ResolverTypeWrapper<Mapped<OrderUpdateKind>>;
  OrdersErrorCode: ResolverTypeWrapper<Mapped<OrdersErrorCode>>;
  OrdersUserError: ResolverTypeWrapper<Mapped<OrdersUserError>>;
  OrdersWarning: ResolverTypeWrapper<Mapped<OrdersWarning>>;
  OrdersWarningCode: ResolverTypeWrapper<Mapped<OrdersWarningCode>>;
  PageInfo: ResolverTypeWrapper<Mapped<PageInfo>>;
  Boolean: ResolverTypeWrapper<Mapped<Scalars['Boolean']['output']>>;
  PaymentMethod: ResolverTypeWrapper<Mapped<PaymentMethod>>;
  PlaceOrderInput: ResolverTypeWrapper<Mapped<PlaceOrderInput>>;
  PlaceOrderPayload: ResolverTypeWrapper<Mapped<PlaceOrderPayload>>;
  ProductVariant: ResolverTypeWrapper<Mapped<ProductVariant>>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RemoveCouponInput: ResolverTypeWrapper<Mapped<RemoveCouponInput>>;
  RemoveCouponPayload: ResolverTypeWrapper<Mapped<RemoveCouponPayload>>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  UpdateCartLinesInput: ResolverTypeWrapper<Mapped<UpdateCartLinesInput>>;
  UpdateCartLinesPayload: ResolverTypeWrapper<Mapped<UpdateCartLinesPayload>>;
  User: ResolverTypeWrapper<Mapped<User>>;
  UserError: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['UserError']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AddCartLinesInput: Mapped<AddCartLinesInput>;
  ID: Mapped<Scalars['ID']['output']>;
  AddCartLinesPayload: Mapped<AddCartLinesPayload>;
  AddressInput: Mapped<AddressInput>;
  String: Mapped<Scalars['String']['output']>;
  AppliedDiscount: Mapped<AppliedDiscount>;
  ApplyCouponInput: Mapped<ApplyCouponInput>;
  ApplyCouponPayload: Mapped<ApplyCouponPayload>;
  CancelOrderInput: Mapped<CancelOrderInput>;
  CancelOrderPayload: Mapped<CancelOrderPayload>;
  Cart: Mapped<Cart | FederationReferenceTypes['Cart']>;
  Int: Mapped<Scalars['Int']['output']>;
  CartLine: Mapped<CartLine>;
  CartLineInput: Mapped<CartLineInput>;
  CartLineUpdateInput: Mapped<CartLineUpdateInput>;
  ConfirmReceiptInput: Mapped<ConfirmReceiptInput>;
  ConfirmReceiptPayload: Mapped<ConfirmReceiptPayload>;
  CreateCartInput: Mapped<CreateCartInput>;
  CreateCartPayload: Mapped<CreateCartPayload>;
  CurrencyCode: Mapped<Scalars['CurrencyCode']['output']>;
  DateTime: Mapped<Scalars['DateTime']['output']>;
  Decimal: Mapped<Scalars['Decimal']['output']>;
  Money: Mapped<Money>;
  Mutation: Record<PropertyKey, never>;
  Order: Mapped<Order | FederationReferenceTypes['Order']>;
  OrderAddress: Mapped<OrderAddress>;
  OrderConnection: Mapped<OrderConnection>;
  OrderEdge: Mapped<OrderEdge>;
  OrderFilter: Mapped<OrderFilter>;
  OrderLine: Mapped<OrderLine>;
  OrderTransition: Mapped<OrderTransition>;
  OrderUpdate: Mapped<OrderUpdate>;
  OrdersUserError: Mapped<OrdersUserError>;
  OrdersWarning: Mapped<OrdersWarning>;
  PageInfo: Mapped<PageInfo>;
  Boolean: Mapped<Scalars['Boolean']['output']>;
  PlaceOrderInput: Mapped<PlaceOrderInput>;
  PlaceOrderPayload: Mapped<PlaceOrderPayload>;
  ProductVariant: Mapped<ProductVariant>;
  Query: Record<PropertyKey, never>;
  RemoveCouponInput: Mapped<RemoveCouponInput>;
  RemoveCouponPayload: Mapped<RemoveCouponPayload>;
  Subscription: Record<PropertyKey, never>;
  UpdateCartLinesInput: Mapped<UpdateCartLinesInput>;
  UpdateCartLinesPayload: Mapped<UpdateCartLinesPayload>;
  User: Mapped<User | FederationReferenceTypes['User']>;
  UserError: ResolversInterfaceTypes<ResolversParentTypes>['UserError'];
};

export type AddCartLinesPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AddCartLinesPayload'] = ResolversParentTypes['AddCartLinesPayload']> = {
  cart?: Resolver<Maybe<ResolversTypes['Cart']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['OrdersUserError']>, ParentType, ContextType>;
  warnings?: Resolver<Array<ResolversTypes['OrdersWarning']>, ParentType, ContextType>;
};

export type AppliedDiscountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AppliedDiscount'] = ResolversParentTypes['AppliedDiscount']> = {
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ApplyCouponPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApplyCouponPayload'] = ResolversParentTypes['ApplyCouponPayload']> = {
  cart?: Resolver<Maybe<ResolversTypes['Cart']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['OrdersUserError']>, ParentType, ContextType>;
  warnings?: Resolver<Array<ResolversTypes['OrdersWarning']>, ParentType, ContextType>;
};

export type CancelOrderPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CancelOrderPayload'] = ResolversParentTypes['CancelOrderPayload']> = {
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['OrdersUserError']>, ParentType, ContextType>;
};

export type CartResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Cart'] = ResolversParentTypes['Cart'], FederationReferenceType extends FederationReferenceTypes['Cart'] = FederationReferenceTypes['Cart']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Cart']> | FederationReferenceType, FederationReferenceType, ContextType>;
  couponCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  currencyCode?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  discounts?: Resolver<Array<ResolversTypes['AppliedDiscount']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['CartLine']>, ParentType, ContextType>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  subtotal?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  totalWeightGrams?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  warnings?: Resolver<Array<ResolversTypes['OrdersWarning']>, ParentType, ContextType>;
};

export type CartLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CartLine'] = ResolversParentTypes['CartLine']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  unitPrice?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  variant?: Resolver<Maybe<ResolversTypes['ProductVariant']>, ParentType, ContextType>;
};

export type ConfirmReceiptPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConfirmReceiptPayload'] = ResolversParentTypes['ConfirmReceiptPayload']> = {
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['OrdersUserError']>, ParentType, ContextType>;
};

export type CreateCartPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateCartPayload'] = ResolversParentTypes['CreateCartPayload']> = {
  cart?: Resolver<Maybe<ResolversTypes['Cart']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['OrdersUserError']>, ParentType, ContextType>;
  warnings?: Resolver<Array<ResolversTypes['OrdersWarning']>, ParentType, ContextType>;
};

export interface CurrencyCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CurrencyCode'], any> {
  name: 'CurrencyCode';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface DecimalScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Decimal'], any> {
  name: 'Decimal';
}

export type MoneyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  currencyCode?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  addCartLines?: Resolver<ResolversTypes['AddCartLinesPayload'], ParentType, ContextType, RequireFields<MutationAddCartLinesArgs, 'input'>>;
  applyCoupon?: Resolver<ResolversTypes['ApplyCouponPayload'], ParentType, ContextType, RequireFields<MutationApplyCouponArgs, 'input'>>;
  cancelOrder?: Resolver<ResolversTypes['CancelOrderPayload'], ParentType, ContextType, RequireFields<MutationCancelOrderArgs, 'input'>>;
  confirmReceipt?: Resolver<ResolversTypes['ConfirmReceiptPayload'], ParentType, ContextType, RequireFields<MutationConfirmReceiptArgs, 'input'>>;
  createCart?: Resolver<ResolversTypes['CreateCartPayload'], ParentType, ContextType, RequireFields<MutationCreateCartArgs, 'input'>>;
  placeOrder?: Resolver<ResolversTypes['PlaceOrderPayload'], ParentType, ContextType, RequireFields<MutationPlaceOrderArgs, 'input'>>;
  removeCoupon?: Resolver<ResolversTypes['RemoveCouponPayload'], ParentType, ContextType, RequireFields<MutationRemoveCouponArgs, 'input'>>;
  updateCartLines?: Resolver<ResolversTypes['UpdateCartLinesPayload'], ParentType, ContextType, RequireFields<MutationUpdateCartLinesArgs, 'input'>>;
};

export type OrderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Order'] = ResolversParentTypes['Order'], FederationReferenceType extends FederationReferenceTypes['Order'] = FederationReferenceTypes['Order']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Order']> | FederationReferenceType, FederationReferenceType, ContextType>;
  buyer?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  discountTotal?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  discounts?: Resolver<Array<ResolversTypes['AppliedDiscount']>, ParentType, ContextType>;
  history?: Resolver<Array<ResolversTypes['OrderTransition']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['OrderLine']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  payBy?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  placedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  shippingAddress?: Resolver<ResolversTypes['OrderAddress'], ParentType, ContextType>;
  shippingTotal?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['OrderStatus'], ParentType, ContextType>;
  subtotal?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  taxTotal?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type OrderAddressResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderAddress'] = ResolversParentTypes['OrderAddress']> = {
  city?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  countryCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  line1?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  line2?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  postalCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  recipient?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type OrderConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderConnection'] = ResolversParentTypes['OrderConnection']> = {
  edges?: Resolver<Array<ResolversTypes['OrderEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Order']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type OrderEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderEdge'] = ResolversParentTypes['OrderEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Order'], ParentType, ContextType>;
};

export type OrderLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderLine'] = ResolversParentTypes['OrderLine']> = {
  discount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  productName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sku?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  unitPrice?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  variant?: Resolver<Maybe<ResolversTypes['ProductVariant']>, ParentType, ContextType>;
  variantName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type OrderTransitionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderTransition'] = ResolversParentTypes['OrderTransition']> = {
  from?: Resolver<Maybe<ResolversTypes['OrderStatus']>, ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  to?: Resolver<ResolversTypes['OrderStatus'], ParentType, ContextType>;
};

export type OrderUpdateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderUpdate'] = ResolversParentTypes['OrderUpdate']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['OrderUpdateKind'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  order?: Resolver<ResolversTypes['Order'], ParentType, ContextType>;
};

export type OrdersUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrdersUserError'] = ResolversParentTypes['OrdersUserError']> = {
  code?: Resolver<ResolversTypes['OrdersErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OrdersWarningResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrdersWarning'] = ResolversParentTypes['OrdersWarning']> = {
  code?: Resolver<ResolversTypes['OrdersWarningCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PlaceOrderPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PlaceOrderPayload'] = ResolversParentTypes['PlaceOrderPayload']> = {
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['OrdersUserError']>, ParentType, ContextType>;
  warnings?: Resolver<Array<ResolversTypes['OrdersWarning']>, ParentType, ContextType>;
};

export type ProductVariantResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductVariant'] = ResolversParentTypes['ProductVariant']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  cart?: Resolver<Maybe<ResolversTypes['Cart']>, ParentType, ContextType, RequireFields<QueryCartArgs, 'id'>>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType, RequireFields<QueryOrderArgs, 'id'>>;
  orders?: Resolver<ResolversTypes['OrderConnection'], ParentType, ContextType, RequireFields<QueryOrdersArgs, 'first'>>;
};

export type RemoveCouponPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveCouponPayload'] = ResolversParentTypes['RemoveCouponPayload']> = {
  cart?: Resolver<Maybe<ResolversTypes['Cart']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['OrdersUserError']>, ParentType, ContextType>;
  warnings?: Resolver<Array<ResolversTypes['OrdersWarning']>, ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  orderUpdated?: SubscriptionResolver<ResolversTypes['OrderUpdate'], "orderUpdated", ParentType, ContextType, RequireFields<SubscriptionOrderUpdatedArgs, 'orderId'>>;
};

export type UpdateCartLinesPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateCartLinesPayload'] = ResolversParentTypes['UpdateCartLinesPayload']> = {
  cart?: Resolver<Maybe<ResolversTypes['Cart']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['OrdersUserError']>, ParentType, ContextType>;
  warnings?: Resolver<Array<ResolversTypes['OrdersWarning']>, ParentType, ContextType>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  orders?: Resolver<Maybe<ResolversTypes['OrderConnection']>, ParentType, ContextType, RequireFields<UserOrdersArgs, 'first'>>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType: TypeResolveFn<'OrdersUserError', ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  AddCartLinesPayload?: AddCartLinesPayloadResolvers<ContextType>;
  AppliedDiscount?: AppliedDiscountResolvers<ContextType>;
  ApplyCouponPayload?: ApplyCouponPayloadResolvers<ContextType>;
  CancelOrderPayload?: CancelOrderPayloadResolvers<ContextType>;
  Cart?: CartResolvers<ContextType>;
  CartLine?: CartLineResolvers<ContextType>;
  ConfirmReceiptPayload?: ConfirmReceiptPayloadResolvers<ContextType>;
  CreateCartPayload?: CreateCartPayloadResolvers<ContextType>;
  CurrencyCode?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  Money?: MoneyResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Order?: OrderResolvers<ContextType>;
  OrderAddress?: OrderAddressResolvers<ContextType>;
  OrderConnection?: OrderConnectionResolvers<ContextType>;
  OrderEdge?: OrderEdgeResolvers<ContextType>;
  OrderLine?: OrderLineResolvers<ContextType>;
  OrderTransition?: OrderTransitionResolvers<ContextType>;
  OrderUpdate?: OrderUpdateResolvers<ContextType>;
  OrdersUserError?: OrdersUserErrorResolvers<ContextType>;
  OrdersWarning?: OrdersWarningResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PlaceOrderPayload?: PlaceOrderPayloadResolvers<ContextType>;
  ProductVariant?: ProductVariantResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RemoveCouponPayload?: RemoveCouponPayloadResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  UpdateCartLinesPayload?: UpdateCartLinesPayloadResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
};

