/** Documents that clients registered by their hash, the least used making room. */
export type Registered = {
  find(hash: string): string | undefined;
  keep(hash: string, body: string): void;
};

/** Characters of all of them. */
const MAX_CHARACTERS = 4_000_000;

export function registered(most = MAX_CHARACTERS): Registered {
  const bodies = new Map<string, string>();
  let characters = 0;

  function forget(hash: string, body: string): void {
    bodies.delete(hash);
    characters -= body.length;
  }

  return {
    find(hash) {
      const body = bodies.get(hash);
      if (body === undefined) return undefined;
      bodies.delete(hash);
      bodies.set(hash, body);
      return body;
    },
    keep(hash, body) {
      const known = bodies.get(hash);
      if (known !== undefined) forget(hash, known);
      bodies.set(hash, body);
      characters += body.length;
      for (const [oldest, text] of bodies) {
        if (characters <= most) break;
        forget(oldest, text);
      }
    },
  };
}
