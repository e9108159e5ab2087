import { countProblems, inputText, invalid, refuseAll } from '../../../../platform/kernel/input';
import type { MutationResolvers, SetShippingZoneInput } from '../../__generated__/resolvers';
import { inputCode, parseArea } from '../../domain/input';

const MAX_AREAS = 500;

function parse({ code, name, areas }: SetShippingZoneInput) {
  refuseAll(countProblems(areas, ['areas'], 1, MAX_AREAS));
  const parsed = areas.map((input, index) => {
    const area = parseArea(input);
    if (!area) throw invalid('This is no country, or no beginning of its postal codes.', 'areas', index);
    return [`${area.countryCode} ${area.postalPrefix}`, area] as const;
  });
  return { code: inputCode(code, 'code'), name: inputText(name, 200, 'name'), areas: [...new Map(parsed).values()] };
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
