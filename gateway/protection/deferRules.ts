import { GraphQLError, Kind, type ASTVisitor, type DirectiveNode, type ValidationContext } from 'graphql';

const isDefer = ({ name }: DirectiveNode): boolean => name.value === 'defer';

/** Root fields that change something run one after the other, and an event comes whole. */
function deferBelowRoot(context: ValidationContext): ASTVisitor {
  return {
    Directive(node) {
      const parent = context.getParentType();
      const schema = context.getSchema();
      if (!isDefer(node) || !parent) return;
      if (parent !== schema.getMutationType() && parent !== schema.getSubscriptionType()) return;
      context.reportError(
        new GraphQLError(`Defer directive cannot be used on root type "${parent.name}".`, { nodes: node }),
      );
    },
  };
}

/** A label tells the client which part it has got. */
function deferLabels(context: ValidationContext): ASTVisitor {
  const known = new Map<string, DirectiveNode>();
  return {
    Directive(node) {
      const label = isDefer(node) ? node.arguments?.find(({ name }) => name.value === 'label')?.value : undefined;
      if (!label || label.kind === Kind.NULL) return;
      if (label.kind !== Kind.STRING) {
        const message = 'Directive "defer"\'s label argument must be a static string.';
        context.reportError(new GraphQLError(message, { nodes: node }));
        return;
      }
      const other = known.get(label.value);
      if (other)
        context.reportError(
          new GraphQLError('Defer directive label argument must be unique.', { nodes: [other, node] }),
        );
      known.set(label.value, node);
    },
  };
}

/** Rules of incremental delivery, which graphql-js has from version 17 on. */
export const deferRules = [deferBelowRoot, deferLabels];
