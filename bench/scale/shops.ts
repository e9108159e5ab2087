import { once } from 'node:events';
import { existsSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { spawned } from '../measure/processes';
import { prepareDatabase } from '../shop/database';

export type Size = { readonly products: number; readonly orders: number };

/** What a large shop is compared with. */
export const SMALL: Size = { products: 1000, orders: 1000 };

/** Loads a shop of a size, unless it stands there from an earlier time. Answers the directory of its data. */
export async function loadShop(data: string, { products, orders }: Size, say: (what: string) => void): Promise<string> {
  const directory = path.join(data, `${products}-products-${orders}-orders`);
  if (existsSync(directory)) return directory;
  const unfinished = `${directory}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  say(`loading ${products} products and ${orders} orders into ${directory}`);
  const seed = spawned(
    'scripts/seed/main.ts',
    ['--products', String(products), '--orders', String(orders), '--accounts'],
    {
      AGORA_DATA: unfinished,
    },
  );
  seed.process.stdout?.on('data', (text: Buffer) => process.stderr.write(text));
  const [code] = (await once(seed.process, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`The shop could not be filled:\n${seed.written()}`);
  say('vacuuming');
  await prepareDatabase(unfinished);
  renameSync(unfinished, directory);
  return directory;
}
