import { buildSchema } from 'graphql';

/**
 * As much of Apollo Uplink's schema as its public clients ask for.
 * @see https://github.com/apollographql/router/blob/dev/apollo-router/src/uplink/uplink.graphql
 */
export const uplinkSchema = buildSchema(/* GraphQL */ `
  type Query {
    routerConfig(ref: String!, apiKey: String!, ifAfterId: ID): RouterConfigResponse!
    routerEntitlements(ref: String!, apiKey: String!, ifAfterId: ID): RouterEntitlementsResponse!
    persistedQueries(ref: String!, apiKey: String!, ifAfterId: ID): PersistedQueriesResponse!
  }

  union RouterConfigResponse = RouterConfigResult | Unchanged | FetchError
  union RouterEntitlementsResponse = RouterEntitlementsResult | Unchanged | FetchError
  union PersistedQueriesResponse = PersistedQueriesResult | Unchanged | FetchError

  type RouterConfigResult {
    id: ID!
    supergraphSDL: String!
    messages: [Message!]!
    minDelaySeconds: Float!
  }

  type RouterEntitlementsResult {
    id: ID!
    entitlement: RouterEntitlement
    minDelaySeconds: Float!
  }

  type PersistedQueriesResult {
    id: ID!
    chunks: [PersistedQueriesChunk!]
    minDelaySeconds: Float!
  }

  type Unchanged {
    id: ID!
    minDelaySeconds: Float!
  }

  type FetchError {
    code: FetchErrorCode!
    message: String!
    minDelaySeconds: Float!
  }

  type Message {
    level: MessageLevel!
    body: String!
  }

  type RouterEntitlement {
    jwt: String!
  }

  type PersistedQueriesChunk {
    id: ID!
    urls: [String!]!
  }

  enum MessageLevel {
    ERROR
    WARN
    INFO
  }

  enum FetchErrorCode {
    AUTHENTICATION_FAILED
    ACCESS_DENIED
    UNKNOWN_REF
    RETRY_LATER
    NOT_IMPLEMENTED_ON_THIS_INSTANCE
  }
`);
