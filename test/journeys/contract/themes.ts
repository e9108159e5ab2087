const operations = (names: string): string[] => names.trim().split(/\s+/);

/** Which operations of the clients each theme plays: `accounts.test.ts` those of `accounts`. */
export const THEMES = {
  accounts: operations('SignUp SignIn RefreshSession SaveAddress AssignRole'),
  browsing: operations('ProductList ProductPage Categories SearchProducts SearchSuggestions PickupPoints'),
  coupons: operations('CreateCoupon ClaimableCoupons ClaimCoupon'),
  buying: operations(`
    CreateCart AddCartLines UpdateCartLines ApplyCoupon CartWithShipping PlaceOrder CancelOrder SimulatePayment
    DispatchShipment RecordTrackingEvent TrackShipment ConfirmReceipt ReviewProduct OrderDetail Me`),
  backOffice: operations(`
    CreateProduct AdjustStock Orders Payments Shipments Carriers SimulateDelivery RequestRefund ApproveRefund
    RejectRefund Ledger`),
  live: operations('OrderUpdated ShipmentUpdated NotificationReceived'),
};
export type Theme = keyof typeof THEMES;
