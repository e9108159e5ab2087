/** Woken when the shipment with this number has changed. */
export const shipmentTopic = (trackingNumber: string): string => `shipment:${trackingNumber}`;
