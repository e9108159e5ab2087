/** Counts what happened, for whoever watches: by name, and by what it was. */
export type Counters = {
  add(name: string, label: string): void;
  /** How often each label of a name was counted. */
  of(name: string): ReadonlyMap<string, number>;
  /** `refused{LIMIT_EXCEEDED}` and its like, with how often. */
  read(): Readonly<Record<string, number>>;
};

const NONE: ReadonlyMap<string, number> = new Map();

export function newCounters(): Counters {
  const counts = new Map<string, Map<string, number>>();
  return {
    add(name, label) {
      const labels = counts.get(name) ?? new Map<string, number>();
      labels.set(label, (labels.get(label) ?? 0) + 1);
      counts.set(name, labels);
    },
    of: (name) => counts.get(name) ?? NONE,
    read: () =>
      Object.fromEntries(
        [...counts].flatMap(([name, labels]) =>
          [...labels].map(([label, count]) => [`${name}{${label}}`, count] as const),
        ),
      ),
  };
}

/** What an operation, or a request that held none, was refused with: each code once. */
export function countRefusals(counters: Counters, codes: Iterable<string>): void {
  for (const code of codes) counters.add('refused', code);
}
