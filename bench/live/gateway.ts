import { startTestEdge } from '../../gateway/test/edge';

// The process that is measured: one gateway over two rooms, told by its parent what happens.

export type Told = { readonly event: number };
export type Answer =
  { readonly url: string } | { readonly sentAt: number; readonly event: number } | { readonly cpu: number };

/** Milliseconds of a clock that all processes of a machine share. */
export const now = (): number => Number(process.hrtime.bigint()) / 1e6;

const tell = (answer: Answer) => process.send?.(answer);

async function main(): Promise<void> {
  process.on('disconnect', () => process.exit());
  const edge = await startTestEdge({ live: { sockets: Infinity, perAddress: Infinity } });
  process.on('message', (told: Told | 'cpu') => {
    if (told === 'cpu') {
      const { user, system } = process.cpuUsage();
      return tell({ cpu: (user + system) / 1e6 });
    }
    const sentAt = now();
    edge.review('1', told.event);
    return tell({ event: told.event, sentAt });
  });
  tell({ url: edge.wsUrl });
}

if (process.argv[2] === 'gateway') void main();
