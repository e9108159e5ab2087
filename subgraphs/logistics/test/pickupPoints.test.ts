import { startStory, ownStatementsOf, type Story } from './story';

let story: Story;
const point = (name: string, latitude: number, longitude: number) =>
  story.act('createPickupPoint', {
    name,
    location: { latitude, longitude },
    address: { line1: '1 Main Street', city: name, postalCode: '94103', countryCode: 'US' },
  });
beforeAll(async () => {
  story = await startStory();
  await point('San Francisco', 37.7749, -122.4194);
  await point('Oakland', 37.8044, -122.2712);
  await point('San Jose', 37.3382, -121.8863);
  await point('Suva', -18.1416, 178.4419);
  await point('Alert', 82.5018, -62.3481);
});
afterAll(() => story.stop());

const NEAR = `query ($near: GeoPointInput!, $radiusKm: Float!, $first: Int!, $after: String) {
  pickupPoints(near: $near, radiusKm: $radiusKm, first: $first, after: $after) {
    nodes { id name distanceKm address { line1 city region postalCode countryCode } } pageInfo { hasNextPage endCursor } } }`;
const market = { latitude: 37.7937, longitude: -122.3965 };
const ask = (variables: object, as?: object) =>
  story.ask(NEAR, { near: market, radiusKm: 100, first: 10, ...variables }, as);
const near = async (variables: object, as?: object) => (await ask(variables, as)).data.pickupPoints;
const names = async (variables: object, as?: object) =>
  (await near(variables, as)).nodes.map((node: { name: string }) => node.name);

describe('pick-up points', () => {
  it('are listed nearest first, with their distance, in one statement', async () => {
    const statements = await ownStatementsOf(story.house, async () => {
      const { nodes } = await near({}, { identity: { kind: 'guest' } });
      expect(
        nodes.map((node: { name: string; distanceKm: number }) => [node.name, Math.round(node.distanceKm)]),
      ).toEqual([
        ['San Francisco', 3],
        ['Oakland', 11],
        ['San Jose', 68],
      ]);
    });
    expect(statements).toHaveLength(1);
  });

  it('end at the radius', async () => {
    expect(await names({ radiusKm: 20 })).toEqual(['San Francisco', 'Oakland']);
    expect(await names({ radiusKm: 0.001 })).toEqual([]);
    expect(await names({ radiusKm: 20_020 })).toHaveLength(5);
  });

  it('are found over the date line and around a pole', async () => {
    expect(await names({ near: { latitude: -18, longitude: -179.9 }, radiusKm: 300 })).toEqual(['Suva']);
    expect(await names({ near: { latitude: 89.9, longitude: 120 }, radiusKm: 1000 })).toEqual(['Alert']);
    expect(await names({ near: { latitude: 90, longitude: 0 }, radiusKm: 1000 })).toEqual(['Alert']);
  });

  it('given places whose distance no number can hold, are in the same place', async () => {
    await point('Null Island', 0, 1e-320);
    const null0 = { latitude: 1e-320, longitude: 0 };
    expect(await near({ near: null0 })).toMatchObject({ nodes: [{ name: 'Null Island', distanceKm: 0 }] });
  });

  it('page without a gap', async () => {
    const first = await near({ first: 2 });
    expect(first.pageInfo.hasNextPage).toBe(true);
    expect(await names({ first: 2, after: first.pageInfo.endCursor })).toEqual(['San Jose']);
  });

  it('of one shop are not those of another', async () => {
    expect(await names({}, { tenant: 'other' })).toEqual([]);
  });

  it.each([
    { first: 0 },
    { first: -1 },
    { first: 101 },
    { first: 2147483647 },
    { radiusKm: 0 },
    { radiusKm: -5 },
    { radiusKm: 1e308 },
    { near: { latitude: 91, longitude: 0 } },
    { near: { latitude: 0, longitude: -181 } },
    { near: { latitude: 1e308, longitude: 1e308 } },
    { after: '🚚' },
  ])('given %j, refuse with INVALID_INPUT', async (variables) => {
    expect((await ask(variables)).errors?.[0]?.extensions?.code).toBe('INVALID_INPUT');
  });

  it('given a cursor of another search, refuse with INVALID_INPUT', async () => {
    const { pageInfo } = await near({ first: 1 });
    expect((await ask({ first: 1, radiusKm: 99, after: pageInfo.endCursor })).errors?.[0]?.extensions?.code).toBe(
      'INVALID_INPUT',
    );
  });
});
