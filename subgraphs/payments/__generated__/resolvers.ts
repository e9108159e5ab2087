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

/** Agreeing to a refund. */
export type ApproveRefundInput = {
  /** The refund. */
  refundId: Scalars['ID']['input'];
};

/** What came of agreeing to a refund. */
export type ApproveRefundPayload = {
  __typename?: 'ApproveRefundPayload';
  /** The refund after the provider's answer; null when there are userErrors. */
  refund?: Maybe<Refund>;
  /** What the client can mend; empty when it was done. */
  userErrors: Array<PaymentsUserError>;
};

/** Giving up the payment of an order. */
export type CancelPaymentInput = {
  /** Whether it is given up because its time has passed (EXPIRED), and not by somebody's will (CANCELLED). */
  expired: Scalars['Boolean']['input'];
  /** The order. */
  orderId: Scalars['ID']['input'];
  /** Why, for the log. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** What came of giving up a payment. */
export type CancelPaymentPayload = {
  __typename?: 'CancelPaymentPayload';
  /** The payment; null when the order has none, or when there are userErrors. */
  payment?: Maybe<Payment>;
  /** ILLEGAL_STATE when the payment was made; empty when it is given up. */
  userErrors: Array<PaymentsUserError>;
};

/** Opening the payment of an order. */
export type CreatePaymentInput = {
  /** The order's total; 0 succeeds at once. */
  amount: MoneyInput;
  /** Who is to pay. */
  buyerId: Scalars['ID']['input'];
  /** Until when the payment can be made. */
  expiresAt: Scalars['DateTime']['input'];
  /** How the buyer pays. */
  method: PaymentMethod;
  /** The order; it has one payment, however often this is asked. */
  orderId: Scalars['ID']['input'];
};

/** What came of opening a payment. */
export type CreatePaymentPayload = {
  __typename?: 'CreatePaymentPayload';
  /** The payment; null when there are userErrors. */
  payment?: Maybe<Payment>;
  /** What the caller can mend; empty when it was done. */
  userErrors: Array<PaymentsUserError>;
};

/** The shop's double-entry ledger of payments. */
export type Ledger = {
  __typename?: 'Ledger';
  /** Every account with its balance, by currency. */
  accounts: Array<LedgerAccount>;
  /** Whether every journal entry, and so the whole, adds up to 0 in each currency; computed from the postings. */
  balanced: Scalars['Boolean']['output'];
  /** What the provider says that it holds for the shop, by currency; it should be the balance of `cash`. */
  providerBalances: Array<Money>;
  /** Whether the provider's own balance is the ledger's cash in every currency. */
  reconciled: Scalars['Boolean']['output'];
};

/** An account of the ledger in one currency. */
export type LedgerAccount = {
  __typename?: 'LedgerAccount';
  /** Debits less credits: positive for what the shop has, negative for what it earned or owes. All accounts add up to 0. */
  balance: Money;
  /** Short name of the account, for example `cash`; one account a currency. */
  code: Scalars['String']['output'];
  /** What the account stands for. */
  name: Scalars['String']['output'];
};

/** An amount of money in one currency. */
export type Money = {
  __typename?: 'Money';
  /** The amount in the currency's main unit, exact, for example 19.90. */
  amount: Scalars['Decimal']['output'];
  /** The currency, as an ISO 4217 code. */
  currencyCode: Scalars['CurrencyCode']['output'];
};

/** An amount of money that a client names. */
export type MoneyInput = {
  /** The amount in the currency's main unit, exact, for example 19.90. */
  amount: Scalars['Decimal']['input'];
  /** The currency, as an ISO 4217 code. */
  currencyCode: Scalars['CurrencyCode']['input'];
};

export type Mutation = {
  __typename?: 'Mutation';
  /** Agrees to a refund and pays it back. */
  approveRefund: ApproveRefundPayload;
  /** Gives up the payment of an order that is cancelled; of this and paying, exactly one wins. */
  cancelPayment: CancelPaymentPayload;
  /** Opens the payment of an order that is being placed. */
  createPayment: CreatePaymentPayload;
  /** Declines a refund; its amount may be asked for again. */
  rejectRefund: RejectRefundPayload;
  /** Asks for money back; a member of the staff decides. */
  requestRefund: RequestRefundPayload;
  /** Plays the buyer's bank: charges, declines or does not answer, and tells Agora by the signed webhook. */
  simulatePayment: SimulatePaymentPayload;
};


export type MutationApproveRefundArgs = {
  input: ApproveRefundInput;
};


export type MutationCancelPaymentArgs = {
  input: CancelPaymentInput;
};


export type MutationCreatePaymentArgs = {
  input: CreatePaymentInput;
};


export type MutationRejectRefundArgs = {
  input: RejectRefundInput;
};


export type MutationRequestRefundArgs = {
  input: RequestRefundInput;
};


export type MutationSimulatePaymentArgs = {
  input: SimulatePaymentInput;
};

/** What a buyer has ordered, as it was agreed: later changes of names, prices and addresses do not reach it. */
export type Order = {
  __typename?: 'Order';
  /** Identifies the order: ord_… */
  id: Scalars['ID']['output'];
  /** The order's payment; null when there is none, or the viewer may not see it. */
  payment?: Maybe<Payment>;
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

/** The one payment of an order. */
export type Payment = {
  __typename?: 'Payment';
  /** What is to be paid: the order's total. */
  amount: Money;
  /** When the payment was opened. */
  createdAt: Scalars['DateTime']['output'];
  /** Until when the payment can be made. */
  expiresAt: Scalars['DateTime']['output'];
  /** Opaque id, `pay_…`. */
  id: Scalars['ID']['output'];
  /** How the payment came to where it stands, oldest first. */
  log: Array<PaymentLogEntry>;
  /** How the buyer pays. */
  method: PaymentMethod;
  /** The order that is paid; null when placing it failed after its payment was opened, and there is no order. */
  order?: Maybe<Order>;
  /** What may still be asked back: what was captured, less all refunds that were paid or wait for it. */
  refundable: Money;
  /** What was paid back so far. */
  refunded: Money;
  /** The refunds that were asked for, oldest first. */
  refunds: Array<Refund>;
  /** Where the payment stands. */
  status: PaymentStatus;
};

/** A page of payments. */
export type PaymentConnection = {
  __typename?: 'PaymentConnection';
  /** The payments with their cursors. */
  edges: Array<PaymentEdge>;
  /** The payments. */
  nodes: Array<Payment>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many payments match the filter; null when it is not known. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A payment in a list. */
export type PaymentEdge = {
  __typename?: 'PaymentEdge';
  /** Where it stands in the list. */
  cursor: Scalars['String']['output'];
  /** The payment. */
  node: Payment;
};

/** Which payments to list; what is left out does not narrow. */
export type PaymentFilter = {
  /** Only payments opened at this time or later. */
  createdFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** Only payments opened before this time. */
  createdTo?: InputMaybe<Scalars['DateTime']['input']>;
  /** Only payments made this way. */
  method?: InputMaybe<PaymentMethod>;
  /** Only the payment of this order. */
  orderId?: InputMaybe<Scalars['ID']['input']>;
  /** Only payments in this state. */
  status?: InputMaybe<PaymentStatus>;
};

/** One change of state. */
export type PaymentLogEntry = {
  __typename?: 'PaymentLogEntry';
  /** The state before; null for the first entry. */
  from?: Maybe<Scalars['String']['output']>;
  /** When it changed. */
  occurredAt: Scalars['DateTime']['output'];
  /** Why it changed; null when nobody gave a reason. */
  reason?: Maybe<Scalars['String']['output']>;
  /** The state after. */
  to: Scalars['String']['output'];
};

/** How a payment is made. */
export type PaymentMethod =
  /** The built-in simulated provider, which plays the buyer's bank. No real money moves. */
  | 'SIMULATED';

/** Where a payment stands. */
export type PaymentStatus =
  /** Its order was given up before it was made. */
  | 'CANCELLED'
  /** It was not made in time and can no longer be made. */
  | 'EXPIRED'
  /** The provider has declined it; the buyer may try again until it expires. */
  | 'FAILED'
  /** A part of the money was paid back. */
  | 'PARTIALLY_REFUNDED'
  /** It waits for the buyer. */
  | 'PENDING'
  /** All of the money was paid back. */
  | 'REFUNDED'
  /** The provider has captured the money. */
  | 'SUCCEEDED';

/** What can be wrong with a request about payments. */
export type PaymentsErrorCode =
  /** The idempotency key was used before with another input. */
  | 'IDEMPOTENCY_CONFLICT'
  /** The payment or refund is in a state that does not allow this. */
  | 'ILLEGAL_STATE'
  /** A value of the input cannot be taken. */
  | 'INVALID_INPUT'
  /** There is no such payment or refund, or it is somebody else's. */
  | 'NOT_FOUND';

/** What a client asked of payments that cannot be done. */
export type PaymentsUserError = UserError & {
  __typename?: 'PaymentsUserError';
  /** What kind of mistake it is; stable, for programs. */
  code: PaymentsErrorCode;
  /** Path into the input; null when it is about the whole. */
  field?: Maybe<Array<Scalars['String']['output']>>;
  /** What is wrong, in a sentence for a person. */
  message: Scalars['String']['output'];
};

export type Query = {
  __typename?: 'Query';
  /** The ledger: every account's balance, and the proof that the journal balances. */
  ledger: Ledger;
  /** A payment by its id; null when it is unknown or somebody else's. */
  payment?: Maybe<Payment>;
  /** All payments of the shop, newest first. */
  payments: PaymentConnection;
  /** All refunds of the shop, oldest first: those in REQUESTED wait for a decision. */
  refunds: RefundConnection;
};


export type QueryPaymentArgs = {
  id: Scalars['ID']['input'];
};


export type QueryPaymentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<PaymentFilter>;
  first: Scalars['Int']['input'];
};


export type QueryRefundsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
  status?: InputMaybe<RefundStatus>;
};

/** Money of a payment that is to be, or was, paid back. */
export type Refund = {
  __typename?: 'Refund';
  /** How much is paid back. */
  amount: Money;
  /** Whether Agora pays it back of its own accord: the charge came too late for its order, or twice. */
  automatic: Scalars['Boolean']['output'];
  /** Opaque id, `ref_…`. */
  id: Scalars['ID']['output'];
  /** How the refund came to where it stands, oldest first. */
  log: Array<PaymentLogEntry>;
  /** The payment that it belongs to. */
  payment: Payment;
  /** Why the money is asked back. */
  reason: Scalars['String']['output'];
  /** When it was asked for. */
  requestedAt: Scalars['DateTime']['output'];
  /** When the money was paid back; null unless it was. */
  settledAt?: Maybe<Scalars['DateTime']['output']>;
  /** Where the refund stands. */
  status: RefundStatus;
};

/** A page of refunds. */
export type RefundConnection = {
  __typename?: 'RefundConnection';
  /** The refunds with their cursors. */
  edges: Array<RefundEdge>;
  /** The refunds. */
  nodes: Array<Refund>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many refunds match; null when it is not known. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A refund in a list. */
export type RefundEdge = {
  __typename?: 'RefundEdge';
  /** Where it stands in the list. */
  cursor: Scalars['String']['output'];
  /** The refund. */
  node: Refund;
};

/** Where a refund stands. */
export type RefundStatus =
  /** The staff agreed; the provider is paying the money back. */
  | 'APPROVED'
  /** The provider refused to pay it back; its amount may be asked for again. */
  | 'FAILED'
  /** The staff declined it; its amount may be asked for again. */
  | 'REJECTED'
  /** It waits for a decision of the staff; its amount is set aside. */
  | 'REQUESTED'
  /** The money was paid back. */
  | 'SUCCEEDED';

/** Declining a refund. */
export type RejectRefundInput = {
  /** Why, 1 to 500 characters; the buyer reads it in the refund's log. */
  reason: Scalars['String']['input'];
  /** The refund. */
  refundId: Scalars['ID']['input'];
};

/** What came of declining a refund. */
export type RejectRefundPayload = {
  __typename?: 'RejectRefundPayload';
  /** The refund; null when there are userErrors. */
  refund?: Maybe<Refund>;
  /** What the client can mend; empty when it was done. */
  userErrors: Array<PaymentsUserError>;
};

/** Asking for money back. */
export type RequestRefundInput = {
  /** How much, in the payment's currency; left out: all that is left to refund. */
  amount?: InputMaybe<MoneyInput>;
  /** 1 to 255 characters, chosen by the client; the same key asks only once. */
  idempotencyKey: Scalars['String']['input'];
  /** The payment whose money is asked back. */
  paymentId: Scalars['ID']['input'];
  /** Why, 1 to 500 characters. */
  reason: Scalars['String']['input'];
};

/** What came of asking for a refund. */
export type RequestRefundPayload = {
  __typename?: 'RequestRefundPayload';
  /** The refund; null when there are userErrors. */
  refund?: Maybe<Refund>;
  /** What the client can mend; empty when it was done. */
  userErrors: Array<PaymentsUserError>;
};

/** How the simulated bank is to answer a payment. */
export type SimulatePaymentInput = {
  /** 1 to 255 characters, chosen by the client; the same key makes the same attempt only once. */
  idempotencyKey: Scalars['String']['input'];
  /** How the bank answers. */
  outcome: SimulatedOutcome;
  /** The payment to be made. */
  paymentId: Scalars['ID']['input'];
};

/** What came of a simulated payment. */
export type SimulatePaymentPayload = {
  __typename?: 'SimulatePaymentPayload';
  /** The payment after the bank's answer; null when there are userErrors. */
  payment?: Maybe<Payment>;
  /** What the client can mend; empty when it was done. */
  userErrors: Array<PaymentsUserError>;
};

/** How the simulated bank answers. */
export type SimulatedOutcome =
  /** The bank declines, and nothing is charged; the buyer may try again. */
  | 'DECLINE'
  /** The bank charges the amount, and the payment succeeds. */
  | 'SUCCEED'
  /** The bank never answers and charges nothing: the payment stays as it is, and expires unless it is tried again. */
  | 'TIME_OUT';

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
  Order: Order;
  Payment: Payment;
  Refund: Refund;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Order:
    ( { __typename: 'Order' }
    & GraphQLRecursivePick<FederationTypes['Order'], {"id":true}> );
  Payment:
    ( { __typename: 'Payment' }
    & GraphQLRecursivePick<FederationTypes['Payment'], {"id":true}> );
  Refund:
    ( { __typename: 'Refund' }
    & GraphQLRecursivePick<FederationTypes['Refund'], {"id":true}> );
};


/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  UserError: ( Mapped<PaymentsUserError> );
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  ApproveRefundInput: ResolverTypeWrapper<Mapped<ApproveRefundInput>>;
  ID: ResolverTypeWrapper<Mapped<Scalars['ID']['output']>>;
  ApproveRefundPayload: ResolverTypeWrapper<Mapped<ApproveRefundPayload>>;
  CancelPaymentInput: ResolverTypeWrapper<Mapped<CancelPaymentInput>>;
  Boolean: ResolverTypeWrapper<Mapped<Scalars['Boolean']['output']>>;
  String: ResolverTypeWrapper<Mapped<Scalars['String']['output']>>;
  CancelPaymentPayload: ResolverTypeWrapper<Mapped<CancelPaymentPayload>>;
  CreatePaymentInput: ResolverTypeWrapper<Mapped<CreatePaymentInput>>;
  CreatePaymentPayload: ResolverTypeWrapper<Mapped<CreatePaymentPayload>>;
  CurrencyCode: ResolverTypeWrapper<Mapped<Scalars['CurrencyCode']['output']>>;
  DateTime: ResolverTypeWrapper<Mapped<Scalars['DateTime']['output']>>;
  Decimal: ResolverTypeWrapper<Mapped<Scalars['Decimal']['output']>>;
  Ledger: ResolverTypeWrapper<Mapped<Ledger>>;
  LedgerAccount: ResolverTypeWrapper<Mapped<LedgerAccount>>;
  Money: ResolverTypeWrapper<Mapped<Money>>;
  MoneyInput: ResolverTypeWrapper<Mapped<MoneyInput>>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Order: ResolverTypeWrapper<Mapped<Order>>;
  PageInfo: ResolverTypeWrapper<Mapped<PageInfo>>;
  Payment: ResolverTypeWrapper<Mapped<Payment>>;
  PaymentConnection: ResolverTypeWrapper<Mapped<PaymentConnection>>;
  Int: ResolverTypeWrapper<Mapped<Scalars['Int']['output']>>;
  PaymentEdge: ResolverTypeWrapper<Mapped<PaymentEdge>>;
  PaymentFilter: ResolverTypeWrapper<Mapped<PaymentFilter>>;
  PaymentLogEntry: ResolverTypeWrapper<Mapped<PaymentLogEntry>>;
  PaymentMethod: ResolverTypeWrapper<Mapped<PaymentMethod>>;
  PaymentStatus: ResolverTypeWrapper<Mapped<PaymentStatus>>;
  PaymentsErrorCode: ResolverTypeWrapper<Mapped<PaymentsErrorCode>>;
  PaymentsUserError: ResolverTypeWrapper<Mapped<PaymentsUserError>>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Refund: ResolverTypeWrapper<Mapped<Refund>>;
  RefundConnection: ResolverTypeWrapper<Mapped<RefundConnection>>;
  RefundEdge: ResolverTypeWrapper<Mapped<RefundEdge>>;
  RefundStatus: ResolverTypeWrapper<Mapped<RefundStatus>>;
  RejectRefundInput: ResolverTypeWrapper<Mapped<RejectRefundInput>>;
  RejectRefundPayload: ResolverTypeWrapper<Mapped<RejectRefundPayload>>;
  RequestRefundInput: ResolverTypeWrapper<Mapped<RequestRefundInput>>;
  RequestRefundPayload: ResolverTypeWrapper<Mapped<RequestRefundPayload>>;
  SimulatePaymentInput: ResolverTypeWrapper<Mapped<SimulatePaymentInput>>;
  SimulatePaymentPayload: ResolverTypeWrapper<Mapped<SimulatePaymentPayload>>;
  SimulatedOutcome: ResolverTypeWrapper<Mapped<SimulatedOutcome>>;
  UserError: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['UserError']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  ApproveRefundInput: Mapped<ApproveRefundInput>;
  ID: Mapped<Scalars['ID']['output']>;
  ApproveRefundPayload: Mapped<ApproveRefundPayload>;
  CancelPaymentInput: Mapped<CancelPaymentInput>;
  Boolean: Mapped<Scalars['Boolean']['output']>;
  String: Mapped<Scalars['String']['output']>;
  CancelPaymentPayload: Mapped<CancelPaymentPayload>;
  CreatePaymentInput: Mapped<CreatePaymentInput>;
  CreatePaymentPayload: Mapped<CreatePaymentPayload>;
  CurrencyCode: Mapped<Scalars['CurrencyCode']['output']>;
  DateTime: Mapped<Scalars['DateTime']['output']>;
  Decimal: Mapped<Scalars['Decimal']['output']>;
  Ledger: Mapped<Ledger>;
  LedgerAccount: Mapped<LedgerAccount>;
  Money: Mapped<Money>;
  MoneyInput: Mapped<MoneyInput>;
  Mutation: Record<PropertyKey, never>;
  Order: Mapped<Order | FederationReferenceTypes['Order']>;
  PageInfo: Mapped<PageInfo>;
  Payment: Mapped<Payment | FederationReferenceTypes['Payment']>;
  PaymentConnection: Mapped<PaymentConnection>;
  Int: Mapped<Scalars['Int']['output']>;
  PaymentEdge: Mapped<PaymentEdge>;
  PaymentFilter: Mapped<PaymentFilter>;
  PaymentLogEntry: Mapped<PaymentLogEntry>;
  PaymentsUserError: Mapped<PaymentsUserError>;
  Query: Record<PropertyKey, never>;
  Refund: Mapped<Refund | FederationReferenceTypes['Refund']>;
  RefundConnection: Mapped<RefundConnection>;
  RefundEdge: Mapped<RefundEdge>;
  RejectRefundInput: Mapped<RejectRefundInput>;
  RejectRefundPayload: Mapped<RejectRefundPayload>;
  RequestRefundInput: Mapped<RequestRefundInput>;
  RequestRefundPayload: Mapped<RequestRefundPayload>;
  SimulatePaymentInput: Mapped<SimulatePaymentInput>;
  SimulatePaymentPayload: Mapped<SimulatePaymentPayload>;
  UserError: ResolversInterfaceTypes<ResolversParentTypes>['UserError'];
};

