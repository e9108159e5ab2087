import { inputId, inputNumber, invalid } from '../../../../platform/kernel/input';
import type { MutationResolvers, SetShippingRateInput } from '../../__generated__/resolvers';
import { inputCode, inputPrice, MAX_GRAMS } from '../../domain/input';
import { refuse } from '../../errors';

function parse(input: SetShippingRateInput) {
  const { base, perKg, maxWeightGrams } = input;
  inputNumber(maxWeightGrams, 1, MAX_GRAMS, 'maxWeightGrams');
  if (base.currencyCode !== perKg.currencyCode) {
    throw invalid('A rate has one currency.', 'perKg', 'currencyCode');
  }
  const { minor: baseMinor, currency } = inputPrice(base, 'base');
  const { minor: perKgMinor } = inputPrice(perKg, 'perKg');
  const keys = {
    serviceId: inputId('svc', input.serviceId, 'serviceId'),
    zoneCode: inputCode(input.zoneCode, 'zoneCode'),
  };
  return { ...keys, currency, baseMinor, perKgMinor, maxWeightGrams };
}

export const setShippingRate: MutationResolvers['setShippingRate'] = async (
  _,
  { input },
  { loaders, repositories, transaction },
) => {
  const fields = parse(input);
  if (!(await loaders.serviceById.load(fields.serviceId)))
    throw refuse('NOT_FOUND', 'There is no such service.', ['serviceId']);
  if (!(await repositories.zones.exists(fields.zoneCode)))
    throw refuse('NOT_FOUND', 'There is no such zone.', ['zoneCode']);
  return { rate: await transaction((tx) => tx.repositories.rates.set(fields)), userErrors: [] };
};
