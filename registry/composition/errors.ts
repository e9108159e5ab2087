import type { ASTNode, GraphQLError } from 'graphql';
import type { Finding, Place } from '../findings/finding';
import type { ParsedSubgraph } from './parse';
import { around, elementsOf, placeOf } from './places';

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
export function placeAmong(nodes: readonly ASTNode[] = [], proposed: ReadonlySet<string>): Place | undefined {
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
export function placeNamed(message: string, subgraphs: readonly ParsedSubgraph[]): Place | undefined {
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

/** An error of composition as a finding. @param proposed those that are not live as they are */
export function errorFinding(
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
