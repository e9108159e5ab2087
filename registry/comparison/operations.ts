import { GraphQLError, parse, type DocumentNode } from 'graphql';
import type { Proposal } from '../check';
import type { Hit } from '../findings/finding';
import { errorsOf } from '../operations/validate';
import type { ClientRelease } from '../store/store';
import { PUBLIC, type View } from './changes';
import { usesOf, type Uses } from './uses';

/** A text of an operation, and every client release that has it. */
export type KnownOperation = {
  readonly name: string;
  readonly document: DocumentNode;
  readonly hits: readonly Hit[];
};

/** An operation as one view knows it. */
export type SeenOperation = KnownOperation & {
  readonly uses: Uses;
  /** Why it is refused; empty where it is not. */
  readonly before: readonly string[];
  readonly after: readonly string[];
};

export type Seen = { readonly view: View; readonly operations: readonly SeenOperation[] };

type Registered = Pick<ClientRelease, 'client' | 'version' | 'operations'>;

/** Every registered operation once. Those that are no GraphQL were refused when they came; from a manifest they are told. */
export function knownOperations(
  clients: readonly Registered[],
  manifests: NonNullable<Proposal['operations']>,
): {
  readonly operations: readonly KnownOperation[];
  readonly unreadable: readonly (Hit & { readonly reason: string })[];
} {
  const byBody = new Map<string, KnownOperation>();
  const unreadable: (Hit & { reason: string })[] = [];
  for (const { client, version, operations } of [...clients, ...manifests])
    for (const { name, body } of operations) {
      const hit = { client, version, operation: name };
      try {
        const known = byBody.get(body) ?? { name, document: parse(body), hits: [] };
        byBody.set(body, { ...known, hits: [...known.hits, hit] });
      } catch (error) {
        if (!(error instanceof GraphQLError)) throw error;
        unreadable.push({ ...hit, reason: error.message });
      }
    }
  return { operations: [...byBody.values()], unreadable };
}

const problems = (view: View, side: 'before' | 'after', document: DocumentNode): readonly string[] =>
  errorsOf(view[side], document).map(({ message }) => message);

/**
 * What a view's clients ask for. Of a contract that does not say who they are, those that it can serve today: an operation
 * for staff is not broken by what buyers lose.
 */
export function seenBy(view: View, operations: readonly KnownOperation[]): Seen {
  const { clients } = view;
  const own = operations.flatMap((each) => {
    const hits = clients ? each.hits.filter(({ client }) => clients.includes(client)) : each.hits;
    return hits.length === 0 ? [] : [{ ...each, hits }];
  });
  const seen = own.map((each) => ({
    ...each,
    uses: usesOf(view.before, each.document),
    before: problems(view, 'before', each.document),
    after: problems(view, 'after', each.document),
  }));
  const isOpen = view.name !== PUBLIC && !clients;
  return { view, operations: isOpen ? seen.filter(({ before }) => before.length === 0) : seen };
}
