import { Kind, visit, type DefinitionNode } from 'graphql';

type Links = Map<string, readonly string[]>;

const add = (links: Links, from: string, to: readonly string[]) => links.set(from, [...(links.get(from) ?? []), ...to]);

/** Names of the types of fields, arguments and members. */
function typesIn(definition: DefinitionNode): readonly string[] {
  const names: string[] = [];
  const bare = 'interfaces' in definition ? { ...definition, interfaces: [] } : definition;
  visit(bare, { NamedType: ({ name }) => void names.push(name.value) });
  return names;
}

/**
 * Definitions that an operation can reach from the root types. An interface that is asked for leads to what implements it; one
 * that is only implemented is kept, and leads nowhere else.
 */
export function reachable(definitions: readonly DefinitionNode[], roots: readonly string[]): readonly DefinitionNode[] {
  const [types, interfaces, implementers]: [Links, Links, Links] = [new Map(), new Map(), new Map()];
  const waiting = [...roots];
  for (const each of definitions) {
    if (each.kind === Kind.DIRECTIVE_DEFINITION) waiting.push(...typesIn(each));
    if (!('name' in each) || !each.name) continue;
    const name = each.name.value;
    add(types, name, typesIn(each));
    const implemented = 'interfaces' in each ? (each.interfaces ?? []).map((one) => one.name.value) : [];
    add(interfaces, name, implemented);
    for (const one of implemented) add(implementers, one, [name]);
  }
  const [asked, kept] = [new Set<string>(), new Set<string>()];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (asked.has(name)) continue;
    asked.add(name);
    for (const one of interfaces.get(name) ?? []) kept.add(one);
    waiting.push(...(types.get(name) ?? []), ...(implementers.get(name) ?? []));
  }
  return definitions.filter((each) => {
    if (each.kind === Kind.DIRECTIVE_DEFINITION || !('name' in each) || !each.name) return true;
    return asked.has(each.name.value) || kept.has(each.name.value);
  });
}
