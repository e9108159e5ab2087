import { Kind, type ASTNode, type DefinitionNode, type DocumentNode, type InputValueDefinitionNode } from 'graphql';
import type { Place } from '../findings/finding';

/** Where each element of a schema is defined, by its coordinate. */
export type Elements = ReadonlyMap<string, ASTNode>;

const argumentsOf = (field: string, args: readonly InputValueDefinitionNode[] = []) =>
  args.map((each) => [`${field}(${each.name.value}:)`, each] as const);

function elementsIn(definition: DefinitionNode): readonly (readonly [string, ASTNode])[] {
  if (!('name' in definition) || !definition.name) return [];
  const name = definition.name.value;
  if (definition.kind === Kind.DIRECTIVE_DEFINITION) return [[`@${name}`, definition]];
  const own = [name, definition] as const;
  if ('values' in definition)
    return [own, ...(definition.values ?? []).map((each) => [`${name}.${each.name.value}`, each] as const)];
  if (!('fields' in definition)) return [own];
  const inner = (definition.fields ?? []).flatMap((field) => {
    const coordinate = `${name}.${field.name.value}`;
    return [[coordinate, field] as const, ...('arguments' in field ? argumentsOf(coordinate, field.arguments) : [])];
  });
  return [own, ...inner];
}

const known = new WeakMap<DocumentNode, Elements>();

export function elementsOf(document: DocumentNode): Elements {
  const found = known.get(document);
  if (found) return found;
  const elements = new Map<string, ASTNode>();
  // Of a definition and its extensions, the first stands for the type.
  for (const [coordinate, node] of document.definitions.flatMap(elementsIn))
    if (!elements.has(coordinate)) elements.set(coordinate, node);
  known.set(document, elements);
  return elements;
}

/** Where a node begins; below its description. */
export function placeOf(node: ASTNode, file?: string): Place | undefined {
  const isDefined = 'description' in node && 'name' in node;
  const start = (isDefined ? node.name?.loc : undefined) ?? node.loc;
  if (!start) return undefined;
  const { line, column } = start.startToken;
  return { file: file ?? start.source.name, line, column };
}

/** The element itself, then those around it: `Order.lines(first:)`, `Order.lines`, `Order`. */
export function around(coordinate: string): readonly string[] {
  const field = coordinate.replace(/\(.*$/, '');
  return [...new Set([coordinate, field, field.replace(/\..*$/, '')])];
}
