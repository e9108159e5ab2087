import type { GraphQLSchema } from 'graphql';
import type { Finding, Hit } from '../findings/finding';
import { errorsOf } from '../operations/validate';
import { PUBLIC } from './changes';
import type { KnownOperation, Seen, SeenOperation } from './operations';

const keyOf = ({ client, version, operation }: Hit): string => [client, version, operation].join('\0');

const told = (
  severity: Finding['severity'],
  code: string,
  message: string,
  hits: readonly Hit[],
  view?: string,
): Finding => ({
  kind: 'OPERATION',
  severity,
  code,
  message,
  contract: view,
  hits,
});

function brokenBefore({ name, after, hits }: SeenOperation): Finding {
  const message = `The operation ${name} does not validate, and was broken before: ${after[0]}`;
  return told('warning', 'OPERATION_BROKEN_BEFORE', message, hits, PUBLIC);
}

/**
 * Operations that do not validate, where no change has been told that touches them.
 * @param findings what has been told of changes
 */
export function brokenOperations(seen: readonly Seen[], findings: readonly Finding[]): readonly Finding[] {
  const covered = new Set(findings.filter(({ kind }) => kind === 'OPERATION').flatMap(({ hits }) => hits.map(keyOf)));
  return seen.flatMap(({ view, operations }) =>
    operations.flatMap((operation) => {
      const { name, before, after, hits } = operation;
      if (after.length === 0) return [];
      if (before.length > 0) return view.name === PUBLIC ? [brokenBefore(operation)] : [];
      const others = hits.filter((hit) => !covered.has(keyOf(hit)));
      for (const hit of others) covered.add(keyOf(hit));
      const message = `The operation ${name} no longer validates: ${after[0]}`;
      return others.length > 0 ? [told('error', 'OPERATION_BROKEN', message, others, view.name)] : [];
    }),
  );
}

/** Operations that a first release does not serve: nothing has served them before either. */
export const unservedOperations = (schema: GraphQLSchema, operations: readonly KnownOperation[]): readonly Finding[] =>
  operations.flatMap(({ name, document, hits }) => {
    const [error] = errorsOf(schema, document);
    return error
      ? [told('warning', 'OPERATION_BROKEN', `The operation ${name} does not validate: ${error.message}`, hits)]
      : [];
  });

export const unreadableOperation = ({ reason, ...hit }: Hit & { readonly reason: string }): Finding =>
  told('warning', 'OPERATION_UNREADABLE', `The operation ${hit.operation} of ${hit.client} is no GraphQL: ${reason}`, [
    hit,
  ]);
