/** Text that waits for a slow client. */
type Entry = { readonly key: string; readonly text: string };

/**
 * What waits for one client, in order and within bounds. Of a state only the newest is kept, for the client will never need
 * those before; what has to come in full does, as long as there is room.
 * @param onReplaced is called for what is not sent, because something newer makes it needless
 */
export function backlog(mostBytes: number, onReplaced: () => void = () => {}) {
  const entries = new Set<Entry>();
  const states = new Map<string, Entry>();
  let bytes = 0;

  function remove(entry: Entry): void {
    entries.delete(entry);
    if (states.get(entry.key) === entry) states.delete(entry.key);
    bytes -= entry.text.length;
  }

  return {
    isEmpty: () => entries.size === 0,
    /** Answers false, and keeps nothing of it, when there is no room. One entry has room whatever its size. */
    add(key: string, text: string, isState: boolean): boolean {
      const older = isState ? states.get(key) : undefined;
      if (older) {
        remove(older);
        onReplaced();
      }
      if (entries.size > 0 && bytes + text.length > mostBytes) return false;
      const entry = { key, text };
      entries.add(entry);
      if (isState) states.set(key, entry);
      bytes += text.length;
      return true;
    },
    take(): string | undefined {
      const [entry] = entries;
      if (entry) remove(entry);
      return entry?.text;
    },
    clear(): void {
      entries.clear();
      states.clear();
      bytes = 0;
    },
  };
}
