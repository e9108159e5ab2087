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

/** A coupon to be claimed. */
export type ClaimCouponInput = {
  /** The coupon, `cpn_…`. */
  couponId: Scalars['ID']['input'];
  /** 1 to 255 characters; the same key claims once. */
  idempotencyKey: Scalars['String']['input'];
};

/** What came of claiming a coupon. */
export type ClaimCouponPayload = {
  __typename?: 'ClaimCouponPayload';
  /** The coupon in the user's hands; null when it was refused. */
  userCoupon?: Maybe<UserCoupon>;
  /** Why it was refused: SOLD_OUT, LIMIT_REACHED, NOT_STARTED, ENDED, NOT_FOUND; empty when it was not. */
  userErrors: Array<MarketingUserError>;
};

/** A coupon as the shop offers it. Each one given out is a `UserCoupon`. */
export type Coupon = {
  __typename?: 'Coupon';
  /** The currency of the orders that it can be used for; null when it can be used in every currency. */
  currencyCode?: Maybe<Scalars['CurrencyCode']['output']>;
  /** From when it is neither given out nor can be used; null when it has no end. */
  endsAt?: Maybe<Scalars['DateTime']['output']>;
  /** Identifier, `cpn_…`. */
  id: Scalars['ID']['output'];
  /** How it comes to its users. */
  issue: CouponIssue;
  /** What it does to an order. */
  kind: CouponKind;
  /** What buyers read, for example on the discount line of their order. */
  name: Scalars['String']['output'];
  /** How many one user may get. */
  perUserLimit: Scalars['Int']['output'];
  /** How many are still to be given out. */
  remaining: Scalars['Int']['output'];
  /** From when it is given out and can be used. */
  startsAt: Scalars['DateTime']['output'];
  /** The subtotal, before any discount, from which on it can be used; null when it has no threshold. */
  threshold?: Maybe<Money>;
  /** How many are given out in all. */
  total: Scalars['Int']['output'];
  /** Days for which one can be used after it was given out, but not beyond `endsAt`; null when only `endsAt` counts. */
  validDays?: Maybe<Scalars['Int']['output']>;
  /** Percent for PERCENT_OFF, else an amount in `currencyCode`; 0 for a GIFT that pays for a unit of any price. */
  value: Scalars['Decimal']['output'];
};

