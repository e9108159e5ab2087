import { isCountry } from '../../../../platform/kernel/address';
import type { CreatePickupPointInput, MutationResolvers } from '../../__generated__/resolvers';
import { textField } from '../../arguments';
import { isOnEarth, snap } from '../../domain/geo';
import { refuse } from '../../errors';

function parse({ name, location, address }: CreatePickupPointInput) {
  if (!isOnEarth(location)) throw refuse('INVALID_INPUT', 'This place is not on earth.', ['location']);
  const countryCode = address.countryCode.trim().toUpperCase();
  if (!isCountry(countryCode))
    throw refuse('INVALID_INPUT', 'Use a country of ISO 3166-1.', ['address', 'countryCode']);
  return {
    name: textField(name, 200, ['name']),
    ...snap(location),
    line1: textField(address.line1, 200, ['address', 'line1']),
    city: textField(address.city, 100, ['address', 'city']),
    region: address.region?.trim() ? textField(address.region, 100, ['address', 'region']) : null,
    postalCode: textField(address.postalCode, 20, ['address', 'postalCode']),
    countryCode,
  };
}

export const createPickupPoint: MutationResolvers['createPickupPoint'] = async (_, { input }, context) => {
  const fields = parse(input);
  const pickupPoint = await context.repositories.pickupPoints.insert({ ...fields, id: context.newId('pup') });
  return { pickupPoint, userErrors: [] };
};
