import type { ApolloServerPlugin } from '@apollo/server';
import { Kind, OperationTypeNode, type DocumentNode } from 'graphql';
import type { RequestContext, Trace } from '../context';
import type { ReadDocument } from '../protection/documents';
import { codeOf } from '../protection/errors';
import { legacyStatus } from './status';

/** Reads the document of a request, which is read or refused once, whoever asks. @throws as `ReadDocument` */
export type ReadOnce = (context: RequestContext, source: string) => DocumentNode;

export function readingOnce(read: ReadDocument): ReadOnce {
  const refused = new WeakMap<Trace, unknown>();
  return ({ trace }, source) => {
    if (refused.has(trace)) throw refused.get(trace);
    try {
      return read(source, trace);
    } catch (error) {
      refused.set(trace, error);
      throw error;
    }
  };
}

/** What Apollo Server holds while there is no document that it may see. */
const placeholder = (operationName: string | undefined): DocumentNode => ({
  kind: Kind.DOCUMENT,
  definitions: [
    {
      kind: Kind.OPERATION_DEFINITION,
      operation: OperationTypeNode.QUERY,
      name: operationName ? { kind: Kind.NAME, value: operationName } : undefined,
      selectionSet: { kind: Kind.SELECTION_SET, selections: [] },
    },
  ],
});

/**
 * Documents are read by ours, once for all transports and with its limits before its parser; Apollo Server reads none. The
 * executor asks again, and answers what is wrong.
 */
export const readBeforehand = (read: ReadOnce): ApolloServerPlugin<RequestContext> => ({
  async requestDidStart() {
    return {
      async didResolveSource(requestContext) {
        let document: DocumentNode;
        try {
          document = read(requestContext.contextValue, requestContext.source);
        } catch {
          document = placeholder(requestContext.request.operationName);
        }
        Object.assign(requestContext, { document });
      },
    };
  },
});

export const plainStatus: ApolloServerPlugin<RequestContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ request, response: { http }, errors, source }) {
        if (source === undefined || http.status === undefined) return;
        http.status = legacyStatus(http.status, request.http?.headers.get('accept'), errors);
      },
    };
  },
};

export const noteErrors: ApolloServerPlugin<RequestContext> = {
  async requestDidStart() {
    return {
      async didEncounterErrors({ errors, contextValue: { trace }, operation }) {
        trace.operationName ??= operation?.name?.value;
        trace.operationType ??= operation?.operation;
        for (const error of errors) trace.codes.add(codeOf(error));
      },
    };
  },
};
