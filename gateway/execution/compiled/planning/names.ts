import type { Schema } from '@apollo/federation-internals';
import { Kind, parse, print, visit, type DocumentNode, type FieldNode } from 'graphql';
import { withoutDoubt } from './doubt';

/**
 * A room is asked for what the client wants and for what other rooms require, in one answer. A client's alias can be the name
 * of a required field (`{ id: title }`), or of what every JavaScript object has (`constructor`); such aliases get a name of
 * their own between us and the rooms.
 */
export type Names = {
  /** The key of a field in the answers of rooms. */
  inRooms(field: FieldNode): string;
  /** The client's name for a key in the answers of rooms. */
  ofClient(key: string): string;
  /** The client's name of a variable in questions to rooms. */
  variableOfClient(name: string): string;
  /** The fields that rooms require of each other. */
  readonly required: ReadonlySet<string>;
  /** The operation as the rooms are asked. */
  readonly document: DocumentNode;
};

const INHERITED = new Set(Object.getOwnPropertyNames(Object.prototype));
const TYPENAME = '__typename';
/** The variable that every question for entities has. */
const REPRESENTATIONS = 'representations';

const responseName = ({ alias, name }: FieldNode): string => (alias ?? name).value;

/** The fields that rooms require of each other: in `@key`, `@requires` and the selections of `@fromContext`. */
export function requiredFields(supergraph: Schema): ReadonlySet<string> {
  const found = new Set<string>([TYPENAME]);
  const note = (selection: unknown) => {
    if (typeof selection !== 'string') return;
    const braced = selection.trim().startsWith('{') ? selection : `{${selection}}`;
    visit(parse(braced), { Field: ({ name }) => void found.add(name.value) });
  };
  for (const type of supergraph.types()) {
    for (const applied of type.appliedDirectivesOf('join__type')) note(applied.arguments().key);
    if (!('fields' in type)) continue;
    for (const field of type.fields()) {
      for (const applied of field.appliedDirectivesOf('join__field')) {
        const { requires, contextArguments } = applied.arguments() as Record<string, unknown>;
        note(requires);
        // Of the form `$context { field }` or `$context ... on Type { field }`, without the context's name.
        if (Array.isArray(contextArguments)) for (const { selection } of contextArguments) note(selection);
      }
    }
  }
  return found;
}

const unused = (name: string, taken: ReadonlySet<string>): string =>
  taken.has(name) ? unused(`${name}_`, taken) : name;

function variablesIn(document: DocumentNode): Set<string> {
  const names = new Set<string>();
  visit(document, { Variable: ({ name }) => void names.add(name.value) });
  return names;
}

const askedBy = ({ name, arguments: given }: FieldNode): string => print({ kind: Kind.FIELD, name, arguments: given });

/** What each name of the response stands for first. */
function firstAsked(document: DocumentNode): Map<string, string> {
  const first = new Map<string, string>();
  visit(document, {
    Field(field) {
      if (!first.has(responseName(field))) first.set(responseName(field), askedBy(field));
    },
  });
  return first;
}

/**
 * @param required as `requiredFields` finds them
 * @param oneTypeInRooms whether a name that stands for two things in two types needs two names: to a room with an interface
 *   object they are one type
 */
export function namesIn(document: DocumentNode, required: ReadonlySet<string>, oneTypeInRooms = false): Names {
  const taken = new Set(required);
  visit(document, { Field: (field) => void taken.add(responseName(field)) });
  const representations = unused(`own_${REPRESENTATIONS}`, variablesIn(document));
  const toRooms = new Map<string, string>();
  const toClient = new Map<string, string>();

  const first: ReadonlyMap<string, string> = oneTypeInRooms ? firstAsked(document) : new Map();

  function rename(name: string, asked = ''): string {
    const key = `${name} ${asked}`;
    const known = toRooms.get(key);
    if (known) return known;
    const own = unused(`own_${name}`, taken);
    taken.add(own);
    toRooms.set(key, own);
    toClient.set(own, name);
    return own;
  }
  function inRooms(field: FieldNode): string {
    const name = responseName(field);
    // An object has one type, whatever it is called: what rooms answer for it is always found in the same place.
    if (field.name.value === TYPENAME) return TYPENAME;
    const asked = first.has(name) ? askedBy(field) : undefined;
    if (asked !== first.get(name)) return rename(name, asked);
    const misleading = name !== field.name.value && required.has(name);
    return misleading || INHERITED.has(name) ? rename(name) : name;
  }

  const renamed = visit(withoutDoubt(document), {
    Field(field) {
      const name = inRooms(field);
      if (name === responseName(field)) return undefined;
      const alias = name === field.name.value ? undefined : { kind: Kind.NAME as const, value: name };
      return { ...field, alias };
    },
    Variable: ({ name, ...node }) =>
      name.value === REPRESENTATIONS ? { ...node, name: { ...name, value: representations } } : undefined,
  });
  return {
    required,
    inRooms,
    ofClient: (key) => toClient.get(key) ?? key,
    variableOfClient: (name) => (name === representations ? REPRESENTATIONS : name),
    document: renamed,
  };
}
