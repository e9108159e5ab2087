/**
 * What becomes of documents that are not in the manifest: `log` notes and runs them, `safelist` refuses them, `require-id`
 * refuses even those of the manifest unless they are named by their id.
 */
export const PERSISTED_MODES = ['log', 'safelist', 'require-id'] as const;
export type PersistedMode = (typeof PERSISTED_MODES)[number];
