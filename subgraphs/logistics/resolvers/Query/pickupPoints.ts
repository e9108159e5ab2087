import { connection, parsePage } from '../../../../platform/kernel/connections';
import { invalidInput } from '../../../../platform/kernel/errors';
import type { QueryResolvers } from '../../__generated__/resolvers';
import { isOnEarth, isRadius, MAX_RADIUS_KM, snap } from '../../domain/geo';

export const pickupPoints: QueryResolvers['pickupPoints'] = async (_, args, { repositories, tenant }) => {
  const { near, radiusKm, first, after } = args;
  if (!isOnEarth(near))
    throw invalidInput('near must have a latitude from -90 to 90 and a longitude from -180 to 180.', ['near']);
  if (!isRadius(radiusKm))
    throw invalidInput(`radiusKm must be more than 0 and at most ${MAX_RADIUS_KM}.`, ['radiusKm']);
  const center = snap(near);
  const scope = `pickupPoints/${tenant.id}/${center.latitude}/${center.longitude}/${radiusKm}`;
  const page = parsePage(scope, { first, after });
  const circle = { center, radiusKm };
  const rows = await repositories.pickupPoints.near(circle, page);
  return connection(
    scope,
    page,
    rows,
    (row) => [row.distanceKm, row.id],
    () => repositories.pickupPoints.countNear(circle),
  );
};
