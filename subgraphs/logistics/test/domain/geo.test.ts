import fc from 'fast-check';
import { boxAround, EARTH_RADIUS_KM, type GeoPoint, isOnEarth, isRadius } from '../../domain/geo';

const radians = (angle: number) => (angle * Math.PI) / 180;
/** Way over the earth's surface in kilometres (haversine). */
function distanceKm(a: GeoPoint, b: GeoPoint): number {
  const across = Math.sin(radians(b.latitude - a.latitude) / 2) ** 2;
  const along = Math.sin(radians(b.longitude - a.longitude) / 2) ** 2;
  const chord = across + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * along;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
}

const points = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});

describe('the box around a circle', () => {
  it('holds every point of the circle, over the date line and the poles as well', () => {
    fc.assert(
      fc.property(points, points, fc.double({ min: 0.001, max: 20_020, noNaN: true }), (center, point, radius) => {
        fc.pre(distanceKm(center, point) <= radius);
        const box = boxAround(center, radius);
        expect(point.latitude).toBeGreaterThanOrEqual(box.south);
        expect(point.latitude).toBeLessThanOrEqual(box.north);
        expect(box.longitudes.some(({ west, east }) => west <= point.longitude && point.longitude <= east)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('is small around a small circle', () => {
    const { south, north, longitudes } = boxAround({ latitude: 60, longitude: 10 }, 100);
    expect(north - south).toBeCloseTo(1.8, 1);
    expect((longitudes[0]?.east ?? 0) - (longitudes[0]?.west ?? 0)).toBeCloseTo(3.6, 1);
  });
});

describe('places and radii', () => {
  it.each([91, -91, 1e308])('have no latitude %d', (latitude) =>
    expect(isOnEarth({ latitude, longitude: 0 })).toBe(false),
  );
  it.each([181, -181, 1e308])('have no longitude %d', (longitude) =>
    expect(isOnEarth({ latitude: 0, longitude })).toBe(false),
  );
  it.each([0, -1, 20_021, 1e308, NaN])('are not %d km wide', (radius) => expect(isRadius(radius)).toBe(false));
});
