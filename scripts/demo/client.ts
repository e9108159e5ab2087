import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import { createClient, type Client } from 'graphql-ws';
import { WebSocket } from 'ws';

type Answer<Data> = { data?: Data | null; errors?: { message: string }[] };

/** A shop's client as a storefront writes one: operations over HTTP, subscriptions over graphql-ws. */
export type ShopClient = {
  send<Data, Variables>(document: TypedDocumentNode<Data, Variables>, variables: Variables): Promise<Data>;
  follow<Data, Variables>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
    on: (data: Data) => void,
  ): () => Promise<void>;
};

/** @param url the GraphQL endpoint, `http://127.0.0.1:4000/graphql` */
export function shopClient(url: string, accessToken?: string): ShopClient {
  const authorization: Record<string, string> =
    accessToken === undefined ? {} : { authorization: `Bearer ${accessToken}` };
  let socket: Client | undefined;
  return {
    async send(document, variables) {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...authorization },
        body: JSON.stringify({ query: print(document), variables }),
      });
      const { data, errors } = (await response.json()) as Answer<never>;
      if (errors?.[0] || !data) throw new Error(errors?.[0]?.message ?? `The server answered ${response.status}.`);
      return data;
    },
    follow(document, variables, on) {
      socket ??= createClient({
        url: url.replace(/^http/, 'ws'),
        webSocketImpl: WebSocket,
        connectionParams: authorization,
      });
      const client = socket;
      const request = { query: print(document), variables: variables as Record<string, unknown> };
      client.subscribe(request, {
        next: ({ data }) => on(data as never),
        error: (error) => console.error('The subscription ended:', error),
        complete: () => {},
      });
      return async () => client.dispose();
    },
  };
}
