import type { Mood, Proxy } from '../proxies/proxy';
import type { Target } from '../target';
import type { Fault } from './fault';

/** Where wires run. */
export const PLACES = {
  Postgres: ({ ground }: Target) => [ground.wires.postgres],
  Redis: ({ ground }: Target) => [ground.wires.redis],
  'the copies of orders': ({ wiresTo }: Target) => wiresTo('orders'),
  catalog: ({ wiresTo }: Target) => wiresTo('catalog'),
  payments: ({ wiresTo }: Target) => wiresTo('payments'),
  marketing: ({ wiresTo }: Target) => wiresTo('marketing'),
  'every room': (target: Target) =>
    ['users', 'catalog', 'orders', 'payments', 'logistics', 'marketing', 'search'].flatMap(target.wiresTo),
} satisfies Record<string, (target: Target) => readonly Proxy[]>;

type Place = keyof typeof PLACES;

const DONE: Record<Exclude<Mood['kind'], 'clear'>, string> = {
  delayed: 'are slow',
  cut: 'are dead',
  resetting: 'are reset again and again',
  sliced: 'carry bytes in slices',
};

/** What all wires to a place do for a while. */
export const wires = (place: Place, mood: Exclude<Mood, { kind: 'clear' }>, lasts = 6_000): Fault => {
  const set = (target: Target, to: Mood) => PLACES[place](target).forEach((proxy) => proxy.set(to));
  return {
    name: `wires to ${place} ${DONE[mood.kind]} for ${lasts / 1_000} s`,
    lasts,
    strike: async ({ target }) => set(target, mood),
    mend: async ({ target }) => set(target, { kind: 'clear' }),
  };
};
