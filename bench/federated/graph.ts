import { buildSubgraphSchema } from '@apollo/subgraph';
import { buildSchema, parse, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import {
  productByUpc,
  products,
  reviewsOfProduct,
  reviewsOfUser,
  some,
  userById,
  users,
  type Product,
  type Review,
} from './data';

// The well-known accounts, products, reviews and inventory. Resolvers are the same functions for every contender.

const FEDERATION =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@external", "@requires", "@provides", "@shareable"])';

const SCHEMAS = {
  accounts: `
    type Query { users(first: Int!, from: Int!): [User!]! }
    type User @key(fields: "id") { id: ID! name: String username: String @shareable }`,
  products: `
    type Query { topProducts(first: Int!, from: Int!): [Product!]! }
    type Product @key(fields: "upc") { upc: String! name: String price: Int weight: Int }`,
  inventory: `
    type Product @key(fields: "upc") {
      upc: String! price: Int @external weight: Int @external
      inStock: Boolean shippingEstimate: Int @requires(fields: "price weight")
    }`,
  reviews: `
    type Review @key(fields: "id") { id: ID! body: String author: User @provides(fields: "username") product: Product }
    type User @key(fields: "id") { id: ID! username: String @external reviews: [Review] }
    type Product @key(fields: "upc") { upc: String! reviews: [Review] }`,
};
export type RoomName = keyof typeof SCHEMAS;
export const ROOMS = Object.keys(SCHEMAS) as RoomName[];

/** What a server without federation offers: what the rooms compose to. */
const WHOLE = `
  type Query { users(first: Int!, from: Int!): [User!]! topProducts(first: Int!, from: Int!): [Product!]! }
  type User { id: ID! name: String username: String reviews: [Review] }
  type Product {
    upc: String! name: String price: Int weight: Int inStock: Boolean shippingEstimate: Int reviews: [Review]
  }
  type Review { id: ID! body: String author: User product: Product }`;

type Part = { readonly first: number; readonly from: number };

const query = {
  users: (_: unknown, { first, from }: Part) => some(users, first, from),
  topProducts: (_: unknown, { first, from }: Part) => some(products, first, from),
};
const review = {
  author: ({ authorId }: Review) => userById.get(authorId),
  product: ({ productUpc }: Review) => productByUpc.get(productUpc),
};
const stock = {
  inStock: ({ upc }: Product) => upc.length % 2 === 0,
  shippingEstimate: ({ price, weight }: Product) => (price > 1000 ? 0 : Math.round(weight / 2)),
};
const userReviews = { reviews: ({ id }: { id: string }) => reviewsOfUser(id) };
const productReviews = { reviews: ({ upc }: Pick<Product, 'upc'>) => reviewsOfProduct(upc) };
const asItComes = { __resolveReference: (reference: unknown) => reference };

const RESOLVERS = {
  accounts: {
    Query: { users: query.users },
    User: { __resolveReference: ({ id }: { id: string }) => userById.get(id) },
  },
  products: {
    Query: { topProducts: query.topProducts },
    Product: { __resolveReference: ({ upc }: Product) => productByUpc.get(upc) },
  },
  inventory: { Product: { ...stock, ...asItComes } },
  reviews: {
    Review: review,
    User: { ...userReviews, ...asItComes },
    Product: { ...productReviews, ...asItComes },
  },
} as const;

export const typeDefsOf = (room: RoomName): string => `${FEDERATION}\n${SCHEMAS[room]}`;

export const roomSchema = (room: RoomName): GraphQLSchema =>
  buildSubgraphSchema({ typeDefs: parse(typeDefsOf(room)), resolvers: RESOLVERS[room] });

export const monolith = {
  typeDefs: WHOLE,
  resolvers: {
    Query: query,
    Review: review,
    User: userReviews,
    Product: { ...stock, ...productReviews },
  },
};

/** The same without any server. */
export function wholeSchema(): GraphQLSchema {
  const schema = buildSchema(monolith.typeDefs);
  for (const [type, resolvers] of Object.entries(monolith.resolvers)) {
    const fields = (schema.getType(type) as GraphQLObjectType).getFields();
    for (const [name, resolve] of Object.entries(resolvers)) Object.assign(fields[name] as object, { resolve });
  }
  return schema;
}
