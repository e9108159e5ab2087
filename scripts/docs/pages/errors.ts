import { Kind, parse, type EnumTypeDefinitionNode } from 'graphql';
import { PROTOCOL_CODES } from '../../../gateway/protection/errors';
import { ERROR_CODES } from '../../../platform/kernel/errors';
import { byName, code, page, table } from '../markdown';
import type { RoomSchema } from './schema';

const codesOf = ({ typeDefs }: RoomSchema): EnumTypeDefinitionNode[] =>
  parse(typeDefs).definitions.filter(
    (node): node is EnumTypeDefinitionNode =>
      node.kind === Kind.ENUM_TYPE_DEFINITION && node.name.value.endsWith('ErrorCode'),
  );

const rowsOf = ({ values = [] }: EnumTypeDefinitionNode): string[][] =>
  values
    .toSorted(byName(({ name }) => name.value))
    .map(({ name, description }) => [code(name.value), description?.value ?? '']);

const codeTable = (codes: Readonly<Record<string, string>>): string =>
  table(
    ['Code', 'When'],
    Object.entries(codes).map(([name, when]) => [code(name), when]),
  );

/** Every code that a client may meet. */
export function errorsPage(rooms: readonly RoomSchema[]): string {
  const introduction =
    'What a client can cause and mend comes as `userErrors` of a mutation, with a code of the room. ' +
    'Everything else is a GraphQL error with a code of the first two tables in `extensions.code`.';
  return page('Error codes', introduction, [
    '## GraphQL errors',
    codeTable(ERROR_CODES),
    '## GraphQL errors of the request itself',
    codeTable(PROTOCOL_CODES),
    ...rooms.flatMap((room) =>
      codesOf(room).flatMap((each) => [
        `## ${room.name}: ${each.name.value}`,
        each.description?.value ?? '',
        table(['Code', 'When'], rowsOf(each)),
      ]),
    ),
  ]);
}
