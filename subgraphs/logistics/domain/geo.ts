import { type CursorKeys, notOfThisList } from '../../../platform/kernel/connections';
import { isId } from '../../../platform/kernel/ids';

/** Degrees; latitude north of the equator, longitude east of Greenwich. */
export type GeoPoint = { latitude: number; longitude: number };
/** Longitudes from `west` east to `east`. A circle over the date line or a pole needs more than one, or all. */
export type Box = { south: number; north: number; longitudes: { west: number; east: number }[] };

/** Mean radius in kilometres (IUGG). */
export const EARTH_RADIUS_KM = 6371.0088;
/** Half the way round the earth: nothing is farther. */
export const MAX_RADIUS_KM = 20_020;
// Rounding must not cut off what lies on the very rim.
const MARGIN = 1e-9;

const degrees = (radians: number) => (radians * 180) / Math.PI;
const radians = (angle: number) => (angle * Math.PI) / 180;

export const isOnEarth = ({ latitude, longitude }: GeoPoint): boolean =>
  Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;

const STEPS = 1e9;
/** The place to a tenth of a millimetre. Squares of far smaller differences are too small for a number to hold. */
export const snap = ({ latitude, longitude }: GeoPoint): GeoPoint => ({
  latitude: Math.round(latitude * STEPS) / STEPS,
  longitude: Math.round(longitude * STEPS) / STEPS,
});
export const isRadius = (kilometres: number): boolean => kilometres > 0 && kilometres <= MAX_RADIUS_KM;

const ALL = [{ west: -180, east: 180 }];

function longitudesAround(longitude: number, reach: number): Box['longitudes'] {
  const [west, east] = [longitude - reach, longitude + reach];
  if (reach >= 180) return ALL;
  if (west < -180)
    return [
      { west: west + 360, east: 180 },
      { west: -180, east },
    ];
  if (east > 180)
    return [
      { west, east: 180 },
      { west: -180, east: east - 360 },
    ];
  return [{ west, east }];
}

/**
 * The smallest box of latitudes and longitudes that holds a circle, so that an index can be asked before distances are.
 * Source: Bronshtein and Semendyayev, spherical trigonometry; as told by J. P. Matuschek.
 */
export function boxAround({ latitude, longitude }: GeoPoint, radiusKm: number): Box {
  const angle = radiusKm / EARTH_RADIUS_KM + MARGIN;
  const south = latitude - degrees(angle);
  const north = latitude + degrees(angle);
  if (south <= -90 || north >= 90) return { south: Math.max(south, -90), north: Math.min(north, 90), longitudes: ALL };
  const reach = degrees(Math.asin(Math.sin(angle) / Math.cos(radians(latitude))));
  return { south, north, longitudes: longitudesAround(longitude, reach) };
}

/** Where a pick-up point stands in a list that is nearest first. */
export type Distance = { distanceKm: number; id: string };

/** @throws INVALID_INPUT when the keys are not those of a point in such a list */
export function distanceOf([distanceKm, id]: CursorKeys): Distance {
  if (typeof distanceKm !== 'number' || typeof id !== 'string' || !isId('pup', id)) throw notOfThisList();
  return { distanceKm, id };
}
