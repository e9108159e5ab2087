import { PERMISSIONS } from '../../../platform/identity/identity';
import type { AnySubgraph } from '../../../platform/subgraph/definition';
import { byName, code, page, table } from '../markdown';

const ROOTS = ['Query', 'Mutation', 'Subscription'] as const;

function rowsOf({ policies }: AnySubgraph): string[][] {
  return ROOTS.flatMap((root) =>
    Object.entries(policies[root] ?? {})
      .toSorted(byName(([field]) => field))
      .map(([field, { description }]) => [code(`${root}.${field}`), description]),
  );
}

const permissions = (): string =>
  table(
    ['Permission', 'Roles'],
    Object.entries(PERMISSIONS).map(([permission, roles]) => [code(permission), roles.join(', ')]),
  );

/** Who may call which root field. */
export function policiesPage(rooms: readonly AnySubgraph[]): string {
  const introduction =
    'Who may call each root field. Nothing is open by default: a room whose root field has no policy does not start. ' +
    'What belongs to somebody else is not found rather than forbidden; that is checked where the object is loaded. ' +
    'A mutation that needs a permission is written into the audit chain of its room.';
  return page('Policies', introduction, [
    '## Permissions',
    permissions(),
    ...rooms.flatMap((room) => [`## ${room.name}`, table(['Root field', 'Who may call it'], rowsOf(room))]),
  ]);
}
