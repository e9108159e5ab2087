import type { MutationResolvers, SetShippingZoneInput } from '../../__generated__/resolvers';
import { codeField, textField } from '../../arguments';
import { parseArea } from '../../domain/input';
import { refuse } from '../../errors';

const MAX_AREAS = 500;

function parse({ code, name, areas }: SetShippingZoneInput) {
  if (areas.length < 1 || areas.length > MAX_AREAS)
    throw refuse('INVALID_INPUT', `A zone has 1 to ${MAX_AREAS} areas.`, ['areas']);
  const parsed = areas.map((input, index) => {
    const area = parseArea(input);
    if (!area)
      throw refuse('INVALID_INPUT', 'This is no country, or no beginning of its postal codes.', [
        'areas',
        String(index),
      ]);
    return [`${area.countryCode} ${area.postalPrefix}`, area] as const;
  });
  return { code: codeField(code), name: textField(name, 200, ['name']), areas: [...new Map(parsed).values()] };
}

export const setShippingZone: MutationResolvers['setShippingZone'] = async (_, { input }, context) => {
  const { areas, ...fields } = parse(input);
  const zone = await context.transaction(async ({ repositories }) => {
    const set = await repositories.zones.set(fields);
    await repositories.zones.setAreas(set.code, areas);
    return set;
  });
  return { zone, userErrors: [] };
};
