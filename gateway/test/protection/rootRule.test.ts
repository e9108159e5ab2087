import { buildSchema } from 'graphql';
import { documentReader } from '../../protection/documents';
import { LIMITS } from '../../protection/limits';

const read = documentReader(buildSchema('type Query { a: Int }'), { limits: LIMITS, introspection: true });

it.each(['mutation', 'subscription'])('given a graph without %ss, then one is refused', (operation) => {
  let refusal: unknown;
  try {
    read(`${operation} { whatever }`);
  } catch (error) {
    refusal = error;
  }
  expect((refusal as AggregateError).errors).toMatchObject([
    { message: `The schema has no ${operation}.`, extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } },
  ]);
});
