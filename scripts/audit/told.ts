import type { Verdict } from '../../platform/audit/verify';

function lineOf({ room, tenant, entries, head, broken }: Verdict): string {
  const whose = `${room.padEnd(10)} ${tenant.padEnd(12)}`;
  if (broken.length > 0) {
    const found = broken.map(({ position, what }) => `${' '.repeat(24)}entry ${position}: ${what}`);
    return [`${whose} BROKEN`, ...found].join('\n');
  }
  return head === null ? `${whose} nothing yet` : `${whose} whole, ${entries} entries, ends with ${head}`;
}

/** What a person is told of all chains. */
export function told(verdicts: readonly Verdict[]): string {
  const broken = verdicts.filter((each) => each.broken.length > 0);
  const sum =
    broken.length === 0
      ? 'All audit chains are whole. Keep the hashes elsewhere: only a chain that still ends with or behind one of them has not been written anew.'
      : `${broken.length} of ${verdicts.length} audit chains are not what they were when they were written. Compare them with a backup from before.`;
  return [...verdicts.map(lineOf), '', sum].join('\n');
}
