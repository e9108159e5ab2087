import { categoryRepository } from './data/category.repository';
import { listingRepository } from './data/listing.repository';
import { priceRepository } from './data/price.repository';
import { productRepository } from './data/product.repository';
import { reservationRepository } from './data/reservation.repository';
import { reviewRepository } from './data/review.repository';
import { snapshotRepository } from './data/snapshot.repository';
import { stockRepository } from './data/stock.repository';
import { stockMovementRepository } from './data/stockMovement.repository';
import { tallyRepository } from './data/tally.repository';
import { variantRepository } from './data/variant.repository';

export const repositories = {
  categories: categoryRepository,
  listings: listingRepository,
  prices: priceRepository,
  products: productRepository,
  reservations: reservationRepository,
  reviews: reviewRepository,
  snapshots: snapshotRepository,
  stock: stockRepository,
  stockMovements: stockMovementRepository,
  tallies: tallyRepository,
  variants: variantRepository,
};
