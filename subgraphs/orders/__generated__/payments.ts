/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Giving up the payment of an order. */
export type CancelPaymentInput = {
  /** Whether it is given up because its time has passed (EXPIRED), and not by somebody's will (CANCELLED). */
  expired: boolean;
  /** The order. */
  orderId: string;
  /** Why, for the log. */
  reason?: string | null | undefined;
};

/** Opening the payment of an order. */
export type CreatePaymentInput = {
  /** The order's total; 0 succeeds at once. */
  amount: MoneyInput;
  /** Who is to pay. */
  buyerId: string;
  /** Until when the payment can be made. */
  expiresAt: string;
  /** How the buyer pays. */
  method: PaymentMethod;
  /** The order; it has one payment, however often this is asked. */
  orderId: string;
};

/** An amount of money that a client names. */
export type MoneyInput = {
  /** The amount in the currency's main unit, exact, for example 19.90. */
  amount: string;
  /** The currency, as an ISO 4217 code. */
  currencyCode: string;
};

/** How a payment is made. */
export type PaymentMethod =
  /** The built-in simulated provider, which plays the buyer's bank. No real money moves. */
  | 'SIMULATED';

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

export type CreatePaymentMutationVariables = Exact<{
  input: CreatePaymentInput;
}>;


export type CreatePaymentMutation = { createPayment: { userErrors: Array<{ code: PaymentsErrorCode, message: string }> } };

export type CancelPaymentMutationVariables = Exact<{
  input: CancelPaymentInput;
}>;


export type CancelPaymentMutation = { cancelPayment: { userErrors: Array<{ code: PaymentsErrorCode, message: string }> } };


export const CreatePaymentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreatePayment"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreatePaymentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createPayment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<CreatePaymentMutation, CreatePaymentMutationVariables>;
export const CancelPaymentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CancelPayment"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CancelPaymentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cancelPayment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<CancelPaymentMutation, CancelPaymentMutationVariables>;