/** A page of coupons. */
export type CouponConnection = {
  __typename?: 'CouponConnection';
  /** The coupons with their cursors. */
  edges: Array<CouponEdge>;
  /** The coupons alone. */
  nodes: Array<Coupon>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
  /** How many the list holds in all; null when it was not counted. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A coupon in a list. */
export type CouponEdge = {
  __typename?: 'CouponEdge';
  /** Where it stands in the list. */
  cursor: Scalars['String']['output'];
  /** The coupon. */
  node: Coupon;
};

/** Narrows a list of coupons. */
export type CouponFilter = {
  /** Which coupons to list. */
  scope?: CouponScope;
};

/** How a coupon comes to its users. */
export type CouponIssue =
  /** Everybody who opens an account while it runs gets one. */
  | 'AUTO'
  /** Users claim it themselves. */
  | 'CLAIM'
  /** Whoever enters one of its single-use exchange codes gets one. */
  | 'EXCHANGE_CODE';

/** What a coupon does to an order. */
export type CouponKind =
  /** Takes `value` off once the subtotal reaches the threshold. */
  | 'AMOUNT_OFF'
  /** Takes `value` off any order, like a voucher; it has no threshold. */
  | 'CASH'
  /**
   * Pays for the cheapest single unit in the cart once the subtotal reaches the threshold if there is one;
   * at most `value` when `value` is more than 0.
   */
  | 'GIFT'
  /** Takes `value` percent off, once the subtotal reaches the threshold if there is one. */
  | 'PERCENT_OFF';

/** Why a coupon takes nothing off. */
export type CouponProblem = {
  __typename?: 'CouponProblem';
  /** The reason, for programs. */
  code: MarketingErrorCode;
  /** The reason, in a sentence for a person. */
  message: Scalars['String']['output'];
};

/** Which coupons a list holds. */
export type CouponScope =
  /** All there are; needs the permission to manage coupons. */
  | 'ALL'
  /** Those that users claim themselves and that run or will run. */
  | 'CLAIMABLE';

/** A coupon to be offered. */
export type CreateCouponInput = {
  /** The currency of its amounts; the shop's first when left out. */
  currencyCode?: InputMaybe<Scalars['CurrencyCode']['input']>;
  /** From when it is neither given out nor can be used; never when left out. */
  endsAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** How it comes to its users; CLAIM when left out. */
  issue?: InputMaybe<CouponIssue>;
  /** What it does to an order. */
  kind: CouponKind;
  /** What buyers read, 1 to 200 characters. */
  name: Scalars['String']['input'];
  /** How many one user may get, from 1 to 1000; 1 when left out. */
  perUserLimit?: InputMaybe<Scalars['Int']['input']>;
  /** From when it is given out and can be used; now when left out. */
  startsAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** The subtotal from which on it can be used; none when left out. CASH has none. */
  threshold?: InputMaybe<Scalars['Decimal']['input']>;
  /** How many are given out in all, from 1 to 100,000,000. */
  total: Scalars['Int']['input'];
  /** Days for which one can be used after it was given out, from 1 to 3650; until `endsAt` when left out. */
  validDays?: InputMaybe<Scalars['Int']['input']>;
  /** More than 0 up to 100 for PERCENT_OFF; an amount for AMOUNT_OFF and CASH; for GIFT the most that it pays, 0 for any. */
  value: Scalars['Decimal']['input'];
};

/** What came of offering a coupon. */
export type CreateCouponPayload = {
  __typename?: 'CreateCouponPayload';
  /** The coupon; null when it was refused. */
  coupon?: Maybe<Coupon>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<MarketingUserError>;
};

/** Exchange codes to be made. */
export type CreateExchangeCodesInput = {
  /** How many, from 1 to 1000; all codes of a coupon together are at most its total. */
  count: Scalars['Int']['input'];
  /** A coupon issued by EXCHANGE_CODE, `cpn_…`. */
  couponId: Scalars['ID']['input'];
  /** 1 to 255 characters; the same key makes codes once. Without it every call makes new ones. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What came of making exchange codes. */
export type CreateExchangeCodesPayload = {
  __typename?: 'CreateExchangeCodesPayload';
  /** The codes, each good for one coupon; null when it was refused. */
  codes?: Maybe<Array<Scalars['String']['output']>>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<MarketingUserError>;
};

/** A promotion to be run. */
export type CreatePromotionInput = {
  /** The currency of the amount; the shop's first when left out. */
  currencyCode?: InputMaybe<Scalars['CurrencyCode']['input']>;
  /** From when it no longer applies; until it is ended when left out. */
  endsAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** What it takes off. */
  kind: PromotionKind;
  /** What buyers read, 1 to 200 characters. */
  name: Scalars['String']['input'];
  /** The products that it is for, from 1 to 100, `prd_…`. */
  productIds: Array<Scalars['ID']['input']>;
  /** From when it applies; now when left out. */
  startsAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** More than 0 up to 100 for PERCENT_OFF, an amount off every unit for AMOUNT_OFF. */
  value: Scalars['Decimal']['input'];
};

/** What came of a new promotion. */
export type CreatePromotionPayload = {
  __typename?: 'CreatePromotionPayload';
  /** The promotion; null when it was refused. */
  promotion?: Maybe<Promotion>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<MarketingUserError>;
};

/** One line to be discounted. */
export type DiscountLineInput = {
  /** The product, `prd_…`. */
  productId: Scalars['ID']['input'];
  /** How many units. */
  quantity: Scalars['Int']['input'];
  /** The price of one unit in the currency of the quote. */
  unitPrice: Scalars['Decimal']['input'];
  /** The variant, `var_…`. */
  variantId: Scalars['ID']['input'];
};

/** What is taken off a cart or an order. */
export type DiscountQuote = {
  __typename?: 'DiscountQuote';
  /** Why the coupon takes nothing off; null when it does, or when none was entered. */
  couponProblem?: Maybe<CouponProblem>;
  /** Promotions first, then the coupon; together never more than the subtotal. */
  discounts: Array<QuotedDiscount>;
};

/** A promotion to be ended. */
export type EndPromotionInput = {
  /** The promotion, `prm_…`. One that has ended already stays as it is. */
  promotionId: Scalars['ID']['input'];
};

/** What came of ending a promotion. */
export type EndPromotionPayload = {
  __typename?: 'EndPromotionPayload';
  /** The promotion; null when it was refused. */
  promotion?: Maybe<Promotion>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<MarketingUserError>;
};

/** An exchange code to be turned into a coupon. */
export type ExchangeCouponInput = {
  /** The code; upper and lower case are the same. */
  code: Scalars['String']['input'];
  /** 1 to 255 characters; the same key exchanges once. */
  idempotencyKey: Scalars['String']['input'];
};

/** What came of an exchange. */
export type ExchangeCouponPayload = {
  __typename?: 'ExchangeCouponPayload';
  /** The coupon in the user's hands; null when it was refused. */
  userCoupon?: Maybe<UserCoupon>;
  /** Why it was refused: NOT_FOUND for a code that is unknown or used; empty when it was not. */
  userErrors: Array<MarketingUserError>;
};

/** Notifications that the user has read. */
export type MarkNotificationsReadInput = {
  /** Whether to mark all of them; leave it out to mark some. */
  all?: InputMaybe<Scalars['Boolean']['input']>;
  /** Some of them, at most 100; leave it out to mark all. */
  ids?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** What came of marking notifications as read. */
export type MarkNotificationsReadPayload = {
  __typename?: 'MarkNotificationsReadPayload';
  /** How many the user has not read; null when it was refused. */
  unreadCount?: Maybe<Scalars['Int']['output']>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<MarketingUserError>;
};

/** Why marketing refuses. */
export type MarketingErrorCode =
  /** The coupon's time has passed. */
  | 'ENDED'
  /** The idempotency key was used with another input. */
  | 'IDEMPOTENCY_CONFLICT'
  /** It is not in a state that allows this: a coupon already used, a threshold not reached. */
  | 'ILLEGAL_STATE'
  /** A value cannot be taken, or a coupon is for another currency. */
  | 'INVALID_INPUT'
  /** The user holds as many of this coupon as one user may have. */
  | 'LIMIT_REACHED'
  /** There is no such coupon, code, promotion or notification for the caller. */
  | 'NOT_FOUND'
  /** The coupon does not run yet. */
  | 'NOT_STARTED'
  /** All coupons of this kind have been given out. */
  | 'SOLD_OUT';

/** A refusal of marketing. */
export type MarketingUserError = UserError & {
  __typename?: 'MarketingUserError';
  /** What is wrong, for programs. */
  code: MarketingErrorCode;
  /** Path into the input; null when it is about the whole. */
  field?: Maybe<Array<Scalars['String']['output']>>;
  /** What is wrong, in a sentence for a person. */
  message: Scalars['String']['output'];
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
  /** Claims a coupon for the signed-in user. */
  claimCoupon: ClaimCouponPayload;
  /** Offers a coupon. */
  createCoupon: CreateCouponPayload;
  /** Makes single-use exchange codes for a coupon. */
  createExchangeCodes: CreateExchangeCodesPayload;
  /** Runs a promotion on some products. */
  createPromotion: CreatePromotionPayload;
  /** Ends a promotion at once. */
  endPromotion: EndPromotionPayload;
  /** Turns an exchange code into a coupon for the signed-in user. */
  exchangeCoupon: ExchangeCouponPayload;
  /** Marks notifications of the signed-in user as read. */
  markNotificationsRead: MarkNotificationsReadPayload;
  /** Uses a coupon for an order: a step of placing it. */
  redeemCoupon: RedeemCouponPayload;
  /** Gives back the coupon of an order that is not to be. */
  returnCoupon: ReturnCouponPayload;
};


export type MutationClaimCouponArgs = {
  input: ClaimCouponInput;
};


export type MutationCreateCouponArgs = {
  input: CreateCouponInput;
};


export type MutationCreateExchangeCodesArgs = {
  input: CreateExchangeCodesInput;
};


export type MutationCreatePromotionArgs = {
  input: CreatePromotionInput;
};


export type MutationEndPromotionArgs = {
  input: EndPromotionInput;
};


export type MutationExchangeCouponArgs = {
  input: ExchangeCouponInput;
};


export type MutationMarkNotificationsReadArgs = {
  input: MarkNotificationsReadInput;
};


export type MutationRedeemCouponArgs = {
  input: RedeemCouponInput;
};


export type MutationReturnCouponArgs = {
  input: ReturnCouponInput;
};

/** A message in a user's message centre. */
export type Notification = {
  __typename?: 'Notification';
  /** The message, in the shop's language. */
  body: Scalars['String']['output'];
  /** When it was sent. */
  createdAt: Scalars['DateTime']['output'];
  /** Identifier, `ntf_…`. */
  id: Scalars['ID']['output'];
  /** What it is about. */
  kind: NotificationKind;
  /** The order that it is about; null when it is about none. */
  order?: Maybe<Order>;
  /** When the user read it; null while it is unread. */
  readAt?: Maybe<Scalars['DateTime']['output']>;
  /** One line, in the shop's language. */
  title: Scalars['String']['output'];
};

/** A page of a user's notifications. */
export type NotificationConnection = {
  __typename?: 'NotificationConnection';
  /** The notifications with their cursors. */
  edges: Array<NotificationEdge>;
  /** The notifications alone. */
  nodes: Array<Notification>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
  /** How many the user has in all; null when it was not counted. */
  totalCount?: Maybe<Scalars['Int']['output']>;
  /** How many the user has not read, on all pages. */
  unreadCount: Scalars['Int']['output'];
};

/** A notification in a list. */
export type NotificationEdge = {
  __typename?: 'NotificationEdge';
  /** Where it stands in the list. */
  cursor: Scalars['String']['output'];
  /** The notification. */
  node: Notification;
};

/** What a notification is about. */
export type NotificationKind =
  /** An order was cancelled. */
  | 'ORDER_CANCELLED'
  /** Every parcel of an order has arrived. */
  | 'ORDER_DELIVERED'
  /** An order was paid. */
  | 'ORDER_PAID'
  /** An order was placed. */
  | 'ORDER_PLACED'
  /** All that was paid for an order was paid back. */
  | 'ORDER_REFUNDED'
  /** The first parcel of an order is on its way. */
  | 'ORDER_SHIPPED'
  /** Money was paid back. */
  | 'REFUND_SUCCEEDED'
  /** The user has opened an account. */
  | 'WELCOME';

export type Order = {
  __typename?: 'Order';
  id: Scalars['ID']['output'];
};

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

/** Something a shop sells, in one or more variants. */
export type Product = {
  __typename?: 'Product';
  /** Its id, `prd_…`. */
  id: Scalars['ID']['output'];
  /** The promotions that run on the product now in the request's currency, the one that ends first at the front. */
  promotions: Array<Promotion>;
};

/**
 * Something off certain products for a time, for everybody and without a code. It shows as a discount of the cart; prices
 * in the catalog stay. Of several on one product the one that takes most off applies.
 */
export type Promotion = {
  __typename?: 'Promotion';
  /** The currency of the carts that it applies to; null when it applies in every currency. */
  currencyCode?: Maybe<Scalars['CurrencyCode']['output']>;
  /** From when it no longer applies; null while no end is set. */
  endsAt?: Maybe<Scalars['DateTime']['output']>;
  /** Identifier, `prm_…`. */
  id: Scalars['ID']['output'];
  /** What it takes off. */
  kind: PromotionKind;
  /** What buyers read, for example on the discount line of their order. */
  name: Scalars['String']['output'];
  /** The products that it is for, at most 100. */
  products: Array<Product>;
  /** From when it applies. */
  startsAt: Scalars['DateTime']['output'];
  /** Percent for PERCENT_OFF, an amount in `currencyCode` off every unit for AMOUNT_OFF. */
  value: Scalars['Decimal']['output'];
};

/** A page of promotions. */
export type PromotionConnection = {
  __typename?: 'PromotionConnection';
  /** The promotions with their cursors. */
  edges: Array<PromotionEdge>;
  /** The promotions alone. */
  nodes: Array<Promotion>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
  /** How many there are in all; null when it was not counted. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A promotion in a list. */
export type PromotionEdge = {
  __typename?: 'PromotionEdge';
  /** Where it stands in the list. */
  cursor: Scalars['String']['output'];
  /** The promotion. */
  node: Promotion;
};

/** What a promotion takes off. */
export type PromotionKind =
  /** Takes `value` off every unit, in one currency. */
  | 'AMOUNT_OFF'
  /** Takes `value` percent off. */
  | 'PERCENT_OFF';

export type Query = {
  __typename?: 'Query';
  /** One coupon; null when it is unknown, or not for claiming and the caller may not manage coupons. */
  coupon?: Maybe<Coupon>;
  /** The coupons on offer, newest first: those that can be claimed now or later, unless the filter says otherwise. */
  coupons: CouponConnection;
  /** All promotions, newest first. */
  promotions: PromotionConnection;
  /** What promotions and a coupon take off a cart or an order. */
  quoteDiscounts: DiscountQuote;
};


export type QueryCouponArgs = {
  id: Scalars['ID']['input'];
};


export type QueryCouponsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CouponFilter>;
  first: Scalars['Int']['input'];
};


export type QueryPromotionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};


export type QueryQuoteDiscountsArgs = {
  input: QuoteDiscountsInput;
};

/** A cart or an order to be discounted. */
export type QuoteDiscountsInput = {
  /** The coupon that the buyer has entered; null for none. */
  couponCode?: InputMaybe<Scalars['String']['input']>;
  /** The currency of the prices. */
  currencyCode: Scalars['CurrencyCode']['input'];
  /** What is bought. */
  lines: Array<DiscountLineInput>;
  /** Whose it is, `usr_…`; null for a guest. */
  userId?: InputMaybe<Scalars['ID']['input']>;
};

/** One discount. */
export type QuotedDiscount = {
  __typename?: 'QuotedDiscount';
  /** What is taken off, more than 0. */
  amount: Money;
  /** The coupon that it comes from, `cpn_…`; null when it comes from a promotion. */
  couponId?: Maybe<Scalars['ID']['output']>;
  /** What buyers read: the name of the promotion or of the coupon. */
  label: Scalars['String']['output'];
  /** The promotion that it comes from, `prm_…`; null when it comes from a coupon. */
  promotionId?: Maybe<Scalars['ID']['output']>;
};

/** A coupon to be used for an order. */
export type RedeemCouponInput = {
  /** The coupon's code. */
  code: Scalars['String']['input'];
  /** The order, `ord_…`; the same order redeems once. */
  orderId: Scalars['ID']['input'];
  /** The buyer, `usr_…`. */
  userId: Scalars['ID']['input'];
};

/** What came of redeeming a coupon. */
export type RedeemCouponPayload = {
  __typename?: 'RedeemCouponPayload';
  /** The coupon, now redeemed; null when it was refused. */
  userCoupon?: Maybe<UserCoupon>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<MarketingUserError>;
};

/** An order that gives back its coupon. */
export type ReturnCouponInput = {
  /** The order, `ord_…`; the same order gives back once. */
  orderId: Scalars['ID']['input'];
};

/** What came of giving back a coupon. */
export type ReturnCouponPayload = {
  __typename?: 'ReturnCouponPayload';
  /** The coupon, available or expired; null when the order had used none. */
  userCoupon?: Maybe<UserCoupon>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<MarketingUserError>;
};

export type Subscription = {
  __typename?: 'Subscription';
  /** Every notification that the signed-in user gets from now on. */
  notificationReceived: Notification;
};

/** Somebody with an account at this shop. */
export type User = {
  __typename?: 'User';
  /** The user's coupons, newest first; null for anybody but the user and staff. */
  coupons?: Maybe<UserCouponConnection>;
  /** Identifies the user: usr_… */
  id: Scalars['ID']['output'];
  /** The user's message centre, newest first; null for anybody but the user and staff. */
  notifications?: Maybe<NotificationConnection>;
};


/** Somebody with an account at this shop. */
export type UserCouponsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};


/** Somebody with an account at this shop. */
export type UserNotificationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};

