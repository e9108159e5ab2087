/** A statement that is built when it is first needed: a repository is also made for every transaction, for a few of them. */
export function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
