import { Kind, parse, visit, type ConstDirectiveNode, type DocumentNode, type SelectionSetNode } from 'graphql';
import type { Room } from './case';

const DIRECTIVES = [
  'authenticated composeDirective context cost extends external fromContext inaccessible interfaceObject key listSize',
  'override policy provides requires requiresScopes shareable tag',
]
  .flatMap((line) => line.split(' '))
  .map((name) => `"@${name}"`)
  .concat('"FieldSet"');
const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [${DIRECTIVES.join(', ')}])`;

export const roomOf = (room: string | Room): Room => (typeof room === 'string' ? { sdl: room } : room);
export const typeDefsOf = ({ sdl, federation1 }: Room): DocumentNode => parse(federation1 ? sdl : `${LINK}\n${sdl}`);

/** A key, and whether the room can be entered by it. */
export type Key = { readonly fields: SelectionSetNode; readonly resolvable: boolean };

/** What a room's SDL says of a type, in all its definitions and extensions. */
export type TypeFacts = {
  readonly keys: Key[];
  readonly external: Set<string>;
};
export type RoomFacts = { readonly types: Map<string, TypeFacts>; readonly provides: boolean };

const TYPES = [
  Kind.OBJECT_TYPE_DEFINITION,
  Kind.OBJECT_TYPE_EXTENSION,
  Kind.INTERFACE_TYPE_DEFINITION,
  Kind.INTERFACE_TYPE_EXTENSION,
] as const;

const has = (directives: readonly ConstDirectiveNode[] = [], name: string) =>
  directives.some((each) => each.name.value === name);

function keysOf(directives: readonly ConstDirectiveNode[] = []): Key[] {
  return directives.flatMap(({ name, arguments: given = [] }) => {
    const fields = given.find((each) => each.name.value === 'fields')?.value;
    if (name.value !== 'key' || fields?.kind !== Kind.STRING) return [];
    const [definition] = parse(`{ ${fields.value} }`).definitions;
    if (definition?.kind !== Kind.OPERATION_DEFINITION) return [];
    const resolvable = given.find((each) => each.name.value === 'resolvable')?.value;
    const closed = resolvable?.kind === Kind.BOOLEAN && !resolvable.value;
    return [{ fields: definition.selectionSet, resolvable: !closed }];
  });
}

const topFields = (keys: readonly Key[]) =>
  new Set(keys.flatMap(({ fields }) => fields.selections.flatMap((each) => ('name' in each ? [each.name.value] : []))));

export function factsOf(room: Room): RoomFacts {
  const types = new Map<string, TypeFacts>();
  const document = typeDefsOf(room);
  for (const definition of document.definitions) {
    if (!TYPES.some((kind) => kind === definition.kind) || !('fields' in definition) || !definition.name) continue;
    const facts = types.get(definition.name.value) ?? { keys: [], external: new Set() };
    types.set(definition.name.value, facts);
    facts.keys.push(...keysOf(definition.directives));
    for (const { name, directives } of definition.fields ?? []) {
      if (has(directives, 'external') || has(definition.directives, 'external')) facts.external.add(name.value);
    }
  }
  // Fields of keys are known everywhere, also where Federation 1 calls them external.
  for (const { keys, external } of types.values()) for (const name of topFields(keys)) external.delete(name);
  let provides = false;
  visit(document, { Directive: ({ name }) => void (provides ||= name.value === 'provides') });
  return { types, provides };
}
