/* global React, ReactDOM, GraphiQL, graphqlWs, agoraOperations */
// Queries and mutations go by POST, subscriptions by graphql-ws.

const endpoint = new URL('/graphql', window.location.href);
const sockets = new URL(endpoint);
sockets.protocol = endpoint.protocol === 'https:' ? 'wss:' : 'ws:';

// The token of the last sign-in. It lives as long as this page and is stored nowhere.
let token;

function headersOf(options) {
  const own = Object.fromEntries(
    Object.entries(options?.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
  );
  return { ...(token && { authorization: `Bearer ${token}` }), ...own };
}

function rememberSession({ data }) {
  for (const field of Object.values(data ?? {})) token = field?.session?.accessToken ?? token;
}

async function request(params, options) {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headersOf(options) },
    body: JSON.stringify(params),
  });
  const result = await response.json();
  rememberSession(result);
  return result;
}

function subscribe(params, options) {
  // A socket a subscription: each carries the headers that its tab has when it is run.
  const client = graphqlWs.createClient({
    url: sockets.href,
    connectionParams: headersOf(options),
    lazy: true,
    retryAttempts: 0,
  });
  return {
    subscribe(observer) {
      const leave = client.subscribe(params, {
        next: (result) => observer.next(result),
        error: (error) =>
          observer.error(error instanceof CloseEvent ? new Error(`${error.code}: ${error.reason}`) : error),
        complete: () => observer.complete(),
      });
      return { unsubscribe: () => (leave(), void client.dispose()) };
    },
  };
}

function isSubscription({ operationName, query }, options) {
  const operations = options?.documentAST?.definitions?.filter(({ kind }) => kind === 'OperationDefinition');
  const meant = operations?.find(({ name }) => name?.value === operationName) ?? operations?.[0];
  return meant ? meant.operation === 'subscription' : /^\s*subscription\b/m.test(query);
}

const fetcher = (params, options) =>
  isSubscription(params, options) ? subscribe(params, options) : request(params, options);

ReactDOM.createRoot(document.getElementById('explorer')).render(
  React.createElement(GraphiQL, {
    fetcher,
    defaultTabs: agoraOperations,
    isHeadersEditorEnabled: true,
    shouldPersistHeaders: false,
    defaultEditorToolsVisibility: 'variables',
  }),
);