/** One coupon in one user's hands. */
export type UserCoupon = {
  __typename?: 'UserCoupon';
  /** When the user got it. */
  claimedAt: Scalars['DateTime']['output'];
  /** What the user enters in a cart; upper and lower case are the same. It works for this user alone. */
  code: Scalars['String']['output'];
  /** What it does. */
  coupon: Coupon;
  /** From when it can no longer be used; null when it has no end. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** Identifier, `ucp_…`. */
  id: Scalars['ID']['output'];
  /** Where it stands. */
  status: UserCouponStatus;
};

/** A page of a user's coupons. */
export type UserCouponConnection = {
  __typename?: 'UserCouponConnection';
  /** The coupons with their cursors. */
  edges: Array<UserCouponEdge>;
  /** The coupons alone. */
  nodes: Array<UserCoupon>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
  /** How many the user has in all; null when it was not counted. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A user's coupon in a list. */
export type UserCouponEdge = {
  __typename?: 'UserCouponEdge';
  /** Where it stands in the list. */
  cursor: Scalars['String']['output'];
  /** The coupon. */
  node: UserCoupon;
};

/** Where a user's coupon stands. */
export type UserCouponStatus =
  /** It can be used. */
  | 'AVAILABLE'
  /** Its time passed before it was used. */
  | 'EXPIRED'
  /** It was used for an order. It becomes available again when that order is cancelled. */
  | 'REDEEMED';

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
  Coupon: Coupon;
  Product: Product;
  Promotion: Promotion;
  User: User;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Coupon:
    ( { __typename: 'Coupon' }
    & GraphQLRecursivePick<FederationTypes['Coupon'], {"id":true}> );
  Product:
    ( { __typename: 'Product' }
    & GraphQLRecursivePick<FederationTypes['Product'], {"id":true}> );
  Promotion:
    ( { __typename: 'Promotion' }
    & GraphQLRecursivePick<FederationTypes['Promotion'], {"id":true}> );
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
};


