/** The value below which a share of all values lies; 0.5 for the median. @throws RangeError when there are none */
export function quantile(values: readonly number[], share: number): number {
  if (values.length === 0) throw new RangeError('There is no quantile of nothing.');
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(place)] as number, sorted[Math.ceil(place)] as number];
  return below + (above - below) * (place - Math.floor(place));
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** The median of what each round of ours is to the same round of theirs: what slows both slows neither. */
export function medianRatio(ours: readonly number[], theirs: readonly number[]): number {
  if (ours.length !== theirs.length) throw new RangeError('A ratio needs as many rounds of one as of the other.');
  return median(ours.map((value, round) => value / (theirs[round] as number)));
}
