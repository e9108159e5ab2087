import type { Money } from '../../../platform/kernel/money';
import type { Context } from '../context';
import type { CarrierRow } from '../data/carriers.repository';
import type { TariffRequest } from '../data/rates.repository';
import type { ServiceRow } from '../data/services.repository';
import { byPrice, parcelPrice } from '../domain/rates';
import { areasOf, type Destination } from '../domain/zones';

/** A service that takes a parcel to a destination, with its price. */
export type Offer = { service: ServiceRow; carrier: CarrierRow; zoneCode: string; price: Money; maxDays: number };

/** Every service that takes a parcel of this weight to the destination, cheapest first. */
export async function findOffers(
  { loaders }: Pick<Context, 'loaders'>,
  parcel: { destination: Destination; grams: number; currency: string },
): Promise<Offer[]> {
  const request: TariffRequest = { areas: areasOf(parcel.destination), currency: parcel.currency };
  const tariffs = await loaders.tariffsByRequest.load(JSON.stringify(request));
  const offers = tariffs.flatMap(({ rate, service, carrier }) => {
    const price = parcelPrice(rate, parcel.grams);
    return price ? [{ service, carrier, zoneCode: rate.zoneCode, price, maxDays: service.maxDays }] : [];
  });
  return offers.toSorted(byPrice);
}
