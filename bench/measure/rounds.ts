/**
 * Runs each contender once a round, in turns (ABAB…), so that whatever else a machine does meets all alike. One round before
 * warms up and is not told.
 * @returns by contender what each round has measured
 */
export async function alternate<Name extends string, Measured>(
  contenders: readonly Name[],
  rounds: number,
  run: (contender: Name, round: number) => Promise<Measured>,
  onRound: (done: number) => void = () => {},
): Promise<Record<Name, Measured[]>> {
  const measured = Object.fromEntries(contenders.map((name) => [name, []])) as unknown as Record<Name, Measured[]>;
  for (let round = 0; round <= rounds; round++) {
    onRound(round);
    for (const contender of contenders) {
      const result = await run(contender, round);
      if (round > 0) measured[contender].push(result);
    }
  }
  return measured;
}