/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  UserError: ( Mapped<MarketingUserError> );
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  ClaimCouponInput: ResolverTypeWrapper<Mapped<ClaimCouponInput>>;
  ID: ResolverTypeWrapper<Mapped<Scalars['ID']['output']>>;
  String: ResolverTypeWrapper<Mapped<Scalars['String']['output']>>;
  ClaimCouponPayload: ResolverTypeWrapper<Mapped<ClaimCouponPayload>>;
  Coupon: ResolverTypeWrapper<Mapped<Coupon>>;
  Int: ResolverTypeWrapper<Mapped<Scalars['Int']['output']>>;
  CouponConnection: ResolverTypeWrapper<Mapped<CouponConnection>>;
  CouponEdge: ResolverTypeWrapper<Mapped<CouponEdge>>;
  CouponFilter: ResolverTypeWrapper<Mapped<CouponFilter>>;
  CouponIssue: ResolverTypeWrapper<Mapped<CouponIssue>>;
  CouponKind: ResolverTypeWrapper<Mapped<CouponKind>>;
  CouponProblem: ResolverTypeWrapper<Mapped<CouponProblem>>;
  CouponScope: ResolverTypeWrapper<Mapped<CouponScope>>;
  CreateCouponInput: ResolverTypeWrapper<Mapped<CreateCouponInput>>;
  CreateCouponPayload: ResolverTypeWrapper<Mapped<CreateCouponPayload>>;
  CreateExchangeCodesInput: ResolverTypeWrapper<Mapped<CreateExchangeCodesInput>>;
  CreateExchangeCodesPayload: ResolverTypeWrapper<Mapped<CreateExchangeCodesPayload>>;
  CreatePromotionInput: ResolverTypeWrapper<Mapped<CreatePromotionInput>>;
  CreatePromotionPayload: ResolverTypeWrapper<Mapped<CreatePromotionPayload>>;
  CurrencyCode: ResolverTypeWrapper<Mapped<Scalars['CurrencyCode']['output']>>;
  DateTime: ResolverTypeWrapper<Mapped<Scalars['DateTime']['output']>>;
  Decimal: ResolverTypeWrapper<Mapped<Scalars['Decimal']['output']>>;
  DiscountLineInput: ResolverTypeWrapper<Mapped<DiscountLineInput>>;
  DiscountQuote: ResolverTypeWrapper<Mapped<DiscountQuote>>;
  EndPromotionInput: ResolverTypeWrapper<Mapped<EndPromotionInput>>;
  EndPromotionPayload: ResolverTypeWrapper<Mapped<EndPromotionPayload>>;
  ExchangeCouponInput: ResolverTypeWrapper<Mapped<ExchangeCouponInput>>;
  ExchangeCouponPayload: ResolverTypeWrapper<Mapped<ExchangeCouponPayload>>;
  MarkNotificationsReadInput: ResolverTypeWrapper<Mapped<MarkNotificationsReadInput>>;
  Boolean: ResolverTypeWrapper<Mapped<Scalars['Boolean']['output']>>;
  MarkNotificationsReadPayload: ResolverTypeWrapper<Mapped<MarkNotificationsReadPayload>>;
  MarketingErrorCode: ResolverTypeWrapper<Mapped<MarketingErrorCode>>;
  MarketingUserError: ResolverTypeWrapper<Mapped<MarketingUserError>>;
  Money: ResolverTypeWrapper<Mapped<Money>>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Notification: ResolverTypeWrapper<Mapped<Notification>>;
  NotificationConnection: ResolverTypeWrapper<Mapped<NotificationConnection>>;
  NotificationEdge: ResolverTypeWrapper<Mapped<NotificationEdge>>;
  NotificationKind: ResolverTypeWrapper<Mapped<NotificationKind>>;
  Order: ResolverTypeWrapper<Mapped<Order>>;
  PageInfo: ResolverTypeWrapper<Mapped<PageInfo>>;
  Product: ResolverTypeWrapper<Mapped<Product>>;
  Promotion: ResolverTypeWrapper<Mapped<Promotion>>;
  PromotionConnection: ResolverTypeWrapper<Mapped<PromotionConnection>>;
  PromotionEdge: ResolverTypeWrapper<Mapped<PromotionEdge>>;
  PromotionKind: ResolverTypeWrapper<Mapped<PromotionKind>>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  QuoteDiscountsInput: ResolverTypeWrapper<Mapped<QuoteDiscountsInput>>;
  QuotedDiscount: ResolverTypeWrapper<Mapped<QuotedDiscount>>;
  RedeemCouponInput: ResolverTypeWrapper<Mapped<RedeemCouponInput>>;
  RedeemCouponPayload: ResolverTypeWrapper<Mapped<RedeemCouponPayload>>;
  ReturnCouponInput: ResolverTypeWrapper<Mapped<ReturnCouponInput>>;
  ReturnCouponPayload: ResolverTypeWrapper<Mapped<ReturnCouponPayload>>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  User: ResolverTypeWrapper<Mapped<User>>;
  UserCoupon: ResolverTypeWrapper<Mapped<UserCoupon>>;
  UserCouponConnection: ResolverTypeWrapper<Mapped<UserCouponConnection>>;
  UserCouponEdge: ResolverTypeWrapper<Mapped<UserCouponEdge>>;
  UserCouponStatus: ResolverTypeWrapper<Mapped<UserCouponStatus>>;
  UserError: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['UserError']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  ClaimCouponInput: Mapped<ClaimCouponInput>;
  ID: Mapped<Scalars['ID']['output']>;
  String: Mapped<Scalars['String']['output']>;
  ClaimCouponPayload: Mapped<ClaimCouponPayload>;
  Coupon: Mapped<Coupon | FederationReferenceTypes['Coupon']>;
  Int: Mapped<Scalars['Int']['output']>;
  CouponConnection: Mapped<CouponConnection>;
  CouponEdge: Mapped<CouponEdge>;
  CouponFilter: Mapped<CouponFilter>;
  CouponProblem: Mapped<CouponProblem>;
  CreateCouponInput: Mapped<CreateCouponInput>;
  CreateCouponPayload: Mapped<CreateCouponPayload>;
  CreateExchangeCodesInput: Mapped<CreateExchangeCodesInput>;
  CreateExchangeCodesPayload: Mapped<CreateExchangeCodesPayload>;
  CreatePromotionInput: Mapped<CreatePromotionInput>;
  CreatePromotionPayload: Mapped<CreatePromotionPayload>;
  CurrencyCode: Mapped<Scalars['CurrencyCode']['output']>;
  DateTime: Mapped<Scalars['DateTime']['output']>;
  Decimal: Mapped<Scalars['Decimal']['output']>;
  DiscountLineInput: Mapped<DiscountLineInput>;
  DiscountQuote: Mapped<DiscountQuote>;
  EndPromotionInput: Mapped<EndPromotionInput>;
  EndPromotionPayload: Mapped<EndPromotionPayload>;
  ExchangeCouponInput: Mapped<ExchangeCouponInput>;
  ExchangeCouponPayload: Mapped<ExchangeCouponPayload>;
  MarkNotificationsReadInput: Mapped<MarkNotificationsReadInput>;
  Boolean: Mapped<Scalars['Boolean']['output']>;
  MarkNotificationsReadPayload: Mapped<MarkNotificationsReadPayload>;
  MarketingUserError: Mapped<MarketingUserError>;
  Money: Mapped<Money>;
  Mutation: Record<PropertyKey, never>;
  Notification: Mapped<Notification>;
  NotificationConnection: Mapped<NotificationConnection>;
  NotificationEdge: Mapped<NotificationEdge>;
  Order: Mapped<Order>;
  PageInfo: Mapped<PageInfo>;
  Product: Mapped<Product | FederationReferenceTypes['Product']>;
  Promotion: Mapped<Promotion | FederationReferenceTypes['Promotion']>;
  PromotionConnection: Mapped<PromotionConnection>;
  PromotionEdge: Mapped<PromotionEdge>;
  Query: Record<PropertyKey, never>;
  QuoteDiscountsInput: Mapped<QuoteDiscountsInput>;
  QuotedDiscount: Mapped<QuotedDiscount>;
  RedeemCouponInput: Mapped<RedeemCouponInput>;
  RedeemCouponPayload: Mapped<RedeemCouponPayload>;
  ReturnCouponInput: Mapped<ReturnCouponInput>;
  ReturnCouponPayload: Mapped<ReturnCouponPayload>;
  Subscription: Record<PropertyKey, never>;
  User: Mapped<User | FederationReferenceTypes['User']>;
  UserCoupon: Mapped<UserCoupon>;
  UserCouponConnection: Mapped<UserCouponConnection>;
  UserCouponEdge: Mapped<UserCouponEdge>;
  UserError: ResolversInterfaceTypes<ResolversParentTypes>['UserError'];
};

