import { compose } from '../../supergraph/compose';
import { fitsRoomsElsewhere, fitsRoomsHere } from '../../supergraph/rooms';
import { readSupergraph } from '../../supergraph/supergraph';
import { testRooms } from '../rooms';

const { schemas } = testRooms();
const [catalog, reviews] = schemas as [(typeof schemas)[0], (typeof schemas)[0]];
const graphOf = async (...rooms: typeof schemas) => readSupergraph(await compose(rooms));
const changed = (room: typeof catalog, from: string, to: string) => ({
  ...room,
  typeDefs: room.typeDefs.replace(from, to),
});

describe('whether a supergraph fits the rooms in this process', () => {
  const fits = fitsRoomsHere(schemas);

  it('given their own, or one that asks for less, then it does', async () => {
    const own = await graphOf(catalog, reviews);
    expect(() => fits(own)).not.toThrow();
    const less = await graphOf(changed(catalog, 'whoAsks: String', ''), reviews);
    expect(() => fits(less)).not.toThrow();
    const one = await graphOf(catalog);
    expect(() => fits(one)).not.toThrow();
  });

  it.each([
    ['a field that a room does not have', 'title: String!', 'title: String! subtitle: String', 'Book.subtitle'],
    ['an argument', 'books(first: Int)', 'books(first: Int after: ID)', 'Query.books(after:)'],
    ['a value of an enum', 'DARK LIGHT', 'DARK LIGHT PALE', 'Shade.PALE'],
    ['another type', 'secret: String @in', 'secret: Int @in', 'Query.secret'],
  ])('given %s, then the sentence names it', async (_what, from, to, coordinate) => {
    const graph = await graphOf(changed(catalog, from, to), reviews);
    expect(() => fits(graph)).toThrow(
      `the room catalog of this process does not have, or has otherwise, ${coordinate};`,
    );
  });

  it('given a room that is not here, then the sentence names it', async () => {
    const graph = await graphOf(catalog, { ...reviews, name: 'opinions' });
    expect(() => fits(graph)).toThrow('it has a room opinions; here are catalog, reviews alone');
  });
});

describe('whether a supergraph fits rooms that are services', () => {
  it('given fields that the rooms may have by now, then it does; given another room, then not', async () => {
    const fits = fitsRoomsElsewhere(['catalog', 'reviews']);
    const ahead = await graphOf(changed(catalog, 'title: String!', 'title: String! subtitle: String'), reviews);
    expect(() => fits(ahead)).not.toThrow();
    expect(() => fitsRoomsElsewhere(['catalog'])(ahead)).toThrow('it has a room reviews; here are catalog alone');
  });
});
