import { lexicographicSortSchema, printSchema } from 'graphql';
import type { Graph } from '../../gateway/supergraph/supergraph';
import type { Finding, Place } from '../findings/finding';
import { errorFinding, placeAmong, placeNamed } from './errors';
import { byApollo, byGuild, type Opinion } from './opinions';
import type { ParsedSubgraph } from './parse';

export type Composed = {
  /** Undefined where it does not compose, or the two do not agree that it does. */
  readonly supergraph?: string;
  /** The same, read. */
  readonly graph?: Graph;
  readonly findings: readonly Finding[];
};

const opinion = (severity: Finding['severity'], message: string, place: Place, remedy: string): Finding => ({
  kind: 'COMPOSITION',
  severity,
  code: 'SECOND_OPINION',
  message,
  place,
  hits: [],
  remedy,
});

function disagreement({ by: yes }: Opinion, { by: no, errors: [error] }: Opinion, place: Place): Finding {
  const message = `${yes} composes it, ${no} does not: ${error?.message ?? 'it does not say why'}`;
  const remedy = 'Write it so that both take it: a router that composes by the other one would not start.';
  return opinion('error', message, place, remedy);
}

function noOpinion({ by, failure }: Opinion, place: Place, severity: Finding['severity']): Finding {
  const message = `${by} has come to no end: ${failure}.`;
  return opinion(
    severity,
    message,
    place,
    'Nothing is known against the schemas, but what it says of them is missing.',
  );
}

const apiOf = ({ apiSchema }: Graph): string => printSchema(lexicographicSortSchema(apiSchema));

/** Whether clients would get the same schema from both. */
async function sameApi(graph: Graph, guild: Opinion, place: Place): Promise<readonly Finding[]> {
  if (guild.supergraph === undefined) return guild.failure === undefined ? [] : [noOpinion(guild, place, 'warning')];
  const { readSupergraph } = await import('../../gateway/supergraph/supergraph');
  if (apiOf(graph) === apiOf(readSupergraph(guild.supergraph, { foreign: true }))) return [];
  const message = `@apollo/composition and ${guild.by} make different API schemas of it.`;
  const remedy = 'Clients behind another router would see another schema: compare what the two make of it.';
  return [opinion('warning', message, place, remedy)];
}

function hintsOf(
  { hints }: Opinion,
  subgraphs: readonly ParsedSubgraph[],
  files: ReadonlySet<string>,
): readonly Finding[] {
  return hints.map(({ definition, message, coordinate, nodes }) => ({
    kind: 'HINT',
    severity: 'notice',
    code: definition.code,
    message,
    coordinate,
    place: placeAmong(nodes, files) ?? placeNamed(message, subgraphs),
    hits: [],
  }));
}

/**
 * Composes them twice, by packages that share no code: what one takes by mistake the other does not.
 * @param proposed those of them that are not live as they are
 */
export async function composeBoth(
  subgraphs: readonly ParsedSubgraph[],
  proposed: readonly ParsedSubgraph[],
): Promise<Composed> {
  const [apollo, guild] = [await byApollo(subgraphs), await byGuild(subgraphs)];
  const start: Place = { file: (proposed[0] ?? subgraphs[0]!).file, line: 1, column: 1 };
  if (apollo.failure !== undefined) return { findings: [noOpinion(apollo, start, 'error')] };
  if (apollo.supergraph === undefined) {
    const errors = apollo.errors.map((error) => errorFinding(error, subgraphs, proposed));
    return { findings: guild.supergraph === undefined ? errors : [...errors, disagreement(guild, apollo, start)] };
  }
  if (guild.errors.length > 0) return { findings: [disagreement(apollo, guild, start)] };
  const { readSupergraph } = await import('../../gateway/supergraph/supergraph');
  const graph = readSupergraph(apollo.supergraph, { foreign: true });
  const hints = hintsOf(apollo, subgraphs, new Set(proposed.map(({ file }) => file)));
  const findings = [...hints, ...(await sameApi(graph, guild, start))];
  return { supergraph: `${apollo.supergraph}\n`, graph, findings };
}
