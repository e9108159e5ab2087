import type { Commands } from './command';

/** Every command by its name, as the help lists them. */
export const commands: Commands = {
  check: async () => (await import('./check')).check,
  lint: async () => (await import('./lint')).lint,
  push: async () => (await import('./push')).push,
  publish: async () => (await import('./publish')).publish,
  rollback: async () => (await import('./rollback')).rollback,
  history: async () => (await import('./history')).history,
  approve: async () => (await import('./approve')).approve,
  operations: async () => (await import('./operations')).operations,
  keys: async () => (await import('./keys')).keys,
  tokens: async () => (await import('./tokens')).tokens,
};
