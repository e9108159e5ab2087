/** How often the clients of one version have used one element of the schema. Never holds a value of a variable. */
export type UsageCount = {
  /** `Type.field`, `Type.field(argument:)`, `Input.field` or `Enum.VALUE`. */
  readonly coordinate: string;
  /** From the headers `apollographql-client-name` and `apollographql-client-version`; empty where they are not sent. */
  readonly client: string;
  readonly clientVersion: string;
  readonly count: number;
};

/** What one gateway has counted since its last batch. `id` is the same when it is sent again. */
export type UsageBatch = {
  readonly id: string;
  /** `2026-01-31` in UTC. */
  readonly day: string;
  readonly uses: readonly UsageCount[];
};
