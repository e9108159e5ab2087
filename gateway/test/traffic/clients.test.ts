import { knownClients, OTHER } from '../../traffic/clients';

const fields = (name?: string, version?: string) => ({
  'apollographql-client-name': name,
  'apollographql-client-version': version,
});

describe('the clients that are told apart', () => {
  it('are called as they call themselves, and the same one is the same', () => {
    const { of } = knownClients();
    expect(of(fields('web', '1.2'))).toMatchObject({ name: 'web', version: '1.2' });
    expect(of(fields('web', '1.2'))).toBe(of(fields('web', '1.2')));
    expect(of(fields('web', '1.3'))).not.toBe(of(fields('web', '1.2')));
  });

  it('given nothing, or the header twice, then they have no name', () => {
    const { of } = knownClients();
    expect(of({})).toMatchObject({ name: '', version: '' });
    expect(of({ 'apollographql-client-name': ['a', 'b'] })).toMatchObject({ name: '', version: '' });
  });

  it('given what does not belong into a name, then it is left out', () => {
    const { name } = knownClients().of(fields(` web\u0000\r\napp${'x'.repeat(200)}`));
    expect(name).toHaveLength(100);
    expect(name).toMatch(/^web appx+$/);
  });

  it('given ever more names, then those beyond are one', () => {
    const { of } = knownClients(3);
    const names = ['a', 'b', 'c', 'd', 'e'].map((name) => of(fields(name)).name);
    expect(names).toEqual(['a', 'b', 'c', 'other', 'other']);
    expect(of(fields('d'))).toBe(OTHER);
    expect(of(fields('a')).name).toBe('a');
  });

  it('given that one was not seen for an hour, then it makes room', () => {
    const { of, turn } = knownClients(2);
    of(fields('junk'));
    of(fields('web'));
    for (let turns = 0; turns <= 360; turns++) {
      turn();
      of(fields('web'));
    }
    expect(of(fields('app')).name).toBe('app');
    expect(of(fields('junk')).name).toBe('other');
  });
});
