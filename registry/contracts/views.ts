import { PUBLIC, type View } from '../comparison/changes';
import type { Finding } from '../findings/finding';
import type { Graph } from '../../gateway/supergraph/supergraph';
import type { Contract } from '../proposal/settings';
import { cut } from './cut';
import { tagsOf } from './tags';

const emptied = ({ name }: Contract, severity: Finding['severity']): Finding => ({
  kind: 'COMPOSITION',
  severity,
  code: 'CONTRACT_EMPTY',
  message: `The contract ${name} is empty: its tags leave no field of Query.`,
  hits: [],
  contract: name,
  remedy: 'Tag less, or take the contract out of registry.yaml.',
});

/** The whole API and every contract, before and after. One that did not exist before has nobody to break. */
export function viewsOf(
  before: Graph,
  after: Graph,
  contracts: readonly Contract[],
): { readonly views: readonly View[]; readonly findings: readonly Finding[] } {
  const views: View[] = [{ name: PUBLIC, before: before.apiSchema, after: after.apiSchema }];
  const findings: Finding[] = [];
  if (contracts.length === 0) return { views, findings };
  const [tagsBefore, tagsAfter] = [tagsOf(before), tagsOf(after)];
  for (const contract of contracts) {
    const { name, clients } = contract;
    const [then, now] = [cut(before.apiSchema, tagsBefore, contract), cut(after.apiSchema, tagsAfter, contract)];
    // One that was empty before breaks nobody now.
    if (!now) findings.push(emptied(contract, then ? 'error' : 'warning'));
    else if (then) views.push({ name, before: then, after: now, clients });
  }
  return { views, findings };
}
