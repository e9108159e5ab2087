import type { Commands } from './command';

/** Every command by its name, as the help lists them. */
export const commands: Commands = {
  check: async () => (await import('./check')).check,
  lint: async () => (await import('./lint')).lint,
  rollback: async () => (await import('./rollback')).rollback,
  history: async () => (await import('./history')).history,
  operations: async () => (await import('./operations')).operations,
  keys: async () => (await import('./keys')).keys,
  tokens: async () => (await import('./tokens')).tokens,
};
