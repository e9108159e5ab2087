/** Together about as many characters as this: what is made of a text takes a hundred times its memory, and clients choose the texts. */
const MAX_CHARACTERS = 2_000_000;

/** Makes something of a text once and keeps it, until it is the one longest unused and there is no more room. */
export function textCache<T>(make: (text: string) => T, maxCharacters = MAX_CHARACTERS): (text: string) => T {
  const known = new Map<string, T>();
  let characters = 0;

  function makeRoom(): void {
    for (const [oldest] of known) {
      if (characters <= maxCharacters) return;
      known.delete(oldest);
      characters -= oldest.length;
    }
  }

  return (text) => {
    const found = known.get(text);
    // While half of the room is left, it does not matter yet what was used when.
    if (found !== undefined && characters <= maxCharacters / 2) return found;
    const kept = known.has(text);
    const made = kept ? (known.get(text) as T) : make(text);
    // Taken out and put back, so that the first entry is the one longest unused.
    if (kept) known.delete(text);
    else characters += text.length;
    known.set(text, made);
    makeRoom();
    return made;
  };
}
