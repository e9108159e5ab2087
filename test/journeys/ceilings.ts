function readCeilings(table: string) {
  const [, ...rows] = table.trim().split('\n');
  return new Map(
    rows.map((row) => {
      const [name = '', statements, events, fetches] = row.split(/\s+/);
      return [name, { statements: Number(statements), events: Number(events), fetches: Number(fetches) }];
    }),
  );
}

/**
 * What each operation costs at most: SQL statements until its answer, begin and commit among them; statements of the events
 * that it leads to, in all rooms, until rest; fetches from rooms by the gateway. Of a subscription: each push. A change that
 * costs less lowers a line here; one that costs more needs a reason.
 */
export const CEILINGS = readCeilings(`
operation       statements   events   fetches
SignUp                   9         6         1
SignIn                   6        0         1
RefreshSession           7        0         1
SaveAddress              3        0         1
Me                       7        0         3
AssignRole               4        0         1
ProductList              3        0         1
ProductPage              6        0         5
Categories               2        0         1
SearchProducts           4        0         2
SearchSuggestions        1        0         1
PickupPoints             1        0         1
ReviewProduct            9         7         1
CreateProduct           16       13         1
AdjustStock             10        0         1
ClaimableCoupons         1        0         1
ClaimCoupon             14        0         2
CreateCoupon             4        0         1
CreateCart               4        0         2
AddCartLines             5        0         2
UpdateCartLines          5        0         2
ApplyCoupon              5        0         2
CartWithShipping         5        0         3
PlaceOrder              20        2         2
SimulatePayment          5       19         1
OrderDetail              9        0         5
CancelOrder             22       12         1
ConfirmReceipt           5        1         1
Orders                   5        0         4
Payments                 5        0         2
RequestRefund           12        0         1
ApproveRefund           14         8         1
RejectRefund             6        0         1
Ledger                   2        0         1
Shipments                4        0         2
Carriers                 2        0         1
DispatchShipment         9         9         1
RecordTrackingEvent     10       13         1
SimulateDelivery        25       24         1
TrackShipment            2        0         1
OrderUpdated             7        0         4
ShipmentUpdated          3        0         0
NotificationReceived     2        0         0
`);
