import { temporaryFile } from '../../test/story/files';
import { compose, CompositionError, isComposedFrom } from '../supergraph/compose';
import { loadSupergraph } from '../supergraph/load';
import { testRooms } from './rooms';

const { schemas } = testRooms();
const [catalog, reviews] = schemas as [(typeof schemas)[0], (typeof schemas)[0]];
const changed = { ...catalog, typeDefs: catalog.typeDefs.replace('title: String!', 'title: String! subtitle: String') };

const fileWith = async (rooms: typeof schemas) => temporaryFile('supergraph.graphql', await compose(rooms));

describe('the supergraph', () => {
  it('tells which schemas it was composed from, in whatever order they come', async () => {
    const sdl = await compose(schemas);
    expect(isComposedFrom(sdl, [reviews, catalog])).toBe(true);
    expect(isComposedFrom(sdl, [changed, reviews])).toBe(false);
    expect(isComposedFrom(sdl, [catalog])).toBe(false);
    expect(isComposedFrom('', schemas)).toBe(false);
  });

  it('given a file from the same schemas, then it is not composed again', async () => {
    const onCompose = jest.fn();
    await loadSupergraph(schemas, onCompose, await fileWith(schemas));
    expect(onCompose).not.toHaveBeenCalled();
  });

  it('given a file from other schemas, or none, then it is composed', async () => {
    const onCompose = jest.fn();
    const sdl = await loadSupergraph([changed, reviews], onCompose, await fileWith(schemas));
    expect(sdl).toContain('subtitle');
    await loadSupergraph(schemas, onCompose, '/nowhere/supergraph.graphql');
    expect(onCompose).toHaveBeenCalledTimes(2);
  });

  it('given rooms that do not fit, then a sentence for every reason', async () => {
    const typeDefs = reviews.typeDefs
      .replace('stars: Int! book', 'stars: Strange! book')
      .replace('stars: Int! }', 'stars: Int! title: Int }');
    const failure = await compose([catalog, { ...reviews, typeDefs }]).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(CompositionError);
    expect((failure as Error).message).toMatch(
      /^The rooms do not compose into one graph:\n {2}- \[reviews\] .*Strange.* \(INVALID_GRAPHQL\)/,
    );
  });
});