export type ClaimCouponPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ClaimCouponPayload'] = ResolversParentTypes['ClaimCouponPayload']> = {
  userCoupon?: Resolver<Maybe<ResolversTypes['UserCoupon']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['MarketingUserError']>, ParentType, ContextType>;
};

export type CouponResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Coupon'] = ResolversParentTypes['Coupon'], FederationReferenceType extends FederationReferenceTypes['Coupon'] = FederationReferenceTypes['Coupon']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Coupon']> | FederationReferenceType, FederationReferenceType, ContextType>;
  currencyCode?: Resolver<Maybe<ResolversTypes['CurrencyCode']>, ParentType, ContextType>;
  endsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  issue?: Resolver<ResolversTypes['CouponIssue'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['CouponKind'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  perUserLimit?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  remaining?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  startsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  threshold?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  validDays?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type CouponConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CouponConnection'] = ResolversParentTypes['CouponConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CouponEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Coupon']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type CouponEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CouponEdge'] = ResolversParentTypes['CouponEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Coupon'], ParentType, ContextType>;
};

export type CouponProblemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CouponProblem'] = ResolversParentTypes['CouponProblem']> = {
  code?: Resolver<ResolversTypes['MarketingErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CreateCouponPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateCouponPayload'] = ResolversParentTypes['CreateCouponPayload']> = {
  coupon?: Resolver<Maybe<ResolversTypes['Coupon']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['MarketingUserError']>, ParentType, ContextType>;
};