export type ApproveRefundPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApproveRefundPayload'] = ResolversParentTypes['ApproveRefundPayload']> = {
  refund?: Resolver<Maybe<ResolversTypes['Refund']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['PaymentsUserError']>, ParentType, ContextType>;
};

export type CancelPaymentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CancelPaymentPayload'] = ResolversParentTypes['CancelPaymentPayload']> = {
  payment?: Resolver<Maybe<ResolversTypes['Payment']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['PaymentsUserError']>, ParentType, ContextType>;
};

export type CreatePaymentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreatePaymentPayload'] = ResolversParentTypes['CreatePaymentPayload']> = {
  payment?: Resolver<Maybe<ResolversTypes['Payment']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['PaymentsUserError']>, ParentType, ContextType>;
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

export type LedgerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Ledger'] = ResolversParentTypes['Ledger']> = {
  accounts?: Resolver<Array<ResolversTypes['LedgerAccount']>, ParentType, ContextType>;
  balanced?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  providerBalances?: Resolver<Array<ResolversTypes['Money']>, ParentType, ContextType>;
  reconciled?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type LedgerAccountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LedgerAccount'] = ResolversParentTypes['LedgerAccount']> = {
  balance?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MoneyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  currencyCode?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  approveRefund?: Resolver<ResolversTypes['ApproveRefundPayload'], ParentType, ContextType, RequireFields<MutationApproveRefundArgs, 'input'>>;
  cancelPayment?: Resolver<ResolversTypes['CancelPaymentPayload'], ParentType, ContextType, RequireFields<MutationCancelPaymentArgs, 'input'>>;
  createPayment?: Resolver<ResolversTypes['CreatePaymentPayload'], ParentType, ContextType, RequireFields<MutationCreatePaymentArgs, 'input'>>;
  rejectRefund?: Resolver<ResolversTypes['RejectRefundPayload'], ParentType, ContextType, RequireFields<MutationRejectRefundArgs, 'input'>>;
  requestRefund?: Resolver<ResolversTypes['RequestRefundPayload'], ParentType, ContextType, RequireFields<MutationRequestRefundArgs, 'input'>>;
  simulatePayment?: Resolver<ResolversTypes['SimulatePaymentPayload'], ParentType, ContextType, RequireFields<MutationSimulatePaymentArgs, 'input'>>;
};

