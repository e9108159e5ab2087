import { categoriesRepository } from './data/categories.repository';
import { listingsRepository } from './data/listings.repository';
import { pricesRepository } from './data/prices.repository';
import { productsRepository } from './data/products.repository';
import { reservationsRepository } from './data/reservations.repository';
import { reviewsRepository } from './data/reviews.repository';
import { shelvesRepository } from './data/shelves.repository';
import { snapshotsRepository } from './data/snapshots.repository';
import { stockRepository } from './data/stock.repository';
import { stockMovementsRepository } from './data/stockMovements.repository';
import { talliesRepository } from './data/tallies.repository';
import { variantsRepository } from './data/variants.repository';

export const repositories = {
  categories: categoriesRepository,
  listings: listingsRepository,
  prices: pricesRepository,
  products: productsRepository,
  reservations: reservationsRepository,
  reviews: reviewsRepository,
  shelves: shelvesRepository,
  snapshots: snapshotsRepository,
  stock: stockRepository,
  stockMovements: stockMovementsRepository,
  tallies: talliesRepository,
  variants: variantsRepository,
};
