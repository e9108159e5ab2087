const MOST = 100;
const LONGEST = 64;

/**
 * Names of operations as labels, of which there must not be ever more: those of the manifest where there is one, else the first
 * hundred that were answered. Any other is `other`, and what has no name `anonymous`.
 */
export function operationNames(listed?: ReadonlySet<string>) {
  const known = new Set(listed);
  return function labelOf(name: string | undefined, isAnswered: boolean): string {
    if (name === undefined) return 'anonymous';
    if (known.has(name)) return name;
    if (listed?.size || !isAnswered || known.size >= MOST || name.length > LONGEST) return 'other';
    known.add(name);
    return name;
  };
}
