import type { Finding } from '../findings/finding';
import { hashOf } from '../store/versions';
import { approvalOf, type Approvals } from './approvals';
import type { Step } from './owner';

const notice = (code: string, message: string): Finding => ({
  kind: 'CHANGE',
  severity: 'notice',
  code,
  message,
  hits: [],
});

/** Whoever takes a name takes the traffic of it: so an address is changed only by who says so. */
function moved({ name, before, after }: Required<Step>): Finding {
  const message = `${name} is served from ${before.url}, and this one from ${after.url}`;
  if (after.moves) return notice('SUBGRAPH_MOVED', `${message}.`);
  return {
    kind: 'BREAKING',
    severity: 'error',
    code: 'SUBGRAPH_MOVED',
    message: `${message}: it is either a move that was not meant, or another subgraph with the same name.`,
    place: { file: after.file, line: 1, column: 1 },
    hits: [],
    remedy: `Say --url ${after.url} with --subgraph ${name} if it moves; give it another name if it is another one.`,
    change: `SUBGRAPH_MOVED ${name}`,
    subgraph: name,
    schema: hashOf(after.sdl),
  };
}

/** What becomes of whole subgraphs. */
export function stepFindings(steps: readonly Step[], approvals: Approvals, now: Date): readonly Finding[] {
  return steps.flatMap((step) => {
    const { name, before, after } = step;
    if (!before && after) return [notice('SUBGRAPH_ADDED', `The subgraph ${name} is new, served from ${after.url}.`)];
    if (before && !after) return [notice('SUBGRAPH_REMOVED', `The subgraph ${name} is taken out of the graph.`)];
    if (!before || !after || before.url === after.url) return [];
    return [approvalOf(moved({ name, before, after }), approvals, now)];
  });
}
