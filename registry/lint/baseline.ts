import type { ParsedSubgraph } from '../composition/parse';
import { hasChanged, type Step } from '../comparison/owner';
import type { Finding } from '../findings/finding';
import type { Settings } from '../proposal/settings';
import { lintSubgraphs } from './lint';
import { policiesOfRooms } from './policies';
import { rootFields } from './roots';

const keyOf = ({ code, message }: Finding): string => `${code} ${message}`;

const present = (each: ParsedSubgraph | undefined): readonly ParsedSubgraph[] => (each ? [each] : []);

/** Who may call what, where the settings say that it stands in the rooms. */
export const knownPolicies = ({ policies, lint }: Settings) =>
  policies === 'rooms' && lint.policies.severity !== 'off' ? policiesOfRooms() : undefined;

const rootsIn = (subgraphs: readonly ParsedSubgraph[]): readonly string[] =>
  subgraphs.flatMap(({ name, document }) =>
    rootFields(document).map(({ root, field }) => [name, root, field.name.value].join('.')),
  );

/** The rooms take a second to load, and have nothing to say of a change that adds no root field. */
function withoutPolicies(
  settings: Settings,
  before: readonly ParsedSubgraph[],
  after: readonly ParsedSubgraph[],
): Settings {
  const old = new Set(rootsIn(before));
  if (settings.policies !== 'rooms' || rootsIn(after).some((each) => !old.has(each))) return settings;
  return { ...settings, lint: { ...settings.lint, policies: { severity: 'off', except: [] } } };
}

/** What the rules find in subgraphs that change, and did not find in what is live. */
export async function lintChanges(steps: readonly Step[], settings: Settings): Promise<readonly Finding[]> {
  const changed = steps.filter((each) => each.after && hasChanged(each));
  if (changed.length === 0) return [];
  const of = (side: 'before' | 'after') => changed.flatMap((each) => present(each[side]));
  const rules = withoutPolicies(settings, of('before'), of('after'));
  const known = await knownPolicies(rules);
  const lint = (side: 'before' | 'after') =>
    lintSubgraphs(
      of(side),
      steps.flatMap((each) => present(each[side])),
      rules,
      known,
    );
  const old = new Set(lint('before').map(keyOf));
  return lint('after').filter((each) => !old.has(keyOf(each)));
}