export type CreateExchangeCodesPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateExchangeCodesPayload'] = ResolversParentTypes['CreateExchangeCodesPayload']> = {
  codes?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['MarketingUserError']>, ParentType, ContextType>;
};

export type CreatePromotionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreatePromotionPayload'] = ResolversParentTypes['CreatePromotionPayload']> = {
  promotion?: Resolver<Maybe<ResolversTypes['Promotion']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['MarketingUserError']>, ParentType, ContextType>;
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

export type DiscountQuoteResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DiscountQuote'] = ResolversParentTypes['DiscountQuote']> = {
  couponProblem?: Resolver<Maybe<ResolversTypes['CouponProblem']>, ParentType, ContextType>;
  discounts?: Resolver<Array<ResolversTypes['QuotedDiscount']>, ParentType, ContextType>;
};

export type EndPromotionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EndPromotionPayload'] = ResolversParentTypes['EndPromotionPayload']> = {
  promotion?: Resolver<Maybe<ResolversTypes['Promotion']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['MarketingUserError']>, ParentType, ContextType>;
};

export type ExchangeCouponPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExchangeCouponPayload'] = ResolversParentTypes['ExchangeCouponPayload']> = {
  userCoupon?: Resolver<Maybe<ResolversTypes['UserCoupon']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['MarketingUserError']>, ParentType, ContextType>;
};

