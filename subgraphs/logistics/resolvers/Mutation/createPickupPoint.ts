import { isCountry } from '../../../../platform/kernel/address';
import { inputText, invalid, optionalText } from '../../../../platform/kernel/input';
import type { CreatePickupPointInput, MutationResolvers } from '../../__generated__/resolvers';
import { isOnEarth, snap } from '../../domain/geo';

function parse({ name, location, address }: CreatePickupPointInput) {
  if (!isOnEarth(location)) throw invalid('This place is not on earth.', 'location');
  const countryCode = address.countryCode.trim().toUpperCase();
  if (!isCountry(countryCode)) throw invalid('Use a country of ISO 3166-1.', 'address', 'countryCode');
  return {
    name: inputText(name, 200, 'name'),
    ...snap(location),
    line1: inputText(address.line1, 200, 'address', 'line1'),
    city: inputText(address.city, 100, 'address', 'city'),
    region: optionalText(address.region, 100, 'address', 'region'),
    postalCode: inputText(address.postalCode, 20, 'address', 'postalCode'),
    countryCode,
  };
}

export const createPickupPoint: MutationResolvers['createPickupPoint'] = async (_, { input }, context) => {
  const fields = parse(input);
  const pickupPoint = await context.transaction((tx) =>
    tx.repositories.pickupPoints.insert({ ...fields, id: tx.newId('pup') }),
  );
  return { pickupPoint, userErrors: [] };
};
