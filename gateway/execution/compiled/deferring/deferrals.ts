import {
  Kind,
  type DirectiveNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  type InlineFragmentNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Operation } from '../../executor';
import { defaultsOf, valueOf, type Defaults } from '../conditions';

const DEFER = 'defer';
const INTROSPECTION = new Set(['__schema', '__type']);
// Who tries all the values of many `if:` makes work, but fills no memory.
const MAX_VARIANTS = 16;

/** An operation in which each `@defer` that holds for a request has a label of our own, and no other is left. */
export type Deferring = Omit<Operation, 'variables'> & {
  /** Tells apart what is deferred of the same text. */
  readonly variant: string;
  /** The client's labels, by ours. */
  readonly labels: ReadonlyMap<string, string | undefined>;
};

const isDefer = ({ name }: DirectiveNode): boolean => name.value === DEFER;
export const isDeferred = ({ directives = [] }: SelectionNode): boolean => directives.some(isDefer);

const argument = (directive: DirectiveNode, name: string) =>
  directive.arguments?.find((each) => each.name.value === name)?.value;

/** The own label of a deferred fragment, as this module wrote it. */
export function labelOf({ directives = [] }: SelectionNode): string {
  const directive = directives.find(isDefer);
  const value = directive && argument(directive, 'label');
  return value?.kind === Kind.STRING ? value.value : '';
}

/** A `@defer` with that label. */
export const marked = (label: string): DirectiveNode => ({
  kind: Kind.DIRECTIVE,
  name: { kind: Kind.NAME, value: DEFER },
  arguments: [
    { kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: 'label' }, value: { kind: Kind.STRING, value: label } },
  ],
});

const fragmentsIn = ({ definitions }: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> =>
  new Map(
    definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [])),
  );

type Holds = (directive: DirectiveNode) => boolean;

/**
 * Writes fragments out where they are spread, for one that is spread twice is deferred twice: the planner knows what is
 * deferred by its label alone.
 */
function relabelled({ document, definition }: Omit<Operation, 'variables'>, holds: Holds) {
  const fragments = fragmentsIn(document);
  const labels = new Map<string, string | undefined>();

  function directivesOf({ directives = [] }: SelectionNode, selectionSet: SelectionSetNode): DirectiveNode[] {
    return directives.flatMap((directive) => {
      if (!isDefer(directive)) return [directive];
      if (!holds(directive) || asksForSchema(selectionSet)) return [];
      const own = `deferred_${labels.size}`;
      const given = argument(directive, 'label');
      labels.set(own, given?.kind === Kind.STRING ? given.value : undefined);
      return [marked(own)];
    });
  }
  const spreadOf = (selection: FragmentSpreadNode | InlineFragmentNode) =>
    selection.kind === Kind.INLINE_FRAGMENT
      ? selection
      : (fragments.get(selection.name.value) as FragmentDefinitionNode);

  /** The schema is at hand, and the planner does not find it within what is deferred. */
  const asksForSchema = ({ selections }: SelectionSetNode): boolean =>
    selections.some((selection) =>
      selection.kind === Kind.FIELD
        ? INTROSPECTION.has(selection.name.value)
        : asksForSchema(spreadOf(selection).selectionSet),
    );

  function written(selection: SelectionNode): SelectionNode {
    if (selection.kind === Kind.FIELD)
      return selection.selectionSet ? { ...selection, selectionSet: writtenSet(selection.selectionSet) } : selection;
    const { typeCondition, selectionSet } = spreadOf(selection);
    const directives = directivesOf(selection, selectionSet);
    return { kind: Kind.INLINE_FRAGMENT, typeCondition, directives, selectionSet: writtenSet(selectionSet) };
  }
  const writtenSet = ({ selections }: SelectionSetNode): SelectionSetNode => ({
    kind: Kind.SELECTION_SET,
    selections: selections.map(written),
  });

  const changed: OperationDefinitionNode = { ...definition, selectionSet: writtenSet(definition.selectionSet) };
  return { definition: changed, labels };
}

/** The arguments `if` in the fragments and the operation, each once. */
function conditionsOf({ document, definition }: Omit<Operation, 'variables'>): string[] {
  const names = new Set<string>();
  const note = (set: SelectionSetNode | undefined): void => {
    for (const selection of set?.selections ?? []) {
      for (const directive of (selection.directives ?? []).filter(isDefer)) {
        const value = argument(directive, 'if');
        if (value?.kind === Kind.VARIABLE) names.add(value.name.value);
      }
      if ('selectionSet' in selection) note(selection.selectionSet);
    }
  };
  note(definition.selectionSet);
  for (const { selectionSet } of fragmentsIn(document).values()) note(selectionSet);
  return [...names];
}

type Known = {
  readonly conditions: readonly string[];
  readonly defaults: Defaults;
  readonly variants: Map<string, Deferring>;
};

function decide(operation: Omit<Operation, 'variables'>, flags: ReadonlyMap<string, boolean>, key: string): Deferring {
  const { definition, labels } = relabelled(operation, (directive) => {
    const value = argument(directive, 'if');
    return value?.kind === Kind.VARIABLE ? flags.get(value.name.value) === true : !isFalse(value);
  });
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [definition] };
  return { source: operation.source, document, definition, labels, variant: `deferred ${key}` };
}

const isFalse = (value: ReturnType<typeof argument>) => value?.kind === Kind.BOOLEAN && !value.value;

/**
 * Decides what a request defers. `if:` is decided before planning: a plan for every combination of its variables would double
 * with each of them.
 */
export function deferrals(): (operation: Operation) => Deferring {
  const known = new WeakMap<OperationDefinitionNode, Known>();

  function factsOf(operation: Operation): Known {
    const { definition } = operation;
    const found = known.get(definition) ?? {
      conditions: conditionsOf(operation),
      defaults: defaultsOf(definition),
      variants: new Map<string, Deferring>(),
    };
    known.set(definition, found);
    return found;
  }

  return (operation) => {
    const { conditions, defaults, variants } = factsOf(operation);
    const flags = new Map(conditions.map((name) => [name, valueOf(name, operation.variables, defaults) !== false]));
    const key = [...flags.values()].map(Number).join('');
    const found = variants.get(key) ?? decide(operation, flags, key);
    if (variants.size < MAX_VARIANTS) variants.set(key, found);
    return found;
  };
}
