import { lexicographicSortSchema, printSchema, type ASTNode, type GraphQLError } from 'graphql';
import type { Graph } from '../../gateway/supergraph/supergraph';
import type { Finding, Place } from '../findings/finding';
import type { ParsedSubgraph } from './parse';
import { around, elementsOf, placeOf } from './places';

export type Composed = {
  /** Undefined where it does not compose, or the two do not agree that it does. */
  readonly supergraph?: string;
  /** The same, read. */
  readonly graph?: Graph;
  readonly findings: readonly Finding[];
};

const APOLLO = '@apollo/composition';
const GUILD = '@theguild/federation-composition';
/** Of the elements that a message names, the one that cannot be found says most. */
const NAMED = [/cannot find field "([\w.]+)"/g, /"(\w+\.\w+(?:\(\w+:\))?)"/g, /(?:type|Type) (?:named )?"(\w+)"/g];
const FIELD_TWICE = /Field (\w+) already exists on (\w+)/;
const OF_SUBGRAPH = /^\[([^\]]+)\]/;

const remedies: readonly (readonly [RegExp, string])[] = [
  [/TYPE_MISMATCH|INCOMPATIBLE/, 'Give it one type in all subgraphs.'],
  [/INVALID_FIELD_SHARING/, 'Mark it @shareable in all of them, or move it with @override(from:).'],
  [/KEY_/, 'A @key may only name fields that the type has here.'],
  [
    /SATISFIABILITY/,
    'Give both subgraphs a @key that they share, or add what is missing to the one that cannot answer.',
  ],
  [/EXTERNAL|REQUIRES|PROVIDES/, 'Declare the field here as its owner does, with @external.'],
  [/OVERRIDE/, '@override(from:) must name a subgraph that has the field and does not override it itself.'],
];

/** A node in a subgraph that is proposed, rather than in one that only disagrees with it. */
function placeAmong(nodes: readonly ASTNode[] = [], proposed: ReadonlySet<string>): Place | undefined {
  const places = nodes.flatMap((node) => placeOf(node) ?? []);
  return places.find(({ file }) => proposed.has(file)) ?? places[0];
}

/** Elements that a sentence names, what it says most of first. */
function namesIn(message: string): readonly string[] {
  const [, field, type] = FIELD_TWICE.exec(message) ?? [];
  const twice = type === undefined ? [] : [`${type}.${field}`];
  return [...twice, ...NAMED.flatMap((each) => [...message.matchAll(each)].map(([, name = '']) => name))];
}

/** Some errors come without nodes: those are looked for by the names in their sentence. */
function placeNamed(message: string, subgraphs: readonly ParsedSubgraph[]): Place | undefined {
  const owner = OF_SUBGRAPH.exec(message)?.[1];
  const asked = owner === undefined ? subgraphs : subgraphs.filter(({ name }) => name === owner);
  for (const name of namesIn(message).flatMap(around))
    for (const { document } of asked) {
      const node = elementsOf(document).get(name);
      if (node) return placeOf(node);
    }
  return owner === undefined || !asked[0] ? undefined : { file: asked[0].file, line: 1, column: 1 };
}

function codeOf({ extensions: { code } }: GraphQLError): string {
  return typeof code === 'string' ? code : 'INVALID_GRAPHQL';
}

type Opinion = { readonly supergraph?: string; readonly errors: readonly GraphQLError[] };

function errorFinding(
  error: GraphQLError,
  subgraphs: readonly ParsedSubgraph[],
  proposed: readonly ParsedSubgraph[],
): Finding {
  const code = codeOf(error);
  const first = subgraphs[0]!;
  return {
    kind: 'COMPOSITION',
    severity: 'error',
    code,
    message: error.message,
    place: placeAmong(error.nodes, new Set(proposed.map(({ file }) => file))) ??
      placeNamed(error.message, [...proposed, ...subgraphs]) ?? {
        file: (proposed[0] ?? first).file,
        line: 1,
        column: 1,
      },
    hits: [],
    remedy: remedies.find(([pattern]) => pattern.test(code))?.[1],
  };
}

function disagreement(yes: string, no: string, [error]: readonly GraphQLError[], place: Place): Finding {
  return {
    kind: 'COMPOSITION',
    severity: 'error',
    code: 'SECOND_OPINION',
    message: `${yes} composes it, ${no} does not: ${error?.message ?? 'it does not say why'}`,
    place,
    hits: [],
    remedy: 'Write it so that both take it: a router that composes by the other one would not start.',
  };
}

async function byApollo(subgraphs: readonly ParsedSubgraph[]) {
  const { composeServices } = await import('@apollo/composition');
  const services = subgraphs.map(({ name, url, document }) => ({ name, url, typeDefs: document }));
  const { supergraphSdl, errors = [], hints = [] } = composeServices(services);
  return { supergraph: supergraphSdl, errors, hints };
}

async function byGuild(subgraphs: readonly ParsedSubgraph[]): Promise<Opinion> {
  const { composeServices } = await import('@theguild/federation-composition');
  const services = subgraphs.map(({ name, url, document }) => ({ name, url, typeDefs: document }));
  const { supergraphSdl, errors = [] } = composeServices(services);
  return { supergraph: supergraphSdl, errors };
}

const apiOf = ({ apiSchema }: Graph): string => printSchema(lexicographicSortSchema(apiSchema));

/**
 * Composes them twice, by packages that share no code: what one takes by mistake the other does not.
 * @param proposed those of them that are not live as they are
 */
export async function composeBoth(
  subgraphs: readonly ParsedSubgraph[],
  proposed: readonly ParsedSubgraph[],
): Promise<Composed> {
  const [{ hints, ...apollo }, guild] = [await byApollo(subgraphs), await byGuild(subgraphs)];
  const start: Place = { file: (proposed[0] ?? subgraphs[0]!).file, line: 1, column: 1 };
  const files = new Set(proposed.map(({ file }) => file));
  const findings = apollo.errors.map((error) => errorFinding(error, subgraphs, proposed));
  if (apollo.supergraph === undefined) {
    if (guild.supergraph !== undefined) findings.push(disagreement(GUILD, APOLLO, apollo.errors, start));
    return { findings };
  }
  if (guild.supergraph === undefined) return { findings: [disagreement(APOLLO, GUILD, guild.errors, start)] };
  for (const { definition, message, coordinate, nodes } of hints)
    findings.push({
      kind: 'HINT',
      severity: 'notice',
      code: definition.code,
      message,
      coordinate,
      place: placeAmong(nodes, files) ?? placeNamed(message, subgraphs),
      hits: [],
    });
  const { readSupergraph } = await import('../../gateway/supergraph/supergraph');
  const graph = readSupergraph(apollo.supergraph, { foreign: true });
  if (apiOf(graph) !== apiOf(readSupergraph(guild.supergraph, { foreign: true })))
    findings.push({
      kind: 'COMPOSITION',
      severity: 'warning',
      code: 'SECOND_OPINION',
      message: `${APOLLO} and ${GUILD} make different API schemas of it.`,
      place: start,
      hits: [],
      remedy: 'Clients behind another router would see another schema: compare what the two make of it.',
    });
  return { supergraph: `${apollo.supergraph}\n`, graph, findings };
}
