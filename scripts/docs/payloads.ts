import { parseSync, type CallExpression, type Expression, type TsType, type TsTypeElement } from '@swc/core';

/** One value of an event's payload. */
export type PayloadField = {
  /** Where it stands: `lines[].quantity`. */
  readonly path: string;
  readonly type: string;
  /** The comment above it; empty where there is none. */
  readonly comment: string;
};

type Types = ReadonlyMap<string, TsType>;
/** A file of contracts, with what is needed to read its types. */
type Source = { types: Types; textOf(node: Spanned): string; commentBefore(node: Spanned): string };
type Spanned = { span: { start: number; end: number } };

const COMMENT = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*$/;

function sourceOf(text: string, types: Types, start: number): Source {
  // Spans count bytes from the first token of the file.
  const bytes = Buffer.from(text);
  const slice = (from: number, to: number) => bytes.subarray(from - start, to - start).toString();
  return {
    types,
    textOf: ({ span }) => slice(span.start, span.end).replaceAll(/\s+/g, ' '),
    commentBefore: ({ span }) =>
      (COMMENT.exec(slice(start, span.start))?.[1] ?? '').replaceAll(/\s*\n\s*\*\s*/g, ' ').trim(),
  };
}

const isNothing = (type: TsType): boolean =>
  type.type === 'TsKeywordType' && (type.kind === 'null' || type.kind === 'undefined');

/** The members of the object types in a type, through lists, intersections, names and "or null". */
function members(type: TsType, types: Types): { inside: string; of: TsTypeElement }[] {
  const within = (inner: TsType) => members(inner, types);
  switch (type.type) {
    case 'TsTypeLiteral':
      return type.members.map((of) => ({ inside: '', of }));
    case 'TsIntersectionType':
      return type.types.flatMap(within);
    case 'TsUnionType':
      return type.types.filter((each) => !isNothing(each)).flatMap(within);
    case 'TsParenthesizedType':
      return within(type.typeAnnotation);
    case 'TsArrayType':
      return within(type.elemType).map(({ inside, of }) => ({ inside: `[]${inside}`, of }));
    case 'TsTypeReference': {
      const named = type.typeName.type === 'Identifier' ? types.get(type.typeName.value) : undefined;
      return named ? within(named) : [];
    }
    default:
      return [];
  }
}

function typeOf(type: TsType, source: Source, path: string, [first]: readonly PayloadField[]): string {
  if (!first) return source.textOf(type);
  const kind = first.path.startsWith(`${path}[]`) ? 'list' : 'object';
  return type.type === 'TsUnionType' && type.types.some(isNothing) ? `${kind} | null` : kind;
}

function fieldsOf(type: TsType, source: Source, above = ''): PayloadField[] {
  return members(type, source.types).flatMap(({ inside, of }) => {
    if (of.type !== 'TsPropertySignature' || of.key.type !== 'Identifier' || !of.typeAnnotation) return [];
    const path = `${above}${inside}${above ? '.' : ''}${of.key.value}`;
    const own = of.typeAnnotation.typeAnnotation;
    const nested = fieldsOf(own, source, path);
    const text = typeOf(own, source, path, nested) + (of.optional ? ', may be left out' : '');
    return [{ path, type: text, comment: source.commentBefore(of) }, ...nested];
  });
}

const isContract = (value: Expression | undefined): value is CallExpression & { callee: CallExpression } =>
  value?.type === 'CallExpression' && value.callee.type === 'CallExpression';

/** Reads what the events of one file of `platform/contracts/` carry, by event type. */
export function readPayloads(text: string): Map<string, PayloadField[]> {
  // An empty statement in front makes sure that the file's first token is its first byte.
  const { body, span } = parseSync(`;${text}`, { syntax: 'typescript' });
  const declarations = body.map((item) => (item.type === 'ExportDeclaration' ? item.declaration : item));
  const types = new Map(
    declarations.flatMap((each) =>
      each.type === 'TsTypeAliasDeclaration' ? [[each.id.value, each.typeAnnotation] as const] : [],
    ),
  );
  const source = sourceOf(`;${text}`, types, span.start);
  const values = declarations.flatMap((each) => (each.type === 'VariableDeclaration' ? each.declarations : []));
  return new Map(
    values.flatMap(({ init }) => {
      if (!isContract(init)) return [];
      const name = init.arguments[0]?.expression;
      const payload = init.callee.typeArguments?.params[0];
      return name?.type === 'StringLiteral' && payload ? [[name.value, fieldsOf(payload, source)] as const] : [];
    }),
  );
}
