import { EVENTS } from '../../platform/contracts';
import type { AnySubgraph } from '../../platform/subgraph/definition';
import { errorsPage } from './pages/errors';
import { eventsPage } from './pages/events';
import { jobsPage } from './pages/jobs';
import { observabilityPage } from './pages/observability';
import { policiesPage } from './pages/policies';
import { sagasPage } from './pages/sagas';
import { schemaPage } from './pages/schema';
import { settingsPage } from './pages/settings';
import { statesPage } from './pages/states';
import { page } from './markdown';
import { machinesOf, payloadsOfContracts, schemasOf } from './sources';

const titleOf = (text: string): string => /^# (.*)$/m.exec(text)?.[1] ?? '';

const indexPage = (pages: ReadonlyMap<string, string>): string =>
  page('Reference', 'Made from the declarations by `npm run docs`; a check fails when it is not up to date.', [
    [...pages].map(([file, text]) => `- [${titleOf(text)}](${file})`).join('\n'),
  ]);

/** Every page of the reference, by its path below `docs/reference/`. */
export async function referencePages(rooms: readonly AnySubgraph[]): Promise<Map<string, string>> {
  const schemas = schemasOf(rooms);
  const pages = new Map([
    ['events.md', eventsPage(rooms, EVENTS, payloadsOfContracts())],
    ['states.md', statesPage(await machinesOf(rooms))],
    ['policies.md', policiesPage(rooms)],
    ['sagas.md', sagasPage(rooms)],
    ['jobs.md', jobsPage(rooms)],
    ['settings.md', settingsPage()],
    ['observability.md', observabilityPage()],
    ['errors.md', errorsPage(schemas)],
    ...schemas.map((schema) => [`schema/${schema.name}.md`, schemaPage(schema)] as const),
  ]);
  return new Map([['README.md', indexPage(pages)], ...pages]);
}