export type OrderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Order'] = ResolversParentTypes['Order'], FederationReferenceType extends FederationReferenceTypes['Order'] = FederationReferenceTypes['Order']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Order']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  payment?: Resolver<Maybe<ResolversTypes['Payment']>, ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PaymentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Payment'] = ResolversParentTypes['Payment'], FederationReferenceType extends FederationReferenceTypes['Payment'] = FederationReferenceTypes['Payment']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Payment']> | FederationReferenceType, FederationReferenceType, ContextType>;
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  log?: Resolver<Array<ResolversTypes['PaymentLogEntry']>, ParentType, ContextType>;
  method?: Resolver<ResolversTypes['PaymentMethod'], ParentType, ContextType>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  refundable?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  refunded?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  refunds?: Resolver<Array<ResolversTypes['Refund']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['PaymentStatus'], ParentType, ContextType>;
};

export type PaymentConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PaymentConnection'] = ResolversParentTypes['PaymentConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PaymentEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Payment']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type PaymentEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PaymentEdge'] = ResolversParentTypes['PaymentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Payment'], ParentType, ContextType>;
};

export type PaymentLogEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PaymentLogEntry'] = ResolversParentTypes['PaymentLogEntry']> = {
  from?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  to?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PaymentsUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PaymentsUserError'] = ResolversParentTypes['PaymentsUserError']> = {
  code?: Resolver<ResolversTypes['PaymentsErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  ledger?: Resolver<ResolversTypes['Ledger'], ParentType, ContextType>;
  payment?: Resolver<Maybe<ResolversTypes['Payment']>, ParentType, ContextType, RequireFields<QueryPaymentArgs, 'id'>>;
  payments?: Resolver<ResolversTypes['PaymentConnection'], ParentType, ContextType, RequireFields<QueryPaymentsArgs, 'first'>>;
  refunds?: Resolver<ResolversTypes['RefundConnection'], ParentType, ContextType, RequireFields<QueryRefundsArgs, 'first'>>;
};

