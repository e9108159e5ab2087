import {
  DirectiveLocation,
  Kind,
  parse,
  type ConstArgumentNode,
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
} from 'graphql';

const EXECUTABLE = new Set<string>([
  DirectiveLocation.QUERY,
  DirectiveLocation.MUTATION,
  DirectiveLocation.SUBSCRIPTION,
  DirectiveLocation.FIELD,
  DirectiveLocation.FRAGMENT_DEFINITION,
  DirectiveLocation.FRAGMENT_SPREAD,
  DirectiveLocation.INLINE_FRAGMENT,
  DirectiveLocation.VARIABLE_DEFINITION,
]);
const LINKED = /@link\(\s*url:\s*"([^"]*)"/g;
const APOLLO = /^https:\/\/specs\.apollo\.dev\//;

/** Names, with their `@`, of the directives that clients may write. */
const executableIn = ({ definitions }: DocumentNode): ReadonlySet<string> =>
  new Set(
    definitions.flatMap((each) =>
      each.kind === Kind.DIRECTIVE_DEFINITION && each.locations.some(({ value }) => EXECUTABLE.has(value))
        ? [`@${each.name.value}`]
        : [],
    ),
  );

const argument = ({ arguments: given }: ConstDirectiveNode, name: string) =>
  given?.find((each) => each.name.value === name)?.value;

/** What an import is called here: `"@name"`, or `{ name: "@theirs", as: "@name" }`. */
function importedAs(value: ConstArgumentNode['value']): string | undefined {
  if (value.kind === Kind.STRING) return value.value;
  if (value.kind !== Kind.OBJECT) return undefined;
  const named = (name: string) => value.fields.find((field) => field.name.value === name)?.value;
  const own = named('as') ?? named('name');
  return own?.kind === Kind.STRING ? own.value : undefined;
}

/** A link without the directives that are no part of it any more; undefined when it has none of them. */
function unlinked(link: ConstDirectiveNode, executable: ReadonlySet<string>, as: string) {
  const [url, imports] = [argument(link, 'url'), argument(link, 'import')];
  if (url?.kind !== Kind.STRING || APOLLO.test(url.value) || imports?.kind !== Kind.LIST) return undefined;
  const values = imports.values.filter((value) => !executable.has(importedAs(value) ?? ''));
  if (values.length === imports.values.length) return undefined;
  const named = (name: string, value: ConstArgumentNode['value']): ConstArgumentNode => ({
    kind: Kind.ARGUMENT,
    name: { kind: Kind.NAME, value: name },
    value,
  });
  const others = link.arguments?.filter(({ name }) => name.value !== 'import' && name.value !== 'as') ?? [];
  // A directive with the name of its specification belongs to it even if it is not imported.
  const alias = named('as', { kind: Kind.STRING, value: as });
  return { ...link, arguments: [...others, alias, named('import', { ...imports, values })] };
}

/**
 * A supergraph whose clients may write the executable directives that `@composeDirective` has brought into it. Composition
 * links to their specifications, and Apollo takes whatever is linked to for something between rooms and routers, and out of
 * the API. Without the link it is a directive like those that all rooms have: clients write it, and the planner hands it on
 * with the fields that it stands at. All else that a link imports stays as it was.
 */
export function withClientDirectives(sdl: string): string | DocumentNode {
  if (![...sdl.matchAll(LINKED)].some(([, url = '']) => !APOLLO.test(url))) return sdl;
  const document = parse(sdl, { noLocation: true });
  const executable = executableIn(document);
  let changed = false;
  const unlink = (directive: ConstDirectiveNode, index: number): ConstDirectiveNode => {
    const found = directive.name.value === 'link' ? unlinked(directive, executable, `composed${index}`) : undefined;
    changed ||= found !== undefined;
    return found ?? directive;
  };
  const definitions = document.definitions.map((each): DefinitionNode =>
    each.kind === Kind.SCHEMA_DEFINITION ? { ...each, directives: each.directives?.map(unlink) } : each,
  );
  return changed ? { ...document, definitions } : sdl;
}
