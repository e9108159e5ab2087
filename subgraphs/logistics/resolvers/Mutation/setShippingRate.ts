import type { MutationResolvers, SetShippingRateInput } from '../../__generated__/resolvers';
import { codeField, idField, priceField } from '../../arguments';
import { isWeight, MAX_GRAMS } from '../../domain/input';
import { refuse } from '../../errors';

function parse(input: SetShippingRateInput) {
  const { base, perKg, maxWeightGrams } = input;
  if (!isWeight(maxWeightGrams)) throw refuse('INVALID_INPUT', `Use 1 to ${MAX_GRAMS} grams.`, ['maxWeightGrams']);
  if (base.currencyCode !== perKg.currencyCode) {
    throw refuse('INVALID_INPUT', 'A rate has one currency.', ['perKg', 'currencyCode']);
  }
  const { minor: baseMinor, currency } = priceField(base, 'base');
  const { minor: perKgMinor } = priceField(perKg, 'perKg');
  const keys = {
    serviceId: idField('svc', input.serviceId, 'serviceId'),
    zoneCode: codeField(input.zoneCode, 'zoneCode'),
  };
  return { ...keys, currency, baseMinor, perKgMinor, maxWeightGrams };
}

export const setShippingRate: MutationResolvers['setShippingRate'] = async (
  _,
  { input },
  { loaders, repositories },
) => {
  const fields = parse(input);
  if (!(await loaders.serviceById.load(fields.serviceId)))
    throw refuse('NOT_FOUND', 'There is no such service.', ['serviceId']);
  if (!(await repositories.zones.exists(fields.zoneCode)))
    throw refuse('NOT_FOUND', 'There is no such zone.', ['zoneCode']);
  return { rate: await repositories.rates.set(fields), userErrors: [] };
};
