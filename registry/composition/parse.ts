import {
  GraphQLError,
  isTypeSystemDefinitionNode,
  isTypeSystemExtensionNode,
  parse,
  Source,
  type DocumentNode,
} from 'graphql';
import type { ProposedSubgraph } from '../check';
import type { Finding, Place } from '../findings/finding';

/** Bytes of one subgraph's schema. The largest public ones have half of it. */
export const MAX_SCHEMA = 4_000_000;

export type ParsedSubgraph = ProposedSubgraph & { readonly document: DocumentNode };

const refusal = (code: string, message: string, place: Place, remedy: string): Finding => ({
  kind: 'COMPOSITION',
  severity: 'error',
  code,
  message,
  place,
  hits: [],
  remedy,
});

function parsed(subgraph: ProposedSubgraph): ParsedSubgraph | Finding {
  const { file, name, sdl } = subgraph;
  const start = { file, line: 1, column: 1 };
  if (Buffer.byteLength(sdl) > MAX_SCHEMA)
    return refusal('TOO_LARGE', `The schema of ${name} is larger than 4 MB.`, start, 'Send the schema alone.');
  if (sdl.includes('\0'))
    return refusal('NOT_SDL', `The schema of ${name} holds NUL bytes.`, start, 'Save it as text in UTF-8.');
  if (sdl.replace(/^\uFEFF|[\s,]|#.*$/gm, '') === '')
    return refusal(
      'EMPTY',
      `The schema of ${name} is empty.`,
      start,
      'Write what the subgraph offers, or take it out of the graph.',
    );
  try {
    const document = parse(new Source(sdl, file));
    const other = document.definitions.find(
      (each) => !isTypeSystemDefinitionNode(each) && !isTypeSystemExtensionNode(each),
    );
    if (!other) return { ...subgraph, document };
    const { line = 1, column = 1 } = other.loc?.startToken ?? {};
    return refusal(
      'NOT_SDL',
      `The schema of ${name} holds an operation or a fragment.`,
      { file, line, column },
      'Leave definitions of types alone in it.',
    );
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const { line = 1, column = 1 } = error.locations?.[0] ?? {};
    return refusal(
      'NOT_SDL',
      `The schema of ${name} is not SDL: ${error.message}`,
      { file, line, column },
      'Mend it there.',
    );
  }
}

/** Every subgraph's document, or why some have none. */
export function parseAll(
  subgraphs: readonly ProposedSubgraph[],
): { readonly subgraphs: readonly ParsedSubgraph[] } | { readonly findings: readonly Finding[] } {
  const all = subgraphs.map(parsed);
  const findings = all.filter((each): each is Finding => 'kind' in each);
  return findings.length > 0 ? { findings } : { subgraphs: all as ParsedSubgraph[] };
}
