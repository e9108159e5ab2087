import type { ParsedSubgraph } from '../composition/parse';
import { hasChanged, type Step } from '../comparison/owner';
import type { Finding } from '../findings/finding';
import type { Settings } from '../proposal/settings';
import { lintSubgraphs } from './lint';
import { policiesOfRooms } from './policies';

const keyOf = ({ code, message }: Finding): string => `${code} ${message}`;

const present = (each: ParsedSubgraph | undefined): readonly ParsedSubgraph[] => (each ? [each] : []);

/** Who may call what, where the settings say that it stands in the rooms. */
export const knownPolicies = ({ policies, lint }: Settings) =>
  policies === 'rooms' && lint.policies.severity !== 'off' ? policiesOfRooms() : undefined;

/** What the rules find in subgraphs that change, and did not find in what is live. */
export async function lintChanges(steps: readonly Step[], settings: Settings): Promise<readonly Finding[]> {
  const changed = steps.filter((each) => each.after && hasChanged(each));
  if (changed.length === 0) return [];
  const known = await knownPolicies(settings);
  const lint = (side: 'before' | 'after') =>
    lintSubgraphs(
      changed.flatMap((each) => present(each[side])),
      steps.flatMap((each) => present(each[side])),
      settings,
      known,
    );
  const old = new Set(lint('before').map(keyOf));
  return lint('after').filter((each) => !old.has(keyOf(each)));
}
