import type { Finding, Hit } from '../findings/finding';
import { hashOf } from '../store/versions';
import { affects } from './affected';
import { approvalOf, type Approvals } from './approvals';
import { PUBLIC, type SchemaChange } from './changes';
import type { Seen, SeenOperation } from './operations';
import type { OwnerOf } from './owner';
import { remedyFor } from './remedies';
import { callsOf, type Traffic } from './traffic';

export type Weighing = {
  readonly seen: readonly Seen[];
  readonly traffic: Traffic;
  readonly ownerOf: OwnerOf;
  readonly approvals: Approvals;
  readonly now: Date;
};

/** What is only dangerous becomes breaking where somebody is known to be touched by it. */
const CHANGES_MEANING = new Set(['FIELD_ARGUMENT_DEFAULT_CHANGED', 'INPUT_FIELD_DEFAULT_VALUE_CHANGED']);

const isBroken = ({ before, after }: SeenOperation): boolean => before.length === 0 && after.length > 0;

/** Registered operations that a change touches, those that no longer validate first. */
function touched(change: SchemaChange, seen: readonly Seen[]) {
  const operations = seen
    .filter(({ view }) => change.views.includes(view))
    .flatMap((each) => each.operations)
    .filter(({ uses }) => affects(change, uses));
  const broken = operations.filter(isBroken);
  const hits = [...broken, ...operations.filter((each) => !isBroken(each))].flatMap((each) => each.hits);
  return { isBroken: broken.length > 0, hits: distinct(hits) };
}

const distinct = (hits: readonly Hit[]): readonly Hit[] => [
  ...new Map(hits.map((each) => [`${each.client}\0${each.version}\0${each.operation}`, each])).values(),
];

/** Recorded calls; of a contract whose clients are named, theirs alone. */
function calls(change: SchemaChange, { callers }: Traffic): readonly Hit[] {
  const served = change.views.some(({ clients }) => !clients)
    ? undefined
    : new Set(change.views.flatMap(({ clients = [] }) => clients));
  return callers
    .filter(({ client, uses }) => (!served || served.has(client)) && affects(change, uses))
    .map((caller) => ({ client: caller.client, version: caller.version, calls: callsOf(caller, change) }));
}

/** Adds how often it was called to what is registered; who calls and has registered nothing stands for itself. */
function together(registered: readonly Hit[], recorded: readonly Hit[]): readonly Hit[] {
  const key = ({ client, version }: Hit) => `${client}\0${version}`;
  const counts = new Map(recorded.map((each) => [key(each), each.calls]));
  const known = new Set(registered.map(key));
  return [
    ...registered.map((each) => (counts.has(key(each)) ? { ...each, calls: counts.get(key(each)) } : each)),
    ...recorded.filter((each) => !known.has(key(each))),
  ];
}

type Weight = Pick<Finding, 'kind' | 'severity' | 'hits'> & { readonly because: string };

function weightOf(change: SchemaChange, { seen, traffic }: Weighing): Weight {
  const { isBroken: breaks, hits: registered } = touched(change, seen);
  const hits = together(registered, calls(change, traffic));
  if (breaks)
    return { kind: 'OPERATION', severity: 'error', hits, because: 'An operation of a client no longer validates.' };
  if (hits.length > 0) return { kind: 'BREAKING', severity: 'error', hits, because: 'It is in use.' };
  const operations = seen.find(({ view }) => view.name === PUBLIC)?.operations.length ?? 0;
  if (operations === 0 && traffic.since === undefined)
    return {
      kind: 'BREAKING',
      severity: 'error',
      hits,
      because: 'No client has registered its operations and no traffic is recorded, so it counts as used.',
    };
  const known = [
    operations > 0 ? `none of ${operations} registered operations` : undefined,
    traffic.since === undefined ? undefined : `no call since ${traffic.since}`,
  ].filter((each) => each !== undefined);
  return { kind: 'BREAKING', severity: 'warning', hits, because: `Nobody uses it: ${known.join(', and ')}.` };
}

/** What a change is worth, by who uses what changes. */
export function weigh(change: SchemaChange, weighing: Weighing): Finding {
  const { ownerOf, approvals, now } = weighing;
  const { subgraph, place } = ownerOf(change.coordinate);
  const told = {
    code: change.type,
    coordinate: change.coordinate,
    place,
    contract: change.views.map(({ name }) => name).join(', '),
  };
  const weight = change.level === 'NON_BREAKING' ? undefined : weightOf(change, weighing);
  const counts = change.level === 'BREAKING' || (CHANGES_MEANING.has(change.type) && (weight?.hits.length ?? 0) > 0);
  if (!weight || !counts) {
    const severity = change.level === 'DANGEROUS' ? 'warning' : 'notice';
    return { ...told, kind: 'CHANGE', severity, message: `${change.message}.`, hits: [] };
  }
  const { because, ...rest } = weight;
  const schema = subgraph && hashOf(subgraph.sdl);
  const finding: Finding = {
    ...told,
    ...rest,
    message: `${change.message.replace(/\.$/, '')}. ${because}`,
    remedy: rest.severity === 'error' ? remedyFor(change, now) : undefined,
    change: change.name,
    subgraph: subgraph?.name,
    schema,
  };
  return approvalOf(finding, approvals, now);
}
