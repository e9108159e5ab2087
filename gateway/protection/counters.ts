/** Counts what happened, for whoever watches: by name, and by what it was. */
export type Counters = {
  add(name: string, label: string): void;
  /** `refused{LIMIT_EXCEEDED}` and its like, with how often. */
  read(): Readonly<Record<string, number>>;
};

export function newCounters(): Counters {
  const counts = new Map<string, number>();
  return {
    add(name, label) {
      const key = `${name}{${label}}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    },
    read: () => Object.fromEntries(counts),
  };
}

/** What an operation, or a request that held none, was refused with: each code once. */
export function countRefusals(counters: Counters, codes: Iterable<string>): void {
  for (const code of codes) counters.add('refused', code);
}
