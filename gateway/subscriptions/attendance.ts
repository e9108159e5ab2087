/** Counts who is here by what they have in common, up to a limit for each. */
export function attendance(most: number) {
  const present = new Map<string, number>();

  function leave(key: string): void {
    const left = (present.get(key) ?? 0) - 1;
    if (left > 0) present.set(key, left);
    else present.delete(key);
  }

  /** Answers how to leave again, or nothing when there is no room. */
  return function enter(key: string): (() => void) | undefined {
    const count = present.get(key) ?? 0;
    if (count >= most) return undefined;
    present.set(key, count + 1);
    let here = true;
    return () => {
      if (here) leave(key);
      here = false;
    };
  };
}
export type Attendance = ReturnType<typeof attendance>;
