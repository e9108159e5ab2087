import { DAY } from '../../platform/kernel/clock';
import type { Tenant } from '../../platform/identity/tenants';
import { DEFAULTS } from './arguments';
import { progressBar } from './progress';
import { seedShop, ShopNotEmpty } from './shop';

/** Fills a shop for its first visitors, unless somebody has put products into it meanwhile. */
export async function seedDemo(
  databaseUrl: (room: string) => string,
  { id, locales }: Tenant,
  say: (sentence: string) => void,
): Promise<void> {
  try {
    await seedShop({
      ...DEFAULTS,
      now: new Date(Math.floor(Date.now() / DAY) * DAY),
      accounts: true,
      databaseUrl,
      tenant: id,
      locale: locales[0],
      onProgress: progressBar(),
    });
  } catch (error) {
    if (!(error instanceof ShopNotEmpty)) throw error;
    say(`${error.message} It stays as it is.`);
  }
}
