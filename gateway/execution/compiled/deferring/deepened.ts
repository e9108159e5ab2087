import { Kind, visit, type ASTNode, type DocumentNode, type InlineFragmentNode } from 'graphql';
import { isDeferred, marked } from './deferrals';

const OWN = 'own_';

/** Whether a block is a step of ours within the block around it, and not one that the client is told of. */
export const isOwn = (label: string): boolean => label.startsWith(OWN);

const isWithin = (ancestors: readonly (ASTNode | readonly ASTNode[])[]): boolean =>
  ancestors.some((each) => 'kind' in each && each.kind === Kind.INLINE_FRAGMENT && isDeferred(each));

/**
 * The same operation, with what stands deeper within what is deferred deferred once more. The planner fails where a field
 * below what is deferred requires something of another room, unless that field is deferred itself. It costs a fetch a level.
 */
export function deepened(document: DocumentNode): DocumentNode {
  let count = 0;
  return visit(document, {
    Field: {
      leave(node, _key, _parent, _path, ancestors) {
        if (!node.selectionSet || !isWithin(ancestors)) return undefined;
        const directives = [marked(`${OWN}${count++}`)];
        const inner: InlineFragmentNode = { kind: Kind.INLINE_FRAGMENT, directives, selectionSet: node.selectionSet };
        return { ...node, selectionSet: { kind: Kind.SELECTION_SET, selections: [inner] } };
      },
    },
  });
}
