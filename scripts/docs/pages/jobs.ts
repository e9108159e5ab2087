import type { AnySubgraph } from '../../../platform/subgraph/definition';
import { byName, code, page, table } from '../markdown';

/** What rooms do by themselves, and when. */
export function jobsPage(rooms: readonly AnySubgraph[]): string {
  const jobs = rooms.flatMap((room) => room.jobs ?? []).toSorted(byName(({ name }) => name));
  const introduction =
    'What rooms do by themselves, once a tenant at each tick. A schedule is a crontab of six fields: ' +
    'second, minute, hour, day of the month, month, day of the week.';
  return page('Jobs', introduction, [
    table(
      ['Job', 'What it does', 'Schedule'],
      jobs.map(({ name, description, schedule }) => [code(name), description, code(schedule)]),
    ),
  ]);
}
