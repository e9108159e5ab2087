import { EXIT, type Exit } from '../findings/verdict';
import { plural } from '../findings/words';
import { faultsOf } from '../operations/validate';
import { apiSchemaOf } from '../store/live';
import type { Release, Store, Version } from '../store/store';
import { answer } from './answer';
import { AUTHOR_OPTIONS, authorOf } from './author';
import { textOf, WrongUse, type Command, type Ground, type Parsed } from './command';
import { PROGRAM } from './program';

const NUMBER = /^\d{1,9}$/;
const PAGE = 100;

async function* releasesOf(store: Store): AsyncGenerator<Release> {
  for (let before: number | undefined; before !== 1;) {
    const page = await store.history(PAGE, before);
    yield* page;
    if (page.length < PAGE) return;
    before = page.at(-1)?.number ?? 1;
  }
}

/** The newest release that a person means, by its number or its version, and all that came after it, the newest first. */
async function find(store: Store, named: string): Promise<{ target?: Release; since: readonly Release[] }> {
  const isMeant = ({ number, version }: Release) => (NUMBER.test(named) ? number === Number(named) : version === named);
  const since: Release[] = [];
  for await (const release of releasesOf(store)) {
    if (isMeant(release)) return { target: release, since };
    since.push(release);
  }
  return { since };
}

function unknown(named: string, releases: readonly Release[]): WrongUse {
  const latest = releases.slice(0, 5).map(({ number, version }) => `  ${number}  ${version}`);
  const known = latest.length > 0 ? `The latest are:\n${latest.join('\n')}` : 'Nothing was published yet.';
  return new WrongUse(`There is no release or live version ${named}. ${known}`);
}

const undone = ({ number, kind, changes }: Release): readonly string[] =>
  kind === 'rollback' ? [`Undone: release ${number}, a rollback.`] : changes.map((change) => `Undone: ${change}`);

/** In words. */
const changesOf = ({ number }: Release, since: readonly Release[], reason: string | undefined): readonly string[] => [
  `Back to what release ${number} was${reason === undefined ? '.' : `: ${reason}`}`,
  ...since.flatMap(undone),
];

/** Operations of clients that have come since, and that the old version does not know. */
async function breaksOf(store: Store, version: Version): Promise<readonly string[]> {
  const schema = await apiSchemaOf(version);
  const clients = await store.clients();
  return clients.flatMap(({ client, version: release, operations }) =>
    operations
      .filter((operation) => faultsOf(schema, { ...operation, file: client }).length > 0)
      .map(({ name }) => `${name} of ${client} ${release}`),
  );
}

type RolledBack = { readonly release: Release; readonly target: Release; readonly breaks: readonly string[] };

const told = ({ release, target, breaks }: RolledBack, { paint }: Ground): string =>
  [
    `${paint.green('✓')} Release ${release.number} is live: version ${release.version}, as release ${target.number} had it.`,
    ...(breaks.length > 0
      ? [
          paint.yellow(`${plural(breaks.length, 'operation')} of clients cannot run on it:`),
          ...breaks.map((each) => `  ${each}`),
        ]
      : []),
    `Gateways that follow the registry take it up by themselves. To undo this: ${PROGRAM} rollback ${release.number - 1}`,
  ].join('\n');

async function run(parsed: Parsed, ground: Ground): Promise<Exit> {
  const [named, ...more] = parsed.positionals;
  if (named === undefined || more.length > 0) throw new WrongUse('Say what to go back to: rollback VERSION|RELEASE.');
  const store = await ground.store();
  // Not what is live: a version that was damaged must not be in the way of going back to a whole one.
  const [live] = await store.history(1);
  const { target, since } = await find(store, named);
  const version = target && (await store.version(target.version));
  if (!live || !target || !version) throw unknown(named, since);
  if (live.version === target.version) {
    const text = `Version ${live.version} is live already, as release ${live.number}. Nothing was changed.`;
    answer(ground, parsed, { release: live, already: true, breaks: [] }, text);
    return EXIT.fine;
  }
  const breaks = await breaksOf(store, version);
  const changes = changesOf(target, since, textOf(parsed, 'reason'));
  const published = await authorOf(parsed, ground);
  const release = await store.publish({ version: version.id, kind: 'rollback', published, changes }, live.number);
  answer(ground, parsed, { release, already: false, breaks }, told({ release, target, breaks }, ground));
  return EXIT.fine;
}

export const rollback: Command = {
  summary: 'Makes an earlier release live again, as a new one.',
  usage: ['VERSION|RELEASE [--reason TEXT]'],
  options: {
    reason: { type: 'string', value: 'TEXT', meaning: 'Why: kept in the history.' },
    ...AUTHOR_OPTIONS,
  },
  run,
};
