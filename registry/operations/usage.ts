import {
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  parse,
  type DocumentNode,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { coordinatesOf } from '../../platform/delivery/coordinates';
import { StoreRefusal, type ClientOperation, type ClientRelease, type DailyUse } from '../store/store';

/** Who uses an element: how often it was recorded, and in how many operations it stands. */
export type ClientUse = {
  readonly client: string;
  readonly version: string;
  readonly count: number;
  readonly operations: number;
};

export type ElementUse = {
  readonly coordinate: string;
  /** Why it is deprecated; null where it is not. */
  readonly deprecated: string | null;
  readonly clients: readonly ClientUse[];
};

type Element = { readonly coordinate: string; readonly deprecated: string | null; readonly also: readonly string[] };

/** Fields, with their arguments. A field is used as well when it is asked of an interface of its type. */
function elementsOf(type: GraphQLNamedType): readonly Element[] {
  if (isIntrospectionType(type)) return [];
  if (isInputObjectType(type))
    return Object.values(type.getFields()).map((field) => ({
      coordinate: `${type.name}.${field.name}`,
      deprecated: field.deprecationReason ?? null,
      also: [],
    }));
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => {
    const holders = [type, ...type.getInterfaces().filter((each) => field.name in each.getFields())];
    const named = (suffix: string) => holders.map(({ name }) => `${name}.${field.name}${suffix}`);
    const element = (suffix: string, deprecated: string | null | undefined): Element => {
      const [coordinate = '', ...also] = named(suffix);
      return { coordinate, deprecated: deprecated ?? null, also };
    };
    return [
      element('', field.deprecationReason),
      ...field.args.map((argument) => element(`(${argument.name}:)`, argument.deprecationReason)),
    ];
  });
}

type Uses = Map<string, Map<string, ClientUse>>;

function add(uses: Uses, coordinate: string, { client, version, count, operations }: ClientUse): void {
  const clients = uses.get(coordinate) ?? new Map<string, ClientUse>();
  const key = `${client}\0${version}`;
  const known = clients.get(key) ?? { client, version, count: 0, operations: 0 };
  clients.set(key, { client, version, count: known.count + count, operations: known.operations + operations });
  uses.set(coordinate, clients);
}

/** @throws StoreRefusal where it is no GraphQL: the store was given it by another way than these commands */
function documentOf({ client, version }: ClientRelease, { name, body }: ClientOperation): DocumentNode {
  try {
    return parse(body);
  } catch (error) {
    throw new StoreRefusal(
      `The operation ${name} of ${client} ${version} cannot be read: ${(error as Error).message} Register that release anew: npm run registry -- operations retire ${client} ${version}`,
      { cause: error },
    );
  }
}

function usesOf(schema: GraphQLSchema, clients: readonly ClientRelease[], recorded: readonly DailyUse[]): Uses {
  const uses: Uses = new Map();
  for (const release of clients)
    for (const operation of release.operations)
      for (const coordinate of coordinatesOf(schema, documentOf(release, operation))) {
        const { client, version } = release;
        add(uses, coordinate, { client, version, count: 0, operations: 1 });
      }
  for (const { coordinate, client, clientVersion, count } of recorded)
    add(uses, coordinate, { client, version: clientVersion, count, operations: 0 });
  return uses;
}

/** Every field, argument and input field of a schema, and who uses it: registered operations, and recorded traffic. */
export function usageOf(
  schema: GraphQLSchema,
  clients: readonly ClientRelease[],
  recorded: readonly DailyUse[],
): readonly ElementUse[] {
  const uses = usesOf(schema, clients, recorded);
  return Object.values(schema.getTypeMap())
    .flatMap(elementsOf)
    .map(({ coordinate, deprecated, also }) => {
      const own: Uses = new Map();
      for (const each of [coordinate, ...also])
        for (const use of uses.get(each)?.values() ?? []) add(own, coordinate, use);
      return { coordinate, deprecated, clients: [...(own.get(coordinate)?.values() ?? [])] };
    })
    .toSorted((a, b) => (a.coordinate < b.coordinate ? -1 : 1));
}
