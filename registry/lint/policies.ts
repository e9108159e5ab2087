/** Whether a root field of a subgraph has a policy; undefined for a subgraph that it does not know. */
export type Policies = (subgraph: string, root: string, field: string) => boolean | undefined;

/** What the rooms of this repository declare. */
export async function policiesOfRooms(): Promise<Policies> {
  const { subgraphs } = await import('../../subgraphs');
  const byName = new Map(
    subgraphs.map((each) => [each.name, each.policies as Record<string, Record<string, unknown>>]),
  );
  return (subgraph, root, field) => {
    const policies = byName.get(subgraph);
    return policies && policies[root]?.[field] !== undefined;
  };
}
