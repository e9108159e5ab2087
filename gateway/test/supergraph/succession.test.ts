import { isKnown, newestOf, refusalAfter } from '../../supergraph/succession';
import type { Edition } from '../../supergraph/source';

const edition = (release: number, version = `v${release}`): Edition => ({
  sdl: version,
  delivery: { release, version, supergraph: version, publishedAt: '2026-01-31T00:00:00Z', key: 'k', signature: 's' },
});
const served = newestOf({ edition: edition(6) });

describe('what may follow a release', () => {
  it('is a newer one, also of an older version', () => {
    expect(refusalAfter(edition(7, 'v2'), served)).toBeNull();
    expect(isKnown(edition(7, 'v2'), served)).toBe(false);
  });

  it('is not an older one: it may have been replayed', () =>
    expect(refusalAfter(edition(5), served)).toMatch(/release 5, and release 6 was served before/));

  it('is not the same number with another version', () => {
    expect(isKnown(edition(6, 'other'), served)).toBe(false);
    expect(refusalAfter(edition(6, 'other'), served)).toMatch(/version other, .+ version v6 before/);
  });

  it('given the same once more, then it is known', () => expect(isKnown(edition(6), served)).toBe(true));

  it('given one that was gone back from, then it is known, and what follows must be newer than that', () => {
    const after = newestOf({ edition: edition(5), refused: 6 });
    expect(isKnown(edition(6), after)).toBe(true);
    expect(refusalAfter(edition(5), after)).not.toBeNull();
    expect(refusalAfter(edition(7), after)).toBeNull();
  });

  it('is anything where nothing is numbered', () => {
    expect(refusalAfter({ sdl: 'text' }, undefined)).toBeNull();
    expect(refusalAfter(edition(1), undefined)).toBeNull();
    expect(isKnown({ sdl: 'text' }, served)).toBe(false);
  });
});
