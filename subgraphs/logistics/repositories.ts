import { carriersRepository } from './data/carriers.repository';
import { pickupPointsRepository } from './data/pickupPoints.repository';
import { ratesRepository } from './data/rates.repository';
import { scansRepository } from './data/scans.repository';
import { servicesRepository } from './data/services.repository';
import { shipmentsRepository } from './data/shipments.repository';
import { zonesRepository } from './data/zones.repository';

export const repositories = {
  carriers: carriersRepository,
  services: servicesRepository,
  zones: zonesRepository,
  rates: ratesRepository,
  shipments: shipmentsRepository,
  scans: scansRepository,
  pickupPoints: pickupPointsRepository,
};
