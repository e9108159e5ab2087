import { Kind, type FieldDefinitionNode } from 'graphql';
import { namedType, type Rule } from '../rule';

const CONNECTION = /.Connection$/;
const PAGES = [
  ['first', 'after'],
  ['last', 'before'],
] as const;

const pages = ({ arguments: args = [] }: FieldDefinitionNode): boolean =>
  PAGES.some((pair) => pair.every((name) => args.some((each) => each.name.value === name)));

/** Lists are Relay connections. @see https://relay.dev/graphql/connections.htm */
export const connections: Rule = function* ({ document }, { fieldsOf }) {
  for (const type of document.definitions) {
    if (
      type.kind !== Kind.OBJECT_TYPE_DEFINITION &&
      type.kind !== Kind.OBJECT_TYPE_EXTENSION &&
      type.kind !== Kind.INTERFACE_TYPE_DEFINITION
    )
      continue;
    const name = type.name.value;
    if (CONNECTION.test(name) && type.kind === Kind.OBJECT_TYPE_DEFINITION) {
      const has = new Set(fieldsOf.get(name)?.map((each) => each.name.value));
      const missing = ['edges', 'pageInfo'].filter((each) => !has.has(each));
      if (missing.length > 0)
        yield {
          coordinate: name,
          message: `The connection ${name} has no ${missing.join(' and no ')}.`,
          remedy: 'Add them as Relay describes a connection.',
          node: type,
        };
    }
    for (const field of type.fields ?? []) {
      if (!CONNECTION.test(namedType(field.type)) || pages(field)) continue;
      const coordinate = `${name}.${field.name.value}`;
      yield {
        coordinate,
        message: `${coordinate} answers a connection and takes no page.`,
        remedy: 'Let it take first and after, or last and before.',
        node: field,
      };
    }
  }
};
