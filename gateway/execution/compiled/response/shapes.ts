import { Kind, type DocumentNode, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { collectFields } from './collectFields';
import { defaultsOf, flagNames, valueOf, type Flags } from '../conditions';
import { compileIntrospection, type Introspect } from './introspection';
import type { Names } from '../planning/names';
import type { Run } from '../run';
import { compileSelection, type Selection, type SelectionCompiler } from './selection';

/** What a response is made of: the client's selections, with `@skip` and `@include` decided. */
export type Shape = { readonly selection: Selection; readonly introspect: Introspect | undefined };

export type Shapes = (variables: Run['variables']) => Shape;

// An operation with n flags has 2^n shapes: who tries them all makes work, but fills no memory.
const MAX_SHAPES = 16;

export type ShapesOptions = {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly definition: OperationDefinitionNode;
  readonly names: Names;
  /** Whether the parts that are deferred are shaped by themselves. */
  readonly defers: boolean;
};

/** Deciding flags when a shape is compiled leaves nothing of them to be asked for each object of a response. */
export function shapesOf({ schema, document, definition, names, defers }: ShapesOptions): Shapes {
  const root = schema.getRootType(definition.operation);
  if (!root) throw new Error(`The graph has no ${definition.operation}.`);
  const fragments = fragmentsOf(document);
  const sets = [definition.selectionSet];
  const byFlags = shapeCache(flagNames(document), definition, (flags) => {
    const compiler: SelectionCompiler = { schema, fragments, flags, names, defers };
    // The schema is at hand: what is asked of it is not deferred.
    const fields = collectFields(sets, root, { ...compiler, defers: false });
    return {
      selection: compileSelection(root, sets, compiler),
      introspect: compileIntrospection(schema, document, definition, fields, names),
    };
  });
  return byFlags;
}

const fragmentsOf = ({ definitions }: DocumentNode): SelectionCompiler['fragments'] =>
  new Map(
    definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION
        ? [[each.name.value, { type: each.typeCondition.name.value, selectionSet: each.selectionSet }]]
        : [],
    ),
  );

function shapeCache(names: string[], definition: OperationDefinitionNode, compile: (flags: Flags) => Shape): Shapes {
  const defaults = defaultsOf(definition);
  const known = new Map<string, Shape>();
  return (variables) => {
    let key = '';
    for (const name of names) key += valueOf(name, variables, defaults) === true ? '1' : '0';
    const found = known.get(key);
    if (found) return found;
    const compiled = compile(new Map(names.map((name, index) => [name, key[index] === '1'])));
    if (known.size >= MAX_SHAPES) known.delete(known.keys().next().value as string);
    known.set(key, compiled);
    return compiled;
  };
}
