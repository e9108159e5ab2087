import { connection, parsePage } from '../../../../platform/kernel/connections';
import { invalidInput } from '../../../../platform/kernel/errors';
import type { QueryResolvers } from '../../__generated__/resolvers';
import type { PickupPointRow } from '../../data/pickupPoints.repository';
import { distanceOf, isOnEarth, isRadius, MAX_RADIUS_KM, snap } from '../../domain/geo';

export const pickupPoints: QueryResolvers['pickupPoints'] = async (_, args, { repositories, tenant }) => {
  const { near, radiusKm } = args;
  if (!isOnEarth(near))
    throw invalidInput('near must have a latitude from -90 to 90 and a longitude from -180 to 180.', ['near']);
  if (!isRadius(radiusKm))
    throw invalidInput(`radiusKm must be more than 0 and at most ${MAX_RADIUS_KM}.`, ['radiusKm']);
  const circle = { center: snap(near), radiusKm };
  const scope = `pickupPoints/${circle.center.latitude}/${circle.center.longitude}/${radiusKm}/${tenant.id}`;
  const page = parsePage(scope, args);
  const after = page.after && distanceOf(page.after);
  const rows = await repositories.pickupPoints.near(circle, { limit: page.limit, after });
  const keysOf = (row: PickupPointRow) => [row.distanceKm, row.id];
  return connection(scope, page, rows, keysOf, () => repositories.pickupPoints.countNear(circle));
};
