import { Kind, type FieldDefinitionNode, type TypeNode } from 'graphql';
import { namedType, type Graph, type Rule } from '../rule';
import { rootFields } from '../roots';

const PAYLOAD = /.Payload$/;

const isListOfNonNull = (type: TypeNode): boolean =>
  type.kind === Kind.NON_NULL_TYPE && type.type.kind === Kind.LIST_TYPE && type.type.type.kind === Kind.NON_NULL_TYPE;

/** What is wrong with what a mutation takes and answers, a sentence each with what to do. */
function* wrongIn({ arguments: args = [], type, name }: FieldDefinitionNode, { fieldsOf }: Graph) {
  const [input] = args;
  const isOne = args.length === 1 && input?.name.value === 'input';
  if (!isOne) yield ['takes something else than one input', `Let it take one argument, input, of its own input type.`];
  else if (input.type.kind !== Kind.NON_NULL_TYPE)
    yield ['takes an input that may be null', 'Make the input non-null.'];
  const payload = namedType(type);
  if (!PAYLOAD.test(payload)) {
    yield [
      `answers ${payload}, which is no payload`,
      `Answer a ${name.value[0]?.toUpperCase()}${name.value.slice(1)}Payload.`,
    ];
    return;
  }
  const errors = fieldsOf.get(payload)?.find((each) => each.name.value === 'userErrors');
  if (!errors) yield [`answers ${payload}, which has no userErrors`, 'Add userErrors: what a client can mend is data.'];
  else if (!isListOfNonNull(errors.type))
    yield [`answers userErrors that may be null`, 'Make it a list, and what is in it, non-null.'];
}

/** A mutation takes one non-null input, and answers a payload with userErrors. */
export const mutations: Rule = function* ({ document }, graph) {
  for (const { root, type, field } of rootFields(document)) {
    if (root !== 'Mutation') continue;
    const coordinate = `${type}.${field.name.value}`;
    for (const [wrong, remedy = ''] of wrongIn(field, graph))
      yield { coordinate, message: `${coordinate} ${wrong}.`, remedy, node: field };
  }
};