export type MarkNotificationsReadPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MarkNotificationsReadPayload'] = ResolversParentTypes['MarkNotificationsReadPayload']> = {
  unreadCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['MarketingUserError']>, ParentType, ContextType>;
};

export type MarketingUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MarketingUserError'] = ResolversParentTypes['MarketingUserError']> = {
  code?: Resolver<ResolversTypes['MarketingErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MoneyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  currencyCode?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  claimCoupon?: Resolver<ResolversTypes['ClaimCouponPayload'], ParentType, ContextType, RequireFields<MutationClaimCouponArgs, 'input'>>;
  createCoupon?: Resolver<ResolversTypes['CreateCouponPayload'], ParentType, ContextType, RequireFields<MutationCreateCouponArgs, 'input'>>;
  createExchangeCodes?: Resolver<ResolversTypes['CreateExchangeCodesPayload'], ParentType, ContextType, RequireFields<MutationCreateExchangeCodesArgs, 'input'>>;
  createPromotion?: Resolver<ResolversTypes['CreatePromotionPayload'], ParentType, ContextType, RequireFields<MutationCreatePromotionArgs, 'input'>>;
  endPromotion?: Resolver<ResolversTypes['EndPromotionPayload'], ParentType, ContextType, RequireFields<MutationEndPromotionArgs, 'input'>>;
  exchangeCoupon?: Resolver<ResolversTypes['ExchangeCouponPayload'], ParentType, ContextType, RequireFields<MutationExchangeCouponArgs, 'input'>>;
  markNotificationsRead?: Resolver<ResolversTypes['MarkNotificationsReadPayload'], ParentType, ContextType, RequireFields<MutationMarkNotificationsReadArgs, 'input'>>;
  redeemCoupon?: Resolver<ResolversTypes['RedeemCouponPayload'], ParentType, ContextType, RequireFields<MutationRedeemCouponArgs, 'input'>>;
  returnCoupon?: Resolver<ResolversTypes['ReturnCouponPayload'], ParentType, ContextType, RequireFields<MutationReturnCouponArgs, 'input'>>;
};

export type NotificationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Notification'] = ResolversParentTypes['Notification']> = {
  body?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['NotificationKind'], ParentType, ContextType>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  readAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type NotificationConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotificationConnection'] = ResolversParentTypes['NotificationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['NotificationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Notification']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  unreadCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type NotificationEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotificationEdge'] = ResolversParentTypes['NotificationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Notification'], ParentType, ContextType>;
};

export type OrderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Order'] = ResolversParentTypes['Order']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ProductResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Product'] = ResolversParentTypes['Product'], FederationReferenceType extends FederationReferenceTypes['Product'] = FederationReferenceTypes['Product']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Product']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  promotions?: Resolver<Array<ResolversTypes['Promotion']>, ParentType, ContextType>;
};