export type RefundResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Refund'] = ResolversParentTypes['Refund'], FederationReferenceType extends FederationReferenceTypes['Refund'] = FederationReferenceTypes['Refund']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Refund']> | FederationReferenceType, FederationReferenceType, ContextType>;
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  automatic?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  log?: Resolver<Array<ResolversTypes['PaymentLogEntry']>, ParentType, ContextType>;
  payment?: Resolver<ResolversTypes['Payment'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  requestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  settledAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['RefundStatus'], ParentType, ContextType>;
};

export type RefundConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RefundConnection'] = ResolversParentTypes['RefundConnection']> = {
  edges?: Resolver<Array<ResolversTypes['RefundEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Refund']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type RefundEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RefundEdge'] = ResolversParentTypes['RefundEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Refund'], ParentType, ContextType>;
};

export type RejectRefundPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RejectRefundPayload'] = ResolversParentTypes['RejectRefundPayload']> = {
  refund?: Resolver<Maybe<ResolversTypes['Refund']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['PaymentsUserError']>, ParentType, ContextType>;
};

export type RequestRefundPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RequestRefundPayload'] = ResolversParentTypes['RequestRefundPayload']> = {
  refund?: Resolver<Maybe<ResolversTypes['Refund']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['PaymentsUserError']>, ParentType, ContextType>;
};

