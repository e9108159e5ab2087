import { getOperationAST, parse } from 'graphql';
import { planner } from '../../execution/plans';
import { codeOf } from '../../protection/errors';
import { compose } from '../../supergraph/compose';
import { readSupergraph } from '../../supergraph/supergraph';

const ROOMS = 4;
const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');

/** Every room can answer nearly everything: the most ways that there can be to a field. */
const room = (n: number) => ({
  name: `room${n}`,
  typeDefs: `
    extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])
    type Thing @key(fields: "id") { id: ID! ${times(20, (k) => `f${k}: Int @shareable`)} thing: Thing @shareable one: One @shareable own${n}: Int }
    interface One { id: ID! thing: Thing }
    ${times(4, (k) => `type One${k} implements One @key(fields: "id") { id: ID! thing: Thing @shareable }`)}
    type Query { thing: Thing @shareable }`,
});

const own = times(ROOMS, (n) => `own${n}`);
const nested = (levels: number) => `{ thing { ${'one { thing { '.repeat(levels)}${own}${' } }'.repeat(levels)} } }`;

describe('planning', () => {
  let plan: ReturnType<typeof planner>;
  beforeAll(async () => {
    plan = planner(readSupergraph(await compose(Array.from({ length: ROOMS }, (_, n) => room(n)))));
  });

  function planned(source: string): string {
    const document = parse(source);
    const before = process.cpuUsage();
    try {
      plan({ source, document, definition: getOperationAST(document) as never });
      return 'planned';
    } catch (error) {
      return codeOf(error);
    } finally {
      const { user, system } = process.cpuUsage(before);
      expect((user + system) / 1000).toBeLessThan(2_000);
    }
  }

  it.each([
    ['many fields', `{ thing { ${times(20, (n) => `f${n}`)} ${own} } }`],
    ['many aliases', `{ thing { ${times(45, (n) => `a${n}: thing { ${own} }`)} } }`],
    ['depth', `{ thing { ${'thing { '.repeat(12)}${own}${' }'.repeat(12)} } }`],
    ['an interface', nested(1)],
  ])('given %s, then there is a plan', (_what, source) => expect(planned(source)).toBe('planned'));

  it.each([3, 5, 7])('given an interface %d deep in itself, then it is refused, soon', (levels) =>
    expect(planned(nested(levels))).toBe('LIMIT_EXCEEDED'),
  );
});
