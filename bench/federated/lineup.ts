import type { Size } from './operations';

/** Who answers the graph, and how many requests it gets for one of the heaviest: a clock of hundredths of a second wants a second of work. */
type Entry = {
  readonly who: string;
  readonly share: Readonly<Record<Size, number>>;
  /** Asked for by `--peers` alone. */
  readonly peer?: true;
};

const group = <Key extends string>(entries: Record<Key, Entry>): Record<Key, Entry> => entries;

/** Each with its rooms in processes of their own. */
const GATEWAYS = group({
  stock: { who: '@apollo/gateway over Apollo Server rooms', share: { small: 5, large: 1 } },
  hive: { who: 'Hive router runtime over Apollo Server rooms', share: { small: 8, large: 2 }, peer: true },
  hiveOverOurs: { who: "Hive router runtime over Agora's rooms", share: { small: 15, large: 5 }, peer: true },
  agora: { who: 'Agora gateway over its rooms', share: { small: 30, large: 8 } },
});

const ONE_PROCESS = group({
  stockOne: { who: '@apollo/gateway with its rooms in one process', share: { small: 10, large: 2 }, peer: true },
  monolith: { who: 'Apollo Server without federation', share: { small: 30, large: 8 } },
  agoraOne: { who: 'Agora with its rooms in one process', share: { small: 30, large: 8 } },
  jit: { who: 'graphql-jit without federation', share: { small: 40, large: 12 }, peer: true },
  ready: { who: 'an HTTP server with ready answers', share: { small: 50, large: 40 }, peer: true },
});

const WITHOUT_HTTP = group({
  stockBare: { who: `${ONE_PROCESS.stockOne.who}, no HTTP`, share: { small: 10, large: 2 }, peer: true },
  monolithBare: { who: `${ONE_PROCESS.monolith.who}, no HTTP`, share: { small: 50, large: 10 } },
  agoraBare: { who: `${ONE_PROCESS.agoraOne.who}, no HTTP`, share: { small: 50, large: 10 } },
  jitBare: { who: `${ONE_PROCESS.jit.who}, no HTTP`, share: { small: 80, large: 20 }, peer: true },
});

export const LINEUP = { ...GATEWAYS, ...ONE_PROCESS, ...WITHOUT_HTTP };
export type Name = keyof typeof LINEUP;

/** Those who take turns with each other, and who of them is ours. */
export const HEATS: readonly { readonly what: string; readonly names: readonly Name[]; readonly ours: Name }[] = [
  { what: 'over HTTP', names: Object.keys(GATEWAYS) as Name[], ours: 'agora' },
  { what: 'in one process', names: Object.keys(ONE_PROCESS) as Name[], ours: 'agoraOne' },
  { what: 'without HTTP', names: Object.keys(WITHOUT_HTTP) as Name[], ours: 'agoraBare' },
];

export const takesPart = (name: Name, { peers }: { readonly peers: boolean }): boolean => peers || !LINEUP[name].peer;