export type SimulatePaymentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SimulatePaymentPayload'] = ResolversParentTypes['SimulatePaymentPayload']> = {
  payment?: Resolver<Maybe<ResolversTypes['Payment']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['PaymentsUserError']>, ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType: TypeResolveFn<'PaymentsUserError', ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  ApproveRefundPayload?: ApproveRefundPayloadResolvers<ContextType>;
  CancelPaymentPayload?: CancelPaymentPayloadResolvers<ContextType>;
  CreatePaymentPayload?: CreatePaymentPayloadResolvers<ContextType>;
  CurrencyCode?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  Ledger?: LedgerResolvers<ContextType>;
  LedgerAccount?: LedgerAccountResolvers<ContextType>;
  Money?: MoneyResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Order?: OrderResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Payment?: PaymentResolvers<ContextType>;
  PaymentConnection?: PaymentConnectionResolvers<ContextType>;
  PaymentEdge?: PaymentEdgeResolvers<ContextType>;
  PaymentLogEntry?: PaymentLogEntryResolvers<ContextType>;
  PaymentsUserError?: PaymentsUserErrorResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Refund?: RefundResolvers<ContextType>;
  RefundConnection?: RefundConnectionResolvers<ContextType>;
  RefundEdge?: RefundEdgeResolvers<ContextType>;
  RejectRefundPayload?: RejectRefundPayloadResolvers<ContextType>;
  RequestRefundPayload?: RequestRefundPayloadResolvers<ContextType>;
  SimulatePaymentPayload?: SimulatePaymentPayloadResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
};

