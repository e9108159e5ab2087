import { subgraphs } from '../../subgraphs';
import { startTestHouse, type TestHouse } from '../../test/story/house';
import { demoSeed, hasDemoAccounts } from '../demo';
import { readSettings } from '../settings';

let house: TestHouse;
beforeAll(async () => {
  house = await startTestHouse(subgraphs);
});
afterAll(() => house.stop());

const settings = readSettings({ SEED: 'demo' });

/** What a start says while it fills the shop. */
async function start(): Promise<string[]> {
  const said: string[] = [];
  await demoSeed(settings)?.(
    house.room,
    () => house.databaseUrl,
    (sentence) => void said.push(sentence),
  );
  return said;
}

test('the first start fills the shop, the next one leaves it as it is', async () => {
  expect(await hasDemoAccounts(house.room, settings)).toBe(false);
  expect(await start()).toEqual(['Filling the shop with demo data. SEED=none leaves it empty.']);
  expect(await hasDemoAccounts(house.room, settings)).toBe(true);
  expect(await start()).toEqual([]);
});

test('a shop is filled in production only when that was asked for', () => {
  expect(demoSeed(readSettings({ NODE_ENV: 'production' }))).toBeUndefined();
  expect(demoSeed(readSettings({ NODE_ENV: 'production', SEED: 'demo' }))).toBeDefined();
  expect(demoSeed(readSettings({ SEED: 'none' }))).toBeUndefined();
});
