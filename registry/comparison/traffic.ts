import type { GraphQLSchema } from 'graphql';
import type { DailyUse } from '../store/store';
import type { SchemaChange } from './changes';
import { fieldAt, omitted, withTypes, type Uses } from './uses';

/** What one version of a client was seen to use. */
export type Caller = {
  readonly client: string;
  readonly version: string;
  readonly uses: Uses;
  readonly counts: ReadonlyMap<string, number>;
};

/** `since`: the first day of which something is recorded. */
export type Traffic = { readonly callers: readonly Caller[]; readonly since?: string };

function countsByCaller(uses: readonly DailyUse[]) {
  const callers = new Map<string, { client: string; version: string; counts: Map<string, number> }>();
  for (const { client, clientVersion: version, coordinate, count } of uses) {
    const key = `${client}\0${version}`;
    const caller = callers.get(key) ?? { client, version, counts: new Map<string, number>() };
    caller.counts.set(coordinate, (caller.counts.get(coordinate) ?? 0) + count);
    callers.set(key, caller);
  }
  return [...callers.values()];
}

/** What is recorded are coordinates; which types they lead to, the schema of that time says. */
function usesIn(schema: GraphQLSchema, counts: ReadonlyMap<string, number>): Uses {
  const uses = withTypes(schema, counts.keys());
  for (const [coordinate, count] of counts)
    for (const { name } of fieldAt(schema, coordinate)?.args ?? []) {
      const argument = `${coordinate}(${name}:)`;
      if ((counts.get(argument) ?? 0) < count) uses.add(omitted(argument));
    }
  return uses;
}

/** @param schema what was live when it was recorded */
export function trafficOf(schema: GraphQLSchema, recorded: readonly DailyUse[]): Traffic {
  const callers = countsByCaller(recorded).map((each) => ({ ...each, uses: usesIn(schema, each.counts) }));
  return { callers, since: recorded.map(({ day }) => day).toSorted()[0] };
}

/** How often the caller has used what changes, or the nearest to it that is recorded. */
export function callsOf({ counts }: Caller, { coordinate = '' }: SchemaChange): number {
  const field = coordinate.replace(/\(.*$/, '');
  const type = field.replace(/\..*$/, '');
  const ofType = [...counts].filter(([each]) => each.startsWith(`${type}.`)).map(([, count]) => count);
  return counts.get(coordinate) ?? counts.get(field) ?? Math.max(0, ...ofType);
}
