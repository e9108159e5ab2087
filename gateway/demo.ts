import type { Tenant } from '../platform/identity/tenants';
import { serviceEnvelope } from '../platform/subgraph/room';
import type { Rooms } from '../platform/subgraph/transport';
import type { Settings } from './settings';

const ASKED_BY = 'gateway';

/** For the screen, where there are such. */
export const DEMO_ACCOUNTS = `  Accounts       buyer@agora.test, staff@agora.test, admin@agora.test
  Password       agora-demo-1
`;

/** The shop that the demo is in: the first there is. */
const shopOf = ({ AGORA_TENANTS: [shop] }: Settings): Tenant => shop as Tenant;

async function isThere(rooms: Rooms, shop: Tenant, room: string, query: string, list: string): Promise<boolean> {
  const envelope = serviceEnvelope(ASKED_BY, shop, 'start');
  const { data } = await rooms(room).execute({ query, envelope, variables: {} });
  const { nodes = [] } = (data?.[list] ?? {}) as { nodes?: unknown[] };
  return nodes.length > 0;
}

/** Whether somebody could sign in as the demo tells it. */
export const hasDemoAccounts = (rooms: Rooms, settings: Settings): Promise<boolean> =>
  isThere(rooms, shopOf(settings), 'users', '{ users(first: 1, email: "buyer@agora.test") { nodes { id } } }', 'users');

/** Fills a shop without products for its first visitors, where the settings want it so. */
export function demoSeed(settings: Settings) {
  if (settings.SEED !== 'demo') return undefined;
  return async (rooms: Rooms, databaseUrl: (room: string) => string, say: (sentence: string) => void) => {
    const shop = shopOf(settings);
    if (await isThere(rooms, shop, 'catalog', '{ products(first: 1) { nodes { id } } }', 'products')) return;
    say('Filling the shop with demo data. SEED=none leaves it empty.');
    // Needed once in the life of a shop: no other start loads it.
    const { seedDemo } = await import('../scripts/seed/demo');
    await seedDemo(databaseUrl, shop, say);
  };
}
