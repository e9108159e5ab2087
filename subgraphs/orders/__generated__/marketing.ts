/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** One line to be discounted. */
export type DiscountLineInput = {
  /** The product, `prd_…`. */
  productId: string;
  /** How many units. */
  quantity: number;
  /** The price of one unit in the currency of the quote. */
  unitPrice: string;
  /** The variant, `var_…`. */
  variantId: string;
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

/** A cart or an order to be discounted. */
export type QuoteDiscountsInput = {
  /** The coupon that the buyer has entered; null for none. */
  couponCode?: string | null | undefined;
  /** The currency of the prices. */
  currencyCode: string;
  /** What is bought. */
  lines: Array<DiscountLineInput>;
  /** Whose it is, `usr_…`; null for a guest. */
  userId?: string | null | undefined;
};

/** A coupon to be used for an order. */
export type RedeemCouponInput = {
  /** The coupon's code. */
  code: string;
  /** The order, `ord_…`; the same order redeems once. */
  orderId: string;
  /** The buyer, `usr_…`. */
  userId: string;
};

/** An order that gives back its coupon. */
export type ReturnCouponInput = {
  /** The order, `ord_…`; the same order gives back once. */
  orderId: string;
};

export type QuoteDiscountsQueryVariables = Exact<{
  input: QuoteDiscountsInput;
}>;


export type QuoteDiscountsQuery = { quoteDiscounts: { discounts: Array<{ label: string, amount: { amount: string, currencyCode: string } }>, couponProblem: { code: MarketingErrorCode, message: string } | null } };

export type RedeemCouponMutationVariables = Exact<{
  input: RedeemCouponInput;
}>;


export type RedeemCouponMutation = { redeemCoupon: { userErrors: Array<{ code: MarketingErrorCode, message: string }> } };

export type ReturnCouponMutationVariables = Exact<{
  input: ReturnCouponInput;
}>;


export type ReturnCouponMutation = { returnCoupon: { userErrors: Array<{ code: MarketingErrorCode, message: string }> } };


export const QuoteDiscountsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"QuoteDiscounts"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"QuoteDiscountsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"quoteDiscounts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"discounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"couponProblem"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<QuoteDiscountsQuery, QuoteDiscountsQueryVariables>;
export const RedeemCouponDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RedeemCoupon"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RedeemCouponInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"redeemCoupon"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<RedeemCouponMutation, RedeemCouponMutationVariables>;
export const ReturnCouponDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReturnCoupon"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReturnCouponInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"returnCoupon"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<ReturnCouponMutation, ReturnCouponMutationVariables>;