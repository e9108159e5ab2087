/** The rules there are: what they demand stands in rules/, one a file. */
export const RULES = ['naming', 'described', 'connections', 'mutations', 'deprecations', 'policies', 'money'] as const;
export type RuleName = (typeof RULES)[number];
