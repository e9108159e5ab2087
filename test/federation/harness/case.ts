/** A record of the world; its fields are what every room that knows it would say of it. */
export type Thing = Record<string, unknown>;

/** All records, by type. One world lies below the rooms and below the unfederated schema. */
export type World = Record<string, Thing[]>;

// Parameters of `never`: a case declares what it expects, and graphql-js gives it.
export type Resolver = (parent: never, args: never, world: World) => unknown;
export type Resolvers = Record<string, Record<string, Resolver>>;

export type Room = {
  readonly sdl: string;
  /** What this room does otherwise than the others. */
  readonly resolvers?: Resolvers;
  /** A room of Federation 1 has no `@link`. */
  readonly federation1?: boolean;
};

export type Ask = {
  readonly it: string;
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  /** What a subscription answers, event by event. */
  readonly events?: readonly unknown[];
  readonly data?: unknown;
  /** Where the errors are ('list.0.field'), or only that there are some; of an event, after its index. */
  readonly errors?: readonly string[] | 'some';
  /** The rooms that do not answer. */
  readonly down?: readonly string[];
  /** Which rooms are asked, in alphabetical order, one entry a fetch. */
  readonly asked?: readonly string[];
  /** Why an unfederated schema would answer something else. */
  readonly alone?: string;
  /** What the stock executor gets wrong here. It is asserted that it does. */
  readonly stock?: string;
  /** The same of our own. */
  readonly ours?: string;
};

/** One small supergraph over one small world, and what it must answer. */
export type Case = {
  readonly name: string;
  /** SDL by room; every federation directive is imported. */
  readonly rooms: Readonly<Record<string, string | Room>>;
  readonly world: () => World;
  /** Resolvers of all rooms that have the field, and of the unfederated schema. */
  readonly resolvers: Resolvers;
  /** What stands in the unfederated schema for what only federation can do. */
  readonly alone?: Resolvers;
  /** A table of operations and answers, read by `asks.ts`. */
  readonly asks: string;
  /** Why its answers depend on which room is asked: what is deferred may be asked of another one. */
  readonly roomsDiffer?: string;
  /** Arguments for generated operations; a case without them gets none. */
  readonly generate?: Readonly<Record<string, readonly string[]>>;
};

export const all =
  (...types: string[]) =>
  (_: never, __: never, world: World) =>
    types.flatMap((type) => world[type] ?? []);

/** The record that the arguments name. */
export const one = (type: string) => (_: never, args: never, world: World) =>
  (world[type] ?? []).find((each) => Object.entries(args).every(([name, value]) => each[name] === value)) ?? null;

export const first = (type: string) => (_: never, __: never, world: World) => world[type]?.[0] ?? null;

export const fail = (message: string) => () => {
  throw new Error(message);
};
