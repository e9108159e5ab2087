import { hasDirective, isForeign, type LintedSubgraph, type Rule } from '../rule';
import { rootFields } from '../roots';

const GUARDS = ['authenticated', 'requiresScopes', 'policy'] as const;
const NAMES = GUARDS.flatMap((each) => [each, `federation__${each}`]);

/** Whether a schema says at any field who may call it. */
export const hasGuards = ({ document }: LintedSubgraph): boolean =>
  rootFields(document).some(({ field }) => hasDirective(field, ...NAMES));

/** Nothing is open by default: every root field says who may call it, at itself or in the policies of its room. */
export const policies: Rule = function* ({ name, document }, graph) {
  for (const { root, type, field } of rootFields(document)) {
    const { value: fieldName } = field.name;
    if (isForeign(fieldName) || hasDirective(field, 'external', ...NAMES)) continue;
    const declared = graph.policies?.(name, root, fieldName);
    if (declared) continue;
    const coordinate = `${type}.${fieldName}`;
    yield {
      coordinate,
      message: `Nobody says who may call ${coordinate}.`,
      remedy:
        declared === undefined
          ? 'Mark it @authenticated, @requiresScopes or @policy.'
          : `Declare its policy in the policies.ts of ${name}.`,
      node: field,
    };
  }
};
