import { Kind, type FieldDefinitionNode } from 'graphql';
import { elementsOf, placeOf } from '../composition/places';
import type { Finding } from '../findings/finding';
import type { Settings } from '../proposal/settings';
import type { RuleName } from './names';
import type { Policies } from './policies';
import type { Graph, LintedSubgraph, Rule } from './rule';
import { connections } from './rules/connections';
import { deprecations } from './rules/deprecations';
import { described } from './rules/described';
import { money } from './rules/money';
import { mutations } from './rules/mutations';
import { naming } from './rules/naming';
import { hasGuards, policies } from './rules/policies';

const rules: Readonly<Record<RuleName, Rule>> = {
  naming,
  described,
  connections,
  mutations,
  deprecations,
  policies,
  money,
};

/** What all subgraphs say together. */
function graphOf(subgraphs: readonly LintedSubgraph[], known?: Policies): Graph {
  const explained = new Set<string>();
  const fieldsOf = new Map<string, readonly FieldDefinitionNode[]>();
  for (const { document } of subgraphs) {
    for (const [coordinate, node] of elementsOf(document))
      if ('description' in node && node.description?.value.trim()) explained.add(coordinate);
    for (const each of document.definitions)
      if (each.kind === Kind.OBJECT_TYPE_DEFINITION || each.kind === Kind.OBJECT_TYPE_EXTENSION)
        fieldsOf.set(each.name.value, [...(fieldsOf.get(each.name.value) ?? []), ...(each.fields ?? [])]);
  }
  return { described: explained, fieldsOf, policies: known };
}

/** Who has no policy at any field has them elsewhere, as long as nothing else is said. */
function withoutGuards({ lint, policies: where }: Settings, all: readonly LintedSubgraph[]): Settings['lint'] {
  if (where !== undefined || lint.policies.severity !== 'error' || all.some(hasGuards)) return lint;
  return { ...lint, policies: { ...lint.policies, severity: 'warning' } };
}

/**
 * What the rules find in the subgraphs, in the order in which it stands there.
 * @param all the whole graph: what one subgraph leaves out another may say
 */
export function lintSubgraphs(
  subgraphs: readonly LintedSubgraph[],
  all: readonly LintedSubgraph[],
  settings: Settings,
  known?: Policies,
): readonly Finding[] {
  const graph = graphOf(all, known);
  const lint = withoutGuards(settings, all);
  return subgraphs.flatMap((subgraph) =>
    Object.entries(rules).flatMap(([name, rule]) => {
      const { severity, except } = lint[name as RuleName];
      if (severity === 'off') return [];
      return [...rule(subgraph, graph)]
        .filter(({ coordinate }) => !except.includes(coordinate))
        .map(({ coordinate, message, remedy, node }): Finding => ({
          kind: 'LINT',
          severity,
          code: `lint/${name}`,
          message,
          coordinate,
          place: placeOf(node, subgraph.file),
          hits: [],
          remedy,
        }));
    }),
  );
}