export type PromotionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Promotion'] = ResolversParentTypes['Promotion'], FederationReferenceType extends FederationReferenceTypes['Promotion'] = FederationReferenceTypes['Promotion']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Promotion']> | FederationReferenceType, FederationReferenceType, ContextType>;
  currencyCode?: Resolver<Maybe<ResolversTypes['CurrencyCode']>, ParentType, ContextType>;
  endsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['PromotionKind'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  products?: Resolver<Array<ResolversTypes['Product']>, ParentType, ContextType>;
  startsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type PromotionConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PromotionConnection'] = ResolversParentTypes['PromotionConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PromotionEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Promotion']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type PromotionEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PromotionEdge'] = ResolversParentTypes['PromotionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Promotion'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  coupon?: Resolver<Maybe<ResolversTypes['Coupon']>, ParentType, ContextType, RequireFields<QueryCouponArgs, 'id'>>;
  coupons?: Resolver<ResolversTypes['CouponConnection'], ParentType, ContextType, RequireFields<QueryCouponsArgs, 'first'>>;
  promotions?: Resolver<ResolversTypes['PromotionConnection'], ParentType, ContextType, RequireFields<QueryPromotionsArgs, 'first'>>;
  quoteDiscounts?: Resolver<ResolversTypes['DiscountQuote'], ParentType, ContextType, RequireFields<QueryQuoteDiscountsArgs, 'input'>>;
};

export type QuotedDiscountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['QuotedDiscount'] = ResolversParentTypes['QuotedDiscount']> = {
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  couponId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  promotionId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type RedeemCouponPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RedeemCouponPayload'] = ResolversParentTypes['RedeemCouponPayload']> = {
  userCoupon?: Resolver<Maybe<ResolversTypes['UserCoupon']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['MarketingUserError']>, ParentType, ContextType>;
};

export type ReturnCouponPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReturnCouponPayload'] = ResolversParentTypes['ReturnCouponPayload']> = {
  userCoupon?: Resolver<Maybe<ResolversTypes['UserCoupon']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['MarketingUserError']>, ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  notificationReceived?: SubscriptionResolver<ResolversTypes['Notification'], "notificationReceived", ParentType, ContextType>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  coupons?: Resolver<Maybe<ResolversTypes['UserCouponConnection']>, ParentType, ContextType, RequireFields<UserCouponsArgs, 'first'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  notifications?: Resolver<Maybe<ResolversTypes['NotificationConnection']>, ParentType, ContextType, RequireFields<UserNotificationsArgs, 'first'>>;
};

export type UserCouponResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserCoupon'] = ResolversParentTypes['UserCoupon']> = {
  claimedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  coupon?: Resolver<ResolversTypes['Coupon'], ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['UserCouponStatus'], ParentType, ContextType>;
};

export type UserCouponConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserCouponConnection'] = ResolversParentTypes['UserCouponConnection']> = {
  edges?: Resolver<Array<ResolversTypes['UserCouponEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['UserCoupon']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type UserCouponEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserCouponEdge'] = ResolversParentTypes['UserCouponEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['UserCoupon'], ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType: TypeResolveFn<'MarketingUserError', ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  ClaimCouponPayload?: ClaimCouponPayloadResolvers<ContextType>;
  Coupon?: CouponResolvers<ContextType>;
  CouponConnection?: CouponConnectionResolvers<ContextType>;
  CouponEdge?: CouponEdgeResolvers<ContextType>;
  CouponProblem?: CouponProblemResolvers<ContextType>;
  CreateCouponPayload?: CreateCouponPayloadResolvers<ContextType>;
  CreateExchangeCodesPayload?: CreateExchangeCodesPayloadResolvers<ContextType>;
  CreatePromotionPayload?: CreatePromotionPayloadResolvers<ContextType>;
  CurrencyCode?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  DiscountQuote?: DiscountQuoteResolvers<ContextType>;
  EndPromotionPayload?: EndPromotionPayloadResolvers<ContextType>;
  ExchangeCouponPayload?: ExchangeCouponPayloadResolvers<ContextType>;
  MarkNotificationsReadPayload?: MarkNotificationsReadPayloadResolvers<ContextType>;
  MarketingUserError?: MarketingUserErrorResolvers<ContextType>;
  Money?: MoneyResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Notification?: NotificationResolvers<ContextType>;
  NotificationConnection?: NotificationConnectionResolvers<ContextType>;
  NotificationEdge?: NotificationEdgeResolvers<ContextType>;
  Order?: OrderResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Product?: ProductResolvers<ContextType>;
  Promotion?: PromotionResolvers<ContextType>;
  PromotionConnection?: PromotionConnectionResolvers<ContextType>;
  PromotionEdge?: PromotionEdgeResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  QuotedDiscount?: QuotedDiscountResolvers<ContextType>;
  RedeemCouponPayload?: RedeemCouponPayloadResolvers<ContextType>;
  ReturnCouponPayload?: ReturnCouponPayloadResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  UserCoupon?: UserCouponResolvers<ContextType>;
  UserCouponConnection?: UserCouponConnectionResolvers<ContextType>;
  UserCouponEdge?: UserCouponEdgeResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
};

