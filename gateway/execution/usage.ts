/** One document that clients sent, and the operations of it that they meant. */
export type Used = { readonly source: string; readonly names: ReadonlySet<string | undefined> };

/** Which operations are asked for most. It outlives the supergraph, so that the next one can be made ready for them. */
export type Usage = {
  note(source: string, operationName: string | undefined): void;
  /** Whether it was asked, and could be. */
  knows(source: string): boolean;
  /** The most used first. */
  hottest(count: number): readonly Used[];
  /** Halves what was counted, so that what was hot long ago makes room. */
  fade(): void;
};

const MAX_TEXTS = 2000;

type Counted = { names: Set<string | undefined>; count: number };

export function operationUsage(): Usage {
  let counted = new Map<string, Counted>();
  const ranked = () => [...counted].toSorted(([, a], [, b]) => b.count - a.count);

  function fade() {
    for (const each of counted.values()) each.count /= 2;
  }

  return {
    note(source, operationName) {
      const known = counted.get(source);
      if (known) {
        known.count++;
        known.names.add(operationName);
        return;
      }
      if (counted.size >= MAX_TEXTS) {
        counted = new Map(ranked().slice(0, MAX_TEXTS / 2));
        fade();
      }
      counted.set(source, { names: new Set([operationName]), count: 1 });
    },
    knows: (source) => counted.has(source),
    hottest: (count) =>
      ranked()
        .slice(0, count)
        .map(([source, { names }]) => ({ source, names })),
    fade,
  };
}
