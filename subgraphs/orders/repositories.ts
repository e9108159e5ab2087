import { cartsRepository } from './data/carts.repository';
import { orderListsRepository } from './data/orderLists.repository';
import { ordersRepository } from './data/orders.repository';
import { taxRatesRepository } from './data/taxRates.repository';
import { updatesRepository } from './data/updates.repository';

export const repositories = {
  carts: cartsRepository,
  orders: ordersRepository,
  orderLists: orderListsRepository,
  updates: updatesRepository,
  taxRates: taxRatesRepository,
};
