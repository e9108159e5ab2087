/** Woken whenever there are new updates of an order. */
export const orderTopic = (orderId: string): string => `order:${orderId}`;
