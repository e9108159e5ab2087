/** An event's contract: its type, `room.what-happened.vN`, and what it means to whoever hears it. */
export type EventContract<Type extends string = string, Payload = unknown> = {
  readonly type: Type;
  readonly description: string;
  /** Carries the payload's type only; never set. */
  readonly payload?: Payload;
};

/**
 * Declares an event: `event<{ orderId: string }>()('orders.order-placed.v1', 'A buyer has placed an order.')`.
 * A payload is JSON: times are RFC 3339 strings, money is integer minor units beside a currency.
 */
export const event =
  <Payload>() =>
  <const Type extends string>(type: Type, description: string): EventContract<Type, Payload> => ({ type, description });

/** An event that is to be published: what it is, and what it tells. */
export type Announcement = { readonly type: string; readonly payload: unknown };

/** Puts an event and its payload together, for a change that publishes it. */
export const announcement = <Payload>({ type }: EventContract<string, Payload>, payload: Payload): Announcement => ({
  type,
  payload,
});

/** One event on its way. `id` is what consumers deduplicate by. */
export type EventMessage<Payload = unknown> = {
  readonly id: string;
  readonly tenant: string;
  readonly type: string;
  readonly payload: Payload;
  readonly occurredAt: Date;
};

export const publisherOf = (type: string): string => type.slice(0, type.indexOf('.'));
