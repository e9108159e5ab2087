import type { FetchNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import {
  Kind,
  parse,
  print,
  stripIgnoredCharacters,
  visit,
  type DocumentNode,
  type FieldNode,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';
import type { RequiredArguments } from './requiredArguments';

/** What is asked with the same representations: the required fields in them, and the fields of those names that are asked. */
type Bundle = { readonly required: Set<string>; readonly asked: Set<string>; readonly parts: Set<SelectionNode> };

/**
 * A representation has one price. Where two fields of a fetch require it in two currencies, each is asked for with its own
 * representations. So is the price itself, since a room may take what it is told for what it is asked.
 */
export function splitFetch(node: FetchNode, required: RequiredArguments): FetchNode[] {
  const present = new Set(namesIn(node.requires ?? []).filter((name) => required.fields.has(name)));
  if (present.size === 0) return [node];
  const document = parse(node.operation, { noLocation: true });
  const bundles = bundle(partsOf(document), present, required);
  if (bundles.length === 1) return [node];
  return bundles.map((each) => ({
    ...node,
    operation: stripIgnoredCharacters(print(only(document, each.parts))),
    requires: withoutOthers(node.requires ?? [], (name) => present.has(name) && !each.required.has(name)),
  }));
}

const namesIn = (selections: readonly QueryPlanSelectionNode[]): string[] =>
  selections.flatMap((each) => [...(each.kind === 'Field' ? [each.name] : []), ...namesIn(each.selections ?? [])]);

function partsOf({ definitions }: DocumentNode): SelectionNode[] {
  const [{ selectionSet }] = definitions as [OperationDefinitionNode];
  const open = (selection: SelectionNode): SelectionNode[] =>
    selection.kind === Kind.INLINE_FRAGMENT ? selection.selectionSet.selections.flatMap(open) : [selection];
  return (selectionSet.selections as FieldNode[]).flatMap(
    (field) => field.selectionSet?.selections.flatMap(open) ?? [],
  );
}

function bundle(parts: readonly SelectionNode[], present: ReadonlySet<string>, required: RequiredArguments): Bundle[] {
  const bundles: Bundle[] = [];
  const roomName = (name: string) => required.fields.get(name)?.name.value ?? name;
  const inRooms = new Set([...present].map(roomName));
  for (const part of parts) {
    const needed = neededIn(part, required).filter((name) => present.has(name));
    const asked = part.kind === Kind.FIELD && inRooms.has(part.name.value) ? part.name.value : undefined;
    const clashes = (other: string) =>
      roomName(other) === asked || needed.some((name) => name !== other && roomName(name) === roomName(other));
    const fits = (each: Bundle) =>
      needed.every((name) => !each.asked.has(roomName(name))) && ![...each.required].some(clashes);
    const found = bundles.find(fits) ?? { required: new Set(), asked: new Set(), parts: new Set() };
    if (!bundles.includes(found)) bundles.push(found);
    found.parts.add(part);
    if (asked) found.asked.add(asked);
    for (const name of needed) found.required.add(name);
  }
  return bundles;
}

function neededIn(part: SelectionNode, { neededBy }: RequiredArguments): string[] {
  const needed: string[] = [];
  visit(part, { Field: ({ name }) => void needed.push(...(neededBy.get(name.value) ?? [])) });
  return needed;
}

/** The question with these parts alone, and without what is unused then. */
function only(document: DocumentNode, parts: ReadonlySet<SelectionNode>): DocumentNode {
  const all = new Set(partsOf(document));
  const drop = (node: SelectionNode) => (all.has(node) && !parts.has(node) ? null : undefined);
  const kept: DocumentNode = visit(document, {
    Field: drop,
    FragmentSpread: drop,
    InlineFragment: { leave: (node) => (node.selectionSet.selections.length > 0 ? undefined : null) },
  });
  const used = new Set<string>();
  const [operation] = kept.definitions as [OperationDefinitionNode];
  visit(kept, { FragmentSpread: ({ name }) => void used.add(name.value) });
  const fragments = kept.definitions.filter(
    (each) => each.kind === Kind.FRAGMENT_DEFINITION && used.has(each.name.value),
  );
  visit(
    { kind: Kind.DOCUMENT, definitions: [{ ...operation, variableDefinitions: [] }, ...fragments] },
    {
      Variable: ({ name }) => void used.add(`$${name.value}`),
    },
  );
  const variableDefinitions = operation.variableDefinitions?.filter(({ variable }) =>
    used.has(`$${variable.name.value}`),
  );
  return { ...kept, definitions: [{ ...operation, variableDefinitions }, ...fragments] };
}

function withoutOthers(
  selections: readonly QueryPlanSelectionNode[],
  isOther: (name: string) => boolean,
): QueryPlanSelectionNode[] {
  return selections.flatMap((each): QueryPlanSelectionNode[] => {
    if (each.kind === 'Field' && isOther(each.name)) return [];
    if (!each.selections) return [each];
    const inner = withoutOthers(each.selections, isOther);
    return inner.length > 0 ? [{ ...each, selections: inner }] : [];
  });
}
