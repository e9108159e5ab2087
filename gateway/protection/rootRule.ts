import { GraphQLError, type ASTVisitor, type ValidationContext } from 'graphql';

/**
 * Whether the schema has such operations at all: graphql-js 16 looks at nothing in one that has no root type.
 * (GraphQL specification, September 2025, "Operation Type Existence")
 */
export const operationTypeExists = (context: ValidationContext): ASTVisitor => ({
  OperationDefinition(node) {
    if (!context.getSchema().getRootType(node.operation))
      context.reportError(new GraphQLError(`The schema has no ${node.operation}.`, { nodes: node }));
  },
});